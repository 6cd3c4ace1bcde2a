import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../functions/contracts/lesson.ts';
import type { SavedChunk } from '../../../functions/core/chunks/saved-chunk.ts';
import { allLessons, getLesson } from '../../../functions/core/lessons/lessons.ts';
import { aChunk, aLesson, aVideo, videoRef } from '../../support/builders.ts';

const ref = videoRef(aVideo());
const deps = (chunks: SavedChunk[], stored: Record<string, Lesson>) => ({
  chunks: {
    get: async (_ref: unknown, index: number) => chunks.find((chunk) => chunk.index === index),
    listAll: async () => chunks,
  },
  lessons: { read: async (_ref: unknown, keys: readonly string[]) => keys.map((key) => stored[key]) },
});

describe('The lessons of a video', () => {
  const [first, second] = [aChunk(0), aChunk(1)];
  const stored = { [first.lessonKey]: aLesson({ index: 0 }), [second.lessonKey]: aLesson({ index: 1 }) };

  it('are found by their chunks, one and all', async () => {
    const all = deps([first, second], stored);
    expect(await getLesson(all, ref, 1)).toEqual(stored[second.lessonKey]);
    expect(await allLessons(all, ref)).toEqual([stored[first.lessonKey], stored[second.lessonKey]]);
  });

  it('are not found for a chunk that is not finished, or whose lesson was deleted between the two reads', async () => {
    await expect(getLesson(deps([first], stored), ref, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getLesson(deps([first], {}), ref, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(allLessons(deps([first], {}), ref)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not ready before a chunk is finished', async () => {
    await expect(allLessons(deps([], {}), ref)).rejects.toMatchObject({ code: 'NOT_READY' });
  });
});
