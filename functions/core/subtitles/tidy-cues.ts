import type { Cue } from './cue.ts';
import { MAX_CUE_CHARACTERS } from './limits.ts';

/** A cue that would be left with less time than this by the next one shares its line with it, seconds. */
const MIN_VISIBLE = 0.2;

/**
 * Sorts cues by time and ends each when the next begins, so that no two overlap. Cues that begin (nearly) together
 * become one with both texts. Where that would be longer than MAX_CUE_CHARACTERS, the later cue keeps a line of its own
 * and begins as soon as the one before it has been seen for MIN_VISIBLE: nothing that is said gets lost.
 */
export function tidyCues(cues: readonly Cue[]): Cue[] {
  const tidy: Cue[] = [];
  for (const cue of cues.toSorted((a, b) => a.start - b.start)) {
    const last = tidy.at(-1);
    if (!last || last.end <= cue.start) {
      tidy.push({ ...cue });
    } else if (cue.start - last.start >= MIN_VISIBLE) {
      last.end = cue.start;
      tidy.push({ ...cue });
    } else if (!join(last, cue)) {
      last.end = Math.min(last.end, toMilliseconds(last.start + MIN_VISIBLE));
      tidy.push({ ...cue, start: last.end, end: Math.max(cue.end, toMilliseconds(last.end + MIN_VISIBLE)) });
    }
  }
  return tidy;
}

/** Adds a cue to the one before it, unless that would become too long. */
function join(last: Cue, cue: Cue): boolean {
  const text = cue.text === last.text ? last.text : `${last.text} ${cue.text}`;
  if (text.length > MAX_CUE_CHARACTERS) return false;
  last.text = text;
  last.end = Math.max(last.end, cue.end);
  return true;
}

/** A sum of seconds is not always the nearest floating-point number. */
const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
