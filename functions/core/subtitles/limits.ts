/**
 * How much text a subtitle file may hold. Fast speech has 25 characters a second; automatic captions that repeat each
 * line while they roll have three times as many. What these limits let through makes a lesson below 4 MB a chunk.
 */
import { BadSubtitles } from './bad-subtitles.ts';

/** Longest text of one cue as it stands in the file, line ends included, and of cues that were joined; characters. */
export const MAX_CUE_CHARACTERS = 2000;
/** All text of a file, characters: 4 h with 69 a second. Bounds what its translation costs. */
export const MAX_TEXT_CHARACTERS = 1_000_000;

/** However short, a cue counts as this many characters: it becomes a segment of its own. */
const MIN_CUE_COST = 20;
/**
 * Most characters of cues that begin within a stretch of so many seconds. The short one finds files whose times say
 * nothing, and leaves room for signs and songs drawn frame by frame; the long one bounds a chunk, which has at most
 * 25 minutes.
 */
const DENSITIES = [
  { seconds: 10, characters: 5000 },
  { seconds: 600, characters: 60_000 },
];

/** Where a cue stands in the file (line of its times, from 1), when it begins (ms), and how much text it has. */
export type CueSize = { line: number; startMs: number; characters: number };

/** @throws BadSubtitles at the cue, in order of time, with which there is too much text at once */
export function checkDensity(cues: readonly CueSize[]): void {
  const sorted = cues.filter(({ characters }) => characters > 0).toSorted((a, b) => a.startMs - b.startMs);
  for (const { seconds, characters } of DENSITIES) {
    let first = 0;
    let sum = 0;
    for (const cue of sorted) {
      sum += cost(cue);
      for (let left = sorted[first]; left && left.startMs <= cue.startMs - seconds * 1000; left = sorted[first]) {
        sum -= cost(left);
        first += 1;
      }
      if (sum > characters) {
        throw new BadSubtitles(
          cue.line,
          `with this cue, more than ${characters} characters of text begin within ${seconds} seconds`,
          'times that follow the speech: bring the subtitles in step with the video, or leave them out',
        );
      }
    }
  }
}

const cost = ({ characters }: CueSize) => Math.max(characters, MIN_CUE_COST);
