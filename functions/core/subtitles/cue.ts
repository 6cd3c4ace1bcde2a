/** A line of subtitles with its time, seconds. `text` is one line of plain text, without markup. */
export type Cue = { start: number; end: number; text: string };
