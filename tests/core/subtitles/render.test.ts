import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, parseSubtitles, renderSrt, renderVtt } from '../../../functions/core/subtitles/index.ts';

/** Times without overlap; one-line texts full of what could be taken for markup. */
const anyCues = fc
  .array(
    fc.record({
      pause: fc.nat(500_000),
      length: fc.integer({ min: 1, max: 20_000 }),
      text: fc
        .array(
          fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 8 }),
            fc.constantFrom(
              '<i>',
              '</b>',
              '<3',
              '&amp;',
              '&',
              '&#60;',
              '-->',
              '{\\an8}',
              '\\N',
              '\\h',
              '- ',
              '42',
              'NOTE',
              'é',
            ),
          ),
          { maxLength: 12 },
        )
        // A single line of printable text, as cues are.
        .map((parts) =>
          parts
            .join('')
            .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
            .trim(),
        )
        .filter((text) => text !== ''),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((parts) => {
    let clock = 0;
    return parts.map(({ pause, length, text }): Cue => {
      const start = clock + pause;
      clock = start + length;
      return { start: start / 1000, end: clock / 1000, text };
    });
  });

describe('renderSrt', () => {
  it('writes a SubRip file', () => {
    const cues = [
      { start: 1.5, end: 2.75, text: 'Guten Tag!' },
      { start: 360_003.004, end: 360_005, text: 'AT&T: 1 < 2\n\nGood day' },
    ];
    expect(renderSrt(cues)).toBe(
      '1\n00:00:01,500 --> 00:00:02,750\nGuten Tag!\n\n2\n100:00:03,004 --> 100:00:05,000\nAT&T: 1 < 2\nGood day\n',
    );
  });

  it('writes what is read again as the same cues, and the same file', () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        const file = renderSrt(cues);
        expect(parseSubtitles(file)).toEqual(cues);
        expect(renderSrt(parseSubtitles(file))).toBe(file);
      }),
    );
  });
});

describe('renderVtt', () => {
  it('writes a WebVTT file, escaped', () => {
    expect(renderVtt([{ start: 1.5, end: 2.75, text: '1 < 2 & 3 > 2 --> <i>' }])).toBe(
      'WEBVTT\n\n00:00:01.500 --> 00:00:02.750\n1 &lt; 2 &amp; 3 &gt; 2 --&gt; &lt;i&gt;\n',
    );
  });

  it('writes a note as a comment that cannot break the file', () => {
    const file = renderVtt([{ start: 1, end: 2, text: 'Hallo' }], { note: 'one\n\n00:00 --> 00:01\ntwo' });
    expect(file).toBe('WEBVTT\n\nNOTE one 00:00 -> 00:01 two\n\n00:00:01.000 --> 00:00:02.000\nHallo\n');
    expect(parseSubtitles(file)).toHaveLength(1);
  });

  it('writes what is read again as the same cues, and the same file', () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        const file = renderVtt(cues);
        expect(parseSubtitles(file)).toEqual(cues);
        expect(renderVtt(parseSubtitles(file))).toBe(file);
      }),
    );
  });
});
