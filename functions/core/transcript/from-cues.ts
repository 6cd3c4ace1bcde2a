import type { SourceLanguage } from '../../contracts/languages.ts';
import type { Cue } from '../subtitles/cue.ts';
import type { Transcript } from './transcript.ts';

/** Subtitles as a transcript: a line is a segment, because its times are exact. */
export function transcriptFromCues(cues: readonly Cue[], language: SourceLanguage): Transcript {
  const segments = cues.map(({ start, end, text }) => ({ start, end, text: withoutLoneDash(text) }));
  return { language, origin: 'subtitles', segments: segments.filter(({ text }) => text !== '') };
}

/** A dash before each of several speakers tells them apart ("- Kommst du? - Ja."); before a single one it says nothing. */
function withoutLoneDash(text: string): string {
  const alone = /^[-–—]\s*(?=\S)/.exec(text);
  if (!alone) return text;
  const rest = text.slice(alone[0].length);
  return /(?:^|\s)[-–—]\s?\S/.test(rest) ? text : rest;
}
