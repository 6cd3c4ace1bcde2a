/**
 * Brings SRT and the WebVTT that is found in the wild into the form of the WebVTT standard, line by line: line n of
 * the answer is line n of the file, so that errors name the right one.
 *
 * What it settles: times with commas or missing parts, missing or doubled blank lines, missing numbers, header,
 * notes, styles and regions, markup of both formats and of ASS. Everything else is left to the parser to refuse.
 */
import { UPLOADED_SUBTITLES_MAX_BYTES } from '../../contracts/limits.ts';
import { BadSubtitles } from './bad-subtitles.ts';
import { type CueSize, MAX_CUE_CHARACTERS, MAX_TEXT_CHARACTERS } from './limits.ts';
import { cleanText } from './markup.ts';

export const MAX_CUES = 20_000;
/** Ten lines for each cue are plenty; what is beyond would only cost memory. */
export const MAX_LINES = 10 * MAX_CUES;
/** How long a cue is shown that ends when it begins, ms. */
const MIN_CUE_MS = 1000;

const ARROW = '-->';
const TIME = /^(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?$/;
const BARE_NUMBER = /^\s*\d{1,9}\s*$/;
const TIME_LIKE = /^\s*\d+:\d/;
/** Blocks of WebVTT that hold no text. */
const IGNORED_BLOCK = /^(?:NOTE|STYLE|REGION)(?:[\s:]|$)/;

/** The lines of a file as they stand there, the same lines in canonical form, and how much text its cues have. */
export type CanonicalVtt = { source: string[]; lines: string[]; cues: CueSize[] };

/** @throws BadSubtitles when a limit is exceeded */
export function toCanonicalVtt(file: string): CanonicalVtt {
  if (file.length > UPLOADED_SUBTITLES_MAX_BYTES) {
    const expected = `at most ${UPLOADED_SUBTITLES_MAX_BYTES} characters`;
    throw new BadSubtitles(1, `the file has ${file.length} characters`, expected);
  }
  // "\r\r\n" is what a CRLF file becomes when it is written as text once more.
  const source = file.replace(/^\ufeff/, '').split(/\r?\r?\n|\r/, MAX_LINES + 1);
  if (source.length > MAX_LINES) {
    throw new BadSubtitles(MAX_LINES + 1, 'there are too many lines', `at most ${MAX_LINES}`);
  }
  return { source, ...new Canonicaliser(source).run() };
}

/** Walks over the lines once and remembers which block it is in. */
class Canonicaliser {
  private readonly source: string[];
  private readonly lines: string[];
  private readonly isVtt: boolean;
  private readonly headerLine: number;
  private block: 'none' | 'header' | 'ignored' | 'identifier' | 'cue' = 'none';
  private readonly cues: CueSize[] = [];
  /** Of the last cue as it stands in the file, and of all cues without markup. */
  private cueCharacters = 0;
  private allCharacters = 0;
  /** Where more text of the last cue goes. */
  private textLine: number | undefined;

  constructor(source: string[]) {
    this.source = source;
    this.lines = source.map(() => '');
    const first = source.findIndex((line) => line.trim() !== '');
    this.isVtt = source[first]?.startsWith('WEBVTT') ?? false;
    this.headerLine = this.isVtt ? first : -1;
  }

  run(): Omit<CanonicalVtt, 'source'> {
    this.source.forEach((line, index) => {
      if (line.trim() === '') this.block = 'none';
      else if (index === this.headerLine) this.block = 'header';
      else if (this.isTiming(line)) this.timing(line, index);
      else if (this.block === 'cue') this.text(line, index);
      else if (this.block === 'identifier') this.lines[index] = line;
      else if (this.block === 'none') this.blockStart(line, index);
    });
    return { lines: this.lines, cues: this.cues };
  }

  /** In the text of a cue an arrow may be text ("A --> B"), unless the line begins like a time. */
  private isTiming(line: string): boolean {
    if (this.block === 'ignored' || !line.includes(ARROW)) return false;
    return this.block !== 'cue' || /^\s*\d/.test(line);
  }

  private timing(line: string, index: number): void {
    if (this.cues.length === MAX_CUES)
      throw new BadSubtitles(index + 1, 'there are too many cues', `at most ${MAX_CUES}`);
    const numberOfThisCue = this.block === 'cue' && BARE_NUMBER.test(this.source[index - 1] ?? '');
    if (numberOfThisCue) this.lines[index - 1] = '';
    const { startMs, text } = canonicalTiming(line, index);
    this.lines[index] = text;
    this.cues.push({ line: index + 1, startMs, characters: 0 });
    this.block = 'cue';
    this.cueCharacters = 0;
    this.textLine = undefined;
  }

  private text(line: string, index: number): void {
    this.cueCharacters += line.length + 1;
    if (this.cueCharacters > MAX_CUE_CHARACTERS) {
      throw new BadSubtitles(index + 1, 'the text of this cue is too long', `at most ${MAX_CUE_CHARACTERS} characters`);
    }
    const text = cleanText(line);
    this.count(text.length, index);
    // An empty line would end the cue, so a line of nothing but markup becomes a space.
    this.lines[index] = text || ' ';
    this.textLine = index;
  }

  private count(characters: number, index: number): void {
    this.allCharacters += characters;
    if (this.allCharacters > MAX_TEXT_CHARACTERS) {
      throw new BadSubtitles(index + 1, 'there is too much text', `at most ${MAX_TEXT_CHARACTERS} characters in all`);
    }
    const cue = this.cues.at(-1);
    if (cue) cue.characters += characters;
  }

  /** The first line of a block: the number or name of a cue, or text that a blank line cut off from its cue. */
  private blockStart(line: string, index: number): void {
    if (this.isVtt && IGNORED_BLOCK.test(line)) {
      this.block = 'ignored';
      return;
    }
    const isNumber = BARE_NUMBER.test(line);
    const next = this.source[index + 1] ?? '';
    if (isNumber && next.trim() === '' && this.nextBlockIsTiming(index)) return;
    const isIdentifier = (this.isVtt && next.includes(ARROW)) || (isNumber && next.trim() !== '');
    if (isIdentifier || TIME_LIKE.test(line) || this.cues.length === 0) {
      this.lines[index] = line;
      this.block = 'identifier';
      return;
    }
    this.continueCue(line, index);
  }

  /** Text after a blank line belongs to the cue before: nothing that was written is lost. */
  private continueCue(line: string, index: number): void {
    const target = this.textLine ?? this.lines.findLastIndex((text, at) => at < index && text.includes(ARROW)) + 1;
    const kept = this.lines[target] ?? '';
    this.text(line, index);
    this.lines[index] = '';
    this.lines[target] = `${kept} ${cleanText(line)}`;
    this.textLine = target;
    this.block = 'none';
  }

  private nextBlockIsTiming(index: number): boolean {
    for (let at = index + 1; at < this.source.length; at += 1) {
      const line = this.source[at] ?? '';
      if (line.trim() !== '') return line.includes(ARROW);
    }
    return true;
  }
}

/** The times in the form of the standard, without settings; what cannot be understood stays for the parser to refuse. */
function canonicalTiming(line: string, index: number): { startMs: number; text: string } {
  const arrow = line.indexOf(ARROW);
  const afterArrow = line.slice(arrow + ARROW.length).trim();
  const start = milliseconds(line.slice(0, arrow).trim());
  const end = milliseconds(afterArrow.split(/\s/, 1)[0] ?? '');
  if (start === undefined || end === undefined) {
    if (/\d{7}/.test(line))
      throw new BadSubtitles(index + 1, 'a time has too many digits', 'a time such as 00:01:02,500');
    return { startMs: 0, text: line.replaceAll(',', '.') };
  }
  const shownUntil = end === start ? start + MIN_CUE_MS : end;
  return { startMs: start, text: `${timestamp(start)} ${ARROW} ${timestamp(shownUntil)}` };
}

/** The fraction is a decimal one: "1,5" is one and a half seconds. */
function milliseconds(time: string): number | undefined {
  const [, hours = '0', minutes, seconds, fraction = ''] = TIME.exec(time) ?? [];
  if (minutes === undefined || seconds === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** `hh:mm:ss.mmm`, with as many digits of hours as it takes. */
export function timestamp(ms: number): string {
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`;
}
