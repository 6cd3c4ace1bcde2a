import type { Word } from './transcript.ts';

/**
 * Words of a stretch that was transcribed on its own. The audio reaches beyond `start` and `end` on both sides, so
 * that words there are heard whole. Word times count from `offset`, where the audio begins in the video. Seconds.
 */
export type PartTranscript = { start: number; end: number; offset: number; words: readonly Word[] };

/** The same word, heard in two parts, has times that differ less than this, seconds. */
const SAME_WORD_TOLERANCE = 0.5;
/** Two words this close in time are the same sound, even when the parts understood it differently, seconds. */
const SAME_SOUND_TOLERANCE = 0.1;

/** A word with its time in the video; `twin` is the same word as the other part heard it. */
type Placed = { word: Word; middle: number; twin?: Placed };

/**
 * Words of the whole video out of the words of its parts, in order of time.
 *
 * A word belongs to the part that holds its middle (`start` ≤ middle < `end`), so none is cut, lost or doubled. What
 * two neighbours both heard, with slightly different times, is recognised as one word and belongs to the part that
 * holds the average of both middles.
 */
export function stitchParts(parts: readonly PartTranscript[]): Word[] {
  let stitched: Placed[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const placed = part.words.map((word) => place(word, part.offset)).toSorted((a, b) => a.middle - b.middle);
    stitched = stitched.length === 0 ? placed : join(stitched, placed, part.start);
  }
  return stitched.map(({ word }) => word);
}

function place(word: Word, offset: number): Placed {
  const start = toMilliseconds(offset + word.start);
  const end = toMilliseconds(offset + word.end);
  return { word: { ...word, start, end }, middle: (start + end) / 2 };
}

/** A sum of seconds is not always the nearest floating-point number, and a word may not begin before the video. */
const toMilliseconds = (seconds: number) => Math.max(0, Math.round(seconds * 1000) / 1000);

/** Joins words before and after a seam. Both sides may hold words beyond it. */
function join(before: Placed[], after: Placed[], seam: number): Placed[] {
  const overlap = before.slice(before.findLastIndex(({ middle }) => middle < (after[0]?.middle ?? seam) - 1) + 1);
  pairTwins(overlap, after);
  const isBefore = ({ middle, twin }: Placed) => (middle + (twin?.middle ?? middle)) / 2 < seam;
  const joined = [...before.filter(isBefore), ...after.filter((placed) => !isBefore(placed))];
  for (const placed of joined) delete placed.twin;
  return joined.toSorted((a, b) => a.middle - b.middle);
}

/** Pairs every word with the same word nearest in time on the other side, nearest pairs first. */
function pairTwins(before: Placed[], after: Placed[]): void {
  const last = before.at(-1)?.middle ?? Number.NEGATIVE_INFINITY;
  const candidates = after.filter(({ middle }) => middle <= last + SAME_WORD_TOLERANCE);
  const pairs = before
    .flatMap((left) => candidates.map((right) => ({ left, right, distance: Math.abs(left.middle - right.middle) })))
    .filter(({ left, right, distance }) => distance <= toleranceFor(left, right))
    .toSorted((a, b) => a.distance - b.distance);
  for (const { left, right } of pairs) {
    if (left.twin || right.twin) continue;
    left.twin = right;
    right.twin = left;
  }
}

const toleranceFor = (left: Placed, right: Placed) =>
  spoken(left) === spoken(right) ? SAME_WORD_TOLERANCE : SAME_SOUND_TOLERANCE;

/** Punctuation and capitals depend on what a part heard around the word. */
const spoken = ({ word }: Placed) => word.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word.text;
