import type { Cue } from './cue.ts';

/** A cue that would be left with less time than this by the next one shares its line with it, seconds. */
const MIN_VISIBLE = 0.2;

/**
 * Sorts cues by time and ends each when the next begins, so that no two overlap. Cues that begin (nearly) together
 * become one with both texts: nothing that is said gets lost.
 */
export function tidyCues(cues: readonly Cue[]): Cue[] {
  const tidy: Cue[] = [];
  for (const cue of cues.toSorted((a, b) => a.start - b.start)) {
    const last = tidy.at(-1);
    if (!last || last.end <= cue.start) {
      tidy.push({ ...cue });
    } else if (cue.start - last.start < MIN_VISIBLE) {
      last.end = Math.max(last.end, cue.end);
      if (cue.text !== last.text) last.text = `${last.text} ${cue.text}`;
    } else {
      last.end = cue.start;
      tidy.push({ ...cue });
    }
  }
  return tidy;
}
