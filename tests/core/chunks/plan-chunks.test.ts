import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChunks } from '../../../functions/core/chunks/plan-chunks.ts';
import type { Transcript } from '../../../functions/core/transcript/transcript.ts';

const transcriptOf = (...times: [number, number][]): Transcript => ({
  language: 'de',
  origin: 'speech',
  segments: times.map(([start, end], n) => ({ start, end, text: `s${n}` })),
});
const edgesOf = (transcript: Transcript, duration: number, minutes: number) =>
  planChunks(transcript, duration, minutes).map(({ start, end }) => [start, end]);

describe('planChunks', () => {
  it('cuts in the middle of the pause nearest to the wanted length', () => {
    const transcript = transcriptOf([0, 30], [31, 57], [58, 70], [71, 119]);
    expect(edgesOf(transcript, 119, 1)).toEqual([
      [0, 57.5],
      [57.5, 119],
    ]);
  });

  it('gives every segment to its chunk and counts them over the whole video', () => {
    const chunks = planChunks(transcriptOf([0, 30], [31, 57], [58, 70], [71, 119]), 119, 1);
    expect(
      chunks.map(({ index, firstSegment, segments }) => [index, firstSegment, segments.map(({ text }) => text)]),
    ).toEqual([
      [0, 0, ['s0', 's1']],
      [1, 2, ['s2', 's3']],
    ]);
  });

  it('cuts between segments that follow each other at once', () => {
    expect(edgesOf(transcriptOf([0, 29], [29, 58], [58, 90]), 90, 1)).toEqual([
      [0, 58],
      [58, 90],
    ]);
  });

  it('makes two chunks of 95 seconds with a wanted length of one minute', () => {
    expect(edgesOf(transcriptOf([0, 40], [41, 59], [61, 94]), 95, 1)).toEqual([
      [0, 60],
      [60, 95],
    ]);
  });

  it('lets an end of less than a quarter of the wanted length join the chunk before', () => {
    expect(edgesOf(transcriptOf(), 74.9, 1)).toEqual([[0, 74.9]]);
    expect(edgesOf(transcriptOf(), 75, 1)).toEqual([
      [0, 60],
      [60, 75],
    ]);
  });

  it('cuts at the wanted length where nobody speaks', () => {
    expect(edgesOf(transcriptOf(), 150, 1)).toEqual([
      [0, 60],
      [60, 120],
      [120, 150],
    ]);
    expect(edgesOf(transcriptOf([0, 10], [140, 150]), 150, 1)).toEqual([
      [0, 60],
      [60, 120],
      [120, 150],
    ]);
  });

  it('goes on beyond the wanted length rather than through a segment', () => {
    expect(edgesOf(transcriptOf([0, 100], [101, 150]), 150, 1)).toEqual([
      [0, 100.5],
      [100.5, 150],
    ]);
  });

  it('is one chunk when there is no place to cut', () => {
    expect(edgesOf(transcriptOf([0, 300]), 300, 1)).toEqual([[0, 300]]);
    expect(edgesOf(transcriptOf([1, 2]), 5, 5)).toEqual([[0, 5]]);
  });

  it('cuts segments off at the end of the video and leaves out those after it', () => {
    const [chunk] = planChunks(transcriptOf([0, 5], [8, 12], [10, 14]), 10, 1);
    expect(chunk?.segments).toEqual([
      { start: 0, end: 5, text: 's0' },
      { start: 8, end: 10, text: 's1' },
    ]);
  });

  it('covers the video exactly once, keeps every segment whole and in order, and makes no tiny chunks', () => {
    const anyTimes = fc.array(fc.tuple(fc.nat(40_000), fc.integer({ min: 1, max: 15_000 })), { maxLength: 120 });
    fc.assert(
      fc.property(
        anyTimes,
        fc.integer({ min: 500, max: 1_000_000 }),
        fc.integer({ min: 1, max: 5 }),
        (times, ms, minutes) => {
          let clock = 0;
          const transcript = transcriptOf(
            ...times.map(([pause, length]): [number, number] => {
              const start = clock + pause;
              clock = start + length;
              return [start / 1000, clock / 1000];
            }),
          );
          const duration = ms / 1000;
          const chunks = planChunks(transcript, duration, minutes);
          expect(chunks[0]?.start).toBe(0);
          expect(chunks.at(-1)?.end).toBe(duration);
          for (const [n, chunk] of chunks.entries()) {
            const next = chunks[n + 1];
            if (next) expect(next.start).toBe(chunk.end);
            expect(chunk.index).toBe(n);
            if (chunks.length > 1) expect(chunk.end - chunk.start).toBeGreaterThanOrEqual(minutes * 15 - 0.001);
            for (const segment of chunk.segments) {
              expect(segment.start).toBeGreaterThanOrEqual(chunk.start);
              expect(segment.end).toBeLessThanOrEqual(chunk.end);
            }
          }
          const all = chunks.flatMap((chunk) => chunk.segments.map(({ text }, n) => [chunk.firstSegment + n, text]));
          const watchable = transcript.segments.filter(({ start }) => start < duration);
          expect(all).toEqual(watchable.map(({ text }, n) => [n, text]));
        },
      ),
    );
  });
});
