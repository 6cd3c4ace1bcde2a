import type { ChunkTranscript, Transcript, TranscriptSegment } from '../transcript/transcript.ts';

/** A shorter end of the video joins the chunk before it, and no cut makes a chunk shorter: share of the wanted length. */
const SHORTEST_SHARE = 1 / 4;
/** In a long silence the cut keeps at least this far from speech, seconds; a shorter pause is cut in its middle. */
const MARGIN_SECONDS = 2;

/** A stretch without speech, seconds. Its length is zero where one segment follows another at once. */
type Pause = { start: number; end: number };

/**
 * Cuts a transcript into chunks of about the wanted length. Each ends in the pause nearest to it, never inside a
 * segment; without any pause in reach it becomes longer. Together they cover [0, duration] exactly once.
 *
 * Segments are cut off at the end of the video; those that begin after it are left out, because nobody can watch them.
 * @param duration of the video, seconds
 */
export function planChunks(transcript: Transcript, duration: number, chunkMinutes: number): ChunkTranscript[] {
  const segments = transcript.segments
    .filter(({ start }) => start < duration)
    .map((segment) => ({ ...segment, end: Math.min(segment.end, duration) }))
    .toSorted((a, b) => a.start - b.start);
  const edges = chunkEdges(pausesOf(segments, duration), duration, chunkMinutes * 60);
  let firstSegment = 0;
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? duration;
    const isLast = index === edges.length - 2;
    const rest = segments.slice(firstSegment);
    const inChunk = isLast ? rest : rest.filter((segment) => segment.start < end);
    const chunk = { ...transcript, index, start, end, firstSegment, segments: inChunk };
    firstSegment += inChunk.length;
    return chunk;
  });
}

function pausesOf(segments: readonly TranscriptSegment[], duration: number): Pause[] {
  const pauses: Pause[] = [];
  let spokenUntil = 0;
  for (const { start, end } of segments) {
    if (start >= spokenUntil) pauses.push({ start: spokenUntil, end: start });
    spokenUntil = Math.max(spokenUntil, end);
  }
  pauses.push({ start: spokenUntil, end: duration });
  return pauses;
}

/** Beginning of every chunk, and the end of the last. */
function chunkEdges(pauses: readonly Pause[], duration: number, wanted: number): number[] {
  const shortest = wanted * SHORTEST_SHARE;
  const edges = [0];
  for (let from = 0; ; ) {
    const target = from + wanted;
    const cuts = pauses
      .map((pause) => cutIn(pause, target))
      .filter((cut) => cut >= from + shortest && cut <= duration - shortest);
    if (target > duration - shortest || cuts.length === 0) break;
    from = cuts.reduce((best, cut) => (Math.abs(cut - target) < Math.abs(best - target) ? cut : best));
    edges.push(from);
  }
  return [...edges, duration];
}

/** The middle of a pause, or in a long one the moment nearest to the wanted one; whole milliseconds. */
function cutIn({ start, end }: Pause, target: number): number {
  const margin = Math.min((end - start) / 2, MARGIN_SECONDS);
  const cut = Math.round(Math.min(Math.max(target, start + margin), end - margin) * 1000) / 1000;
  // Rounding must not move the cut into a segment.
  return Math.min(Math.max(cut, start), end);
}
