/** Subtitle files: bytes to text, text to cues, cues to SRT and WebVTT. */
export { BadSubtitles } from './bad-subtitles.ts';
export type { Cue } from './cue.ts';
export { decodeText } from './decode-text.ts';
export { parseSubtitles } from './parse-subtitles.ts';
export { renderSrt, renderVtt } from './render.ts';
