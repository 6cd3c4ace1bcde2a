import webvtt, { type CueNode, type ParserError } from 'webvtt-parser';
import { BadSubtitles } from './bad-subtitles.ts';
import { toCanonicalVtt } from './canonical-vtt.ts';
import type { Cue } from './cue.ts';
import { checkDensity } from './limits.ts';
import { ENTITIES } from './markup.ts';
import { tidyCues } from './tidy-cues.ts';

/** Put before the lines of the file, because the parser wants a header. */
const HEADER = ['WEBVTT', ''];
const TIMES = 'times such as 00:01:02,500 --> 00:01:04,000';
/** What the parser finds that costs nothing: such files are read all the same. */
const HARMLESS = new Set([
  'Blank line missing before cue.',
  'Start timestamp is not greater than or equal to start timestamp of previous cue.',
  'Incorrect escape.',
]);

/**
 * Cues of an SRT or WebVTT file in order of time, without overlap; empty ones are left out. Takes linear time.
 * @throws BadSubtitles
 */
export function parseSubtitles(file: string): Cue[] {
  const { source, lines, cues: sizes } = toCanonicalVtt(file);
  const parser = new webvtt.WebVTTParser(ENTITIES);
  const { cues, errors } = parser.parse([...HEADER, ...lines].join('\n'), 'subtitles/captions/descriptions');
  const error = errors.find(({ message }) => !HARMLESS.has(message));
  if (error) throw badSubtitles(error, source);
  checkDensity(sizes);

  const texts = cues.map(({ startTime, endTime, tree }) => ({
    start: toMilliseconds(startTime),
    end: toMilliseconds(endTime),
    text: textOf(tree.children).replace(/\s+/g, ' ').trim(),
  }));
  const tidy = tidyCues(texts.filter(({ text }) => text !== ''));
  if (tidy.length === 0) throw new BadSubtitles(1, 'there is no subtitle in this file', 'an SRT or WebVTT file');
  return tidy;
}

/** The sum of hours, minutes and seconds is not always the nearest floating-point number. */
const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

const textOf = (nodes: CueNode[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'object' ? textOf(node.children) : ''))
    .join('');

function badSubtitles({ message, line, col }: ParserError, source: string[]): BadSubtitles {
  const number = Math.min(line - HEADER.length, source.length);
  const text = (source[number - 1] ?? '').trim();
  if (message.startsWith('End timestamp')) return new BadSubtitles(number, 'this cue ends before it begins', TIMES);
  if (message.startsWith('Cue identifier')) {
    const found = text === '' ? 'the times of a cue are missing' : `"${clip(text)}" stands where times should be`;
    return new BadSubtitles(number, found, TIMES);
  }
  const place = col === undefined ? '' : ` at character ${col}`;
  const reason = message.replace(/\.$/, '').replace(/^./, (letter) => letter.toLowerCase());
  return new BadSubtitles(number, `"${clip(text)}" cannot be read${place}: ${reason}`, TIMES);
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
