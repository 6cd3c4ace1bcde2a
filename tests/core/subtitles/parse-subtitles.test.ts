import { describe, expect, it } from 'vitest';
import { timestamp } from '../../../functions/core/subtitles/canonical-vtt.ts';
import { BadSubtitles, parseSubtitles } from '../../../functions/core/subtitles/index.ts';

const srt = (...texts: string[]) =>
  texts.map((text, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n},900\n${text}\n`).join('\n');
const textsOf = (file: string) => parseSubtitles(file).map(({ text }) => text);

describe('parseSubtitles reads', () => {
  it('a plain SRT file', () => {
    expect(
      parseSubtitles('1\n00:00:01,500 --> 00:00:02,750\nGuten Tag!\n\n2\n01:02:03,004 --> 01:02:05,000\nHallo.\n'),
    ).toEqual([
      { start: 1.5, end: 2.75, text: 'Guten Tag!' },
      { start: 3723.004, end: 3725, text: 'Hallo.' },
    ]);
  });

  it('a WebVTT file with header metadata, notes, styles, regions, identifiers and settings', () => {
    const file = [
      'WEBVTT - German',
      'X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000',
      '',
      'NOTE written by hand',
      '00:00.000 --> 00:01.000',
      'this is a comment',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'REGION',
      'id:top',
      '',
      'opening',
      '00:01.000 --> 00:02.000 align:start position:10%',
      'Erste Zeile',
      '',
      '01:00:03.000 --> 01:00:04.000',
      'Zweite Zeile',
    ].join('\n');
    expect(parseSubtitles(file)).toEqual([
      { start: 1, end: 2, text: 'Erste Zeile' },
      { start: 3603, end: 3604, text: 'Zweite Zeile' },
    ]);
  });

  it('a WebVTT file whose first cue follows the header without a blank line', () => {
    expect(textsOf('WEBVTT\n00:01.000 --> 00:02.000\nHallo\n')).toEqual(['Hallo']);
  });

  it.each([
    ['a byte order mark', `\ufeff${srt('Hallo', 'Welt')}`],
    ['Windows line ends', srt('Hallo', 'Welt').replaceAll('\n', '\r\n')],
    ['old Mac line ends', srt('Hallo', 'Welt').replaceAll('\n', '\r')],
    ['line ends that were converted twice', srt('Hallo', 'Welt').replaceAll('\n', '\r\r\n')],
    ['blank lines between all lines', srt('Hallo', 'Welt').replaceAll('\n', '\n\n')],
    ['spaces on blank lines and around lines', srt('  Hallo  ', 'Welt').replaceAll('\n\n', '\n \t \n')],
    ['a number without a cue at the end', `${srt('Hallo', 'Welt')}\n3\n`],
    ['no numbers', '00:00:01,000 --> 00:00:02,000\nHallo\n\n00:00:03,000 --> 00:00:04,000\nWelt'],
    ['no blank lines', '1\n00:00:01,000 --> 00:00:02,000\nHallo\n2\n00:00:03,000 --> 00:00:04,000\nWelt'],
    ['no numbers and no blank lines', '00:00:01,000 --> 00:00:02,000\nHallo\n00:00:03,000 --> 00:00:04,000\nWelt'],
    ['dots in SRT times', srt('Hallo', 'Welt').replaceAll(',', '.')],
    ['commas in WebVTT times', `WEBVTT\n\n${srt('Hallo', 'Welt')}`],
    ['coordinates after the times', srt('Hallo', 'Welt').replaceAll(',900', ',900 X1:40 X2:600 Y1:20 Y2:50')],
    ['no spaces around the arrow', srt('Hallo', 'Welt').replaceAll(' --> ', '-->')],
    ['cues in the wrong order', '2\n00:00:03,000 --> 00:00:04,000\nWelt\n\n1\n00:00:01,000 --> 00:00:02,000\nHallo\n'],
    [
      'empty cues',
      '1\n00:00:00,000 --> 00:00:01,000\n\n2\n00:00:01,000 --> 00:00:02,000\nHallo\n\n3\n00:00:03,000 --> 00:00:04,000\nWelt\n\n4\n00:00:05,000 --> 00:00:06,000\n<i> </i>\n',
    ],
  ])('%s', (_, file) => {
    expect(textsOf(file)).toEqual(['Hallo', 'Welt']);
  });

  it.each([
    ['without a fraction', '00:00:01 --> 00:00:02', 1, 2],
    ['with a short fraction', '0:0:1,5 --> 0:00:02,25', 1.5, 2.25],
    ['without hours', '01:01,000 --> 01:02,000', 61, 62],
    ['over 99 hours', '100:00:01,000 --> 1000:00:02,000', 360_001, 3_600_002],
    ['that end where they begin: they are shown for a second', '00:00:01,000 --> 00:00:01,000', 1, 2],
  ])('times %s', (_, times, start, end) => {
    expect(parseSubtitles(`1\n${times}\nHallo\n`)).toEqual([{ start, end, text: 'Hallo' }]);
  });

  it.each([
    ['tags of SRT', '<i>Guten</i> <b>Tag</b>, <font color="#ff0000">Welt</font>', 'Guten Tag, Welt'],
    ['speakers, classes and times of WebVTT', '<v Anna Maria><c.loud>Guten</c> <00:00:00.500>Tag', 'Guten Tag'],
    ['overrides of ASS', '{\\an8}{\\i1\\pos(10,20)}Guten\\NTag\\hWelt', 'Guten Tag Welt'],
    ['entities', 'Tom &amp; Anna &lt;3 &quot;ja&quot; &#8230; &#x263a;&nbsp;!', 'Tom & Anna <3 "ja" … ☺ !'],
    ['breaks', 'Guten<br>Tag<br/>Welt', 'Guten Tag Welt'],
    ['lines of one cue, joined', 'Guten\nTag', 'Guten Tag'],
    ['a line of nothing but markup inside a cue', 'Guten\n<i></i>\nTag', 'Guten Tag'],
    ['dialogue, with its dashes', '- Kommst du?\n- Ja.', '- Kommst du? - Ja.'],
    ['text after a blank line inside a cue', 'Guten\n\nTag\n\nzusammen', 'Guten Tag zusammen'],
  ])('%s', (_, text, expected) => {
    expect(textsOf(srt(text))).toEqual([expected]);
  });

  it('characters that only look like markup as what they are', () => {
    const text = 'AT&T, 1 < 2 > 0, A --> B, {x}, <3, & so weiter &copy;';
    expect(textsOf(srt(text))).toEqual([text]);
  });

  it('control characters and halves of surrogate pairs as what they are not: text', () => {
    expect(textsOf(srt('Guten\u0001Tag\u009f, \ud83d! \ud83d\ude00'))).toEqual(['Guten Tag , \ufffd! \ud83d\ude00']);
  });

  it('entities only once', () => {
    expect(textsOf(srt('&amp;lt; &#38;lt; &#60;i&#62;'))).toEqual(['&lt; &lt; <i>']);
  });
});

describe('parseSubtitles refuses', () => {
  it.each([
    [
      'a time that is none',
      `${srt('Hallo')}\n2\n00:00:xx,000 --> 00:00:04,000\nWelt\n`,
      6,
      '"00:00:xx,000 --> 00:00:04,000" cannot be read at character 7',
    ],
    [
      'a time that is none after a cue without a blank line',
      `${srt('Hallo')}2\n0:0:x --> 0:0:4\nWelt\n`,
      5,
      '"0:0:x --> 0:0:4" cannot be read',
    ],
    ['75 minutes', '1\n00:75:00,000 --> 00:76:00,000\nHallo\n', 2, 'more than 59 minutes'],
    ['an end that is missing', '1\n00:00:01,000 -->\nHallo\n', 2, 'cannot be read'],
    ['a cue that ends before it begins', '1\n00:00:05,000 --> 00:00:02,000\nHallo\n', 2, 'ends before it begins'],
    [
      'a number without times',
      `1\nno times\n\n2\n00:00:03,000 --> 00:00:04,000\nWelt\n`,
      2,
      '"no times" stands where times should be',
    ],
    [
      'a wrong arrow',
      `${srt('Hallo')}\n2\n00:00:03,000 -> 00:00:04,000\nWelt\n`,
      6,
      '"00:00:03,000 -> 00:00:04,000" stands where times should be',
    ],
    ['a file that ends in the middle of a time', `${srt('Hallo')}\n2\n00:00:03`, 6, '"00:00:03" stands where'],
    [
      'text that is no subtitles',
      'Dear diary,\ntoday was fine.\n',
      2,
      '"today was fine." stands where times should be',
    ],
    ['a single line of text', 'Dear diary', 1, 'times'],
    ['an empty file', '', 1, 'no subtitle'],
    ['a WebVTT file without cues', 'WEBVTT\n\nNOTE nothing\n', 1, 'no subtitle'],
    ['a file with nothing but empty cues', '1\n00:00:01,000 --> 00:00:02,000\n\n', 1, 'no subtitle'],
    ['a time of millions of hours', '1\n00:00:01,000 --> 99999999:00:00,000\nHallo\n', 2, 'too many digits'],
  ])('%s, and says where', (_, file, line, problem) => {
    expect(() => parseSubtitles(file)).toThrow(BadSubtitles);
    expect(() => parseSubtitles(file)).toThrow(
      expect.objectContaining({ line, problem: expect.stringContaining(problem) }),
    );
  });

  it('in words that name line, problem and what was expected', () => {
    expect(() => parseSubtitles('1\n00:00:05,000 --> 00:00:02,000\nHallo\n')).toThrow(
      'Line 2: this cue ends before it begins. Expected times such as 00:01:02,500 --> 00:01:04,000.',
    );
  });

  it('a cue with more than 2,000 characters, at the line where it becomes too long', () => {
    const line = 'a'.repeat(999);
    expect(textsOf(srt(`${line}\n${line}`))).toEqual([`${line} ${line}`]);
    expect(() => parseSubtitles(srt(`${line}\n${line}\na`))).toThrow(expect.objectContaining({ line: 5 }));
    expect(() => parseSubtitles(srt(`${line}\n${line}\n\na`))).toThrow(expect.objectContaining({ line: 6 }));
  });

  it('a cue of many short lines that becomes too long once they are joined', () => {
    expect(textsOf(srt('a\n'.repeat(1000)))[0]).toHaveLength(1999);
    expect(() => parseSubtitles(srt('a\n'.repeat(1001)))).toThrow(expect.objectContaining({ line: 1003 }));
  });

  it('more than 1,000,000 characters of text, not counting markup', () => {
    const line = 'a'.repeat(1000);
    const hourly = (count: number, text: string) =>
      Array.from({ length: count }, (_, n) => `${n}:00:00 --> ${n}:00:01\n${text}\n`).join('\n');
    expect(parseSubtitles(hourly(1000, `<i>${line}</i>`))).toHaveLength(1000);
    expect(() => parseSubtitles(hourly(1001, line))).toThrow(
      'Line 3002: there is too much text. Expected at most 1000000 characters in all.',
    );
  });

  it('ordinary lines that all begin at the same time, with what to do about it', () => {
    const unsynced = Array.from(
      { length: 800 },
      (_, n) => `${n + 1}\n0:0:0 --> 0:0:0\n${'Das ist ein Satz. '.repeat(3)}\n`,
    );
    expect(() => parseSubtitles(unsynced.join('\n'))).toThrow(
      /^Line 378: with this cue, more than 5000 characters of text begin within 10 seconds\. Expected times that follow the speech: bring/,
    );
  });

  it.each([
    ['too much text within 10 seconds', { everyMs: 900, length: 500, most: 10 }],
    ['too much text within 10 minutes', { everyMs: 19_000, length: 1999, most: 30 }],
    ['too many cues within 10 seconds, however short', { everyMs: 30, length: 1, most: 250 }],
  ])('%s, at the first cue too many', (_, { everyMs, length, most }) => {
    const file = (count: number) =>
      Array.from({ length: count }, (_, n) => {
        const time = timestamp(n * everyMs);
        return `${time} --> ${time}\n${'a'.repeat(length)}\n`;
      });
    expect(parseSubtitles(file(most).join('\n')).length).toBeGreaterThan(0);
    expect(() =>
      parseSubtitles(
        file(most + 1)
          .toReversed()
          .join('\n'),
      ),
    ).toThrow(expect.objectContaining({ line: 1, problem: expect.stringContaining('of text begin within') }));
  });

  it('no file of four hours with the fastest speech in two languages', () => {
    const line = 'a'.repeat(50 * 3);
    const file = Array.from({ length: 4800 }, (_, n) => {
      const [start, end] = [timestamp(n * 3000), timestamp(n * 3000 + 2900)];
      return `${n + 1}\n${start} --> ${end}\n<i>${line}</i>\n`;
    });
    expect(parseSubtitles(file.join('\n'))).toHaveLength(4800);
  });

  it('more than 20,000 cues', () => {
    const hourly = (count: number) =>
      Array.from({ length: count }, (_, n) => `${n}:00:00 --> ${n}:00:01\nx\n`).join('\n');
    expect(parseSubtitles(hourly(20_000))).toHaveLength(20_000);
    expect(() => parseSubtitles(hourly(20_001))).toThrow(expect.objectContaining({ line: 60_001 }));
  });

  it('more than 200,000 lines', () => {
    expect(() => parseSubtitles('\n'.repeat(200_000))).toThrow('Line 200001: there are too many lines.');
  });

  it('more than 10 MB of text', () => {
    expect(() => parseSubtitles('a'.repeat(10 * 1024 * 1024 + 1))).toThrow('Expected at most 10485760 characters');
  });
});

describe('parseSubtitles stays linear on', () => {
  const MB = 1024 * 1024;
  const fill = (text: string) => text.repeat(Math.floor((10 * MB - 100) / text.length));
  const fillLines = (text: string) => text.repeat(Math.floor(190_000 / (text.split('\n').length - 1)));
  // Anything worse than linear would take hours here, and the test runner stops it.
  it.each([
    ['one line of letters', fill('a')],
    ['one line of half tags in a cue', `1\n00:00:01,000 --> 00:00:02,000\n${fill('<b')}`],
    ['one line of half overrides in a cue', `1\n00:00:01,000 --> 00:00:02,000\n${fill('{\\a')}`],
    ['blanks before an arrow', `1\n00:00:01,000${fill(' ')}-->`],
    ['digits before an arrow', `${fill('0')} --> 00:00:02,000`],
    ['settings after the times', `1\n00:00:01,000 --> 00:00:02,000 ${fill('a:b ')}`],
    ['blank lines', fillLines('\n')],
    ['blank lines before a WebVTT header', `${fillLines('\n')}WEBVTT`],
    ['numbers alone', fillLines('1\n\n')],
    ['stray lines after a cue', `1\n00:00:01,000 --> 00:00:02,000\n\n${fillLines('a\n\n')}`],
  ])('%s', (_, file) => {
    let result: unknown;
    try {
      result = parseSubtitles(file);
    } catch (error) {
      result = error;
    }
    expect(result instanceof BadSubtitles || Array.isArray(result)).toBe(true);
  });
});
