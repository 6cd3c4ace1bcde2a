import { DEFAULT_CHUNK_MINUTES, MIN_DURATION_SECONDS, PART_OVERLAP_SECONDS } from '../../contracts/limits.ts';
import type { PlannedPart } from '../../contracts/pipeline.ts';

/** Most sound in one part, bytes: what a function holds in memory while it cuts. Only PCM comes near it. */
export const MAX_PART_BYTES = 32 * 1024 * 1024;
/** Most parts of one video; the history of an execution holds some 25,000 events, a part makes about 30. */
export const MAX_PARTS = 240;
/** Shorter parts would pay more for starting than for transcribing, minutes. */
const SHORTEST_WANTED_MINUTES = DEFAULT_CHUNK_MINUTES;

/**
 * Divides the sound into parts of equal length that are transcribed at the same time. They cover the media exactly
 * once; words at their borders are heard whole by the overlap.
 * @param duration seconds, at least 0.5
 * @param bytesPerSecond of the sound track
 * @param chunkMinutes wanted length of a chunk of the lesson
 */
export function planParts(duration: number, bytesPerSecond: number, chunkMinutes: number): PlannedPart[] {
  const wanted = Math.max(chunkMinutes, SHORTEST_WANTED_MINUTES) * 60;
  const length = Math.min(wanted, MAX_PART_BYTES / Math.max(bytesPerSecond, 1) - 2 * PART_OVERLAP_SECONDS);
  const most = Math.min(MAX_PARTS, Math.floor(duration / MIN_DURATION_SECONDS));
  // A sound so rich that not even the overlap fits gets as many parts as there may be.
  const count = Math.max(1, length > 0 ? Math.min(most, Math.ceil(duration / length)) : most);
  return Array.from({ length: count }, (_, index) => ({
    index,
    start: border(index, count, duration),
    end: border(index + 1, count, duration),
  }));
}

/** The part with the overlap on both sides, inside the media. */
export function withOverlap(part: PlannedPart, duration: number): { start: number; end: number } {
  return {
    start: Math.max(0, part.start - PART_OVERLAP_SECONDS),
    end: Math.min(duration, part.end + PART_OVERLAP_SECONDS),
  };
}

/** The same for the end of a part as for the start of the next one. */
const border = (index: number, count: number, duration: number) =>
  index === count ? duration : (duration * index) / count;
