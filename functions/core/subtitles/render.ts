import { timestamp } from './canonical-vtt.ts';
import type { Cue } from './cue.ts';

/**
 * Cues as a SubRip file. A text may have several lines. SRT knows no escapes, so only what would be read as markup
 * is escaped: "AT&T" and "1 < 2" stay as they are.
 */
export function renderSrt(cues: readonly Cue[]): string {
  return cues
    .map(
      (cue, index) =>
        `${index + 1}\n${times(cue).replaceAll('.', ',')}\n${lines(cue.text).map(escapeSrt).join('\n')}\n`,
    )
    .join('\n');
}

/** Cues as a WebVTT file. `note` becomes a comment at its top. */
export function renderVtt(cues: readonly Cue[], { note }: { note?: string } = {}): string {
  // An arrow may not occur in a comment, nor a blank line.
  const comment = note === undefined ? [] : [`NOTE ${note.replaceAll('-->', '->').replace(/\s+/g, ' ').trim()}\n`];
  const blocks = cues.map((cue) => `${times(cue)}\n${lines(cue.text).map(escapeVtt).join('\n')}\n`);
  return ['WEBVTT\n', ...comment, ...blocks].join('\n');
}

const times = ({ start, end }: Cue) =>
  `${timestamp(Math.round(start * 1000))} --> ${timestamp(Math.round(end * 1000))}`;

/** A blank line would end the cue. */
const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const escapeVtt = (line: string) =>
  escapeOverrides(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

const escapeSrt = (line: string) =>
  escapeOverrides(
    line
      .replace(/&(?=#|[a-z]+;)/gi, '&amp;')
      .replace(/<(?=[/a-z\d])/gi, '&lt;')
      .replaceAll('-->', '--&gt;'),
  );

/** What readers take for commands of ASS. */
const escapeOverrides = (line: string) => line.replaceAll('{\\', '&#123;\\').replace(/\\(?=[Nh])/g, '&#92;');
