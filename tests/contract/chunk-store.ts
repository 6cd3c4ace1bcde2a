import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VocabularyRow } from '../../functions/core/chunks/saved-chunk.ts';
import type { ChunkStore } from '../../functions/core/ports/chunk-store.ts';
import { InvalidCursor, type TaskStore, VideoGone, type VideoStore } from '../../functions/core/ports/video-store.ts';
import { aChunk, aFailure, aTaskOf, aVideo, rows, T0, taskRef, videoRef } from '../support/builders.ts';

type Stores = { videos: VideoStore; tasks: TaskStore; chunks: ChunkStore };

/** More vocabulary than fits one item of the database. */
const manyRows = (count: number): VocabularyRow[] =>
  Array.from({ length: count }, (_, i) => ({
    lemma: `Wort-${i}`.padEnd(400, 'ß'),
    pos: 'noun',
    level: 'B1',
    count: i,
  }));

/** What every ChunkStore promises. */
export function describeChunkStore(name: string, stores: () => Stores) {
  describe(`${name} as a ChunkStore`, () => {
    const started = async () => {
      const video = aVideo();
      await stores().videos.create(video);
      const task = aTaskOf(video);
      await stores().tasks.start(task);
      return { video: videoRef(video), task, ref: taskRef(task) };
    };
    const counted = async (ref: ReturnType<typeof taskRef>) => ({
      task: (await stores().tasks.get(ref.ownerId, ref.taskId))?.chunksDone,
      video: (await stores().videos.get(ref))?.chunksDone,
    });

    it('saves a chunk with its vocabulary and counts it for task and video', async () => {
      const { video, ref } = await started();
      expect(await stores().chunks.save(ref, aChunk(2), rows('Haus', 'Hafen'), T0)).toBe('saved');
      expect(await stores().chunks.get(video, 2)).toEqual(aChunk(2));
      expect(await stores().chunks.vocabulary(video, 2)).toEqual(rows('Haus', 'Hafen'));
      expect(await counted(ref)).toEqual({ task: [2], video: [2] });
    });

    it('changes nothing when the same chunk is saved again', async () => {
      const { task, ref } = await started();
      await stores().chunks.save(ref, aChunk(0), rows('Haus'), T0);
      const before = await stores().tasks.get(task.ownerId, task.id);
      expect(await stores().chunks.save(ref, aChunk(0), rows('Haus'), T0 + 1000)).toBe('already saved');
      expect(await stores().tasks.get(task.ownerId, task.id)).toEqual(before);
      expect(await counted(ref)).toEqual({ task: [0], video: [0] });
    });

    it('counts a chunk that an earlier attempt saved for the attempt that saves it again', async () => {
      const { task, ref } = await started();
      await stores().chunks.save(ref, aChunk(0), [], T0);
      await stores().tasks.fail(ref, aFailure(), T0, T0);
      const video = await stores().videos.get(ref);
      if (!video) throw new Error('The video has vanished');
      const retry = aTaskOf(video);
      await stores().tasks.start(retry);
      expect(await stores().chunks.save(taskRef(retry), aChunk(0), [], T0)).toBe('already saved');
      expect(await counted(taskRef(retry))).toEqual({ task: [0], video: [0] });
      expect(retry.attempt).toBe(task.attempt + 1);
    });

    it('replaces a chunk of other content whole, also by fewer pages of vocabulary', async () => {
      const { video, ref } = await started();
      const many = manyRows(700);
      await stores().chunks.save(ref, aChunk(0), many, T0);
      expect(await stores().chunks.vocabulary(video, 0)).toEqual(many);
      const changed = aChunk(0, { hash: 'other', wordCount: 1 });
      expect(await stores().chunks.save(ref, changed, rows('Schiff'), T0)).toBe('saved');
      expect(await stores().chunks.get(video, 0)).toEqual(changed);
      expect(await stores().chunks.vocabulary(video, 0)).toEqual(rows('Schiff'));
      await stores().chunks.save(ref, aChunk(0, { hash: 'third' }), many, T0);
      expect(await stores().chunks.vocabulary(video, 0)).toEqual(many);
      expect(await counted(ref)).toEqual({ task: [0], video: [0] });
    });

    it('keeps the vocabulary of 36 chunks that are saved at once, each counted once', async () => {
      const { video, ref } = await started();
      const indices = Array.from({ length: 36 }, (_, i) => i);
      const saves = indices.map((i) => stores().chunks.save(ref, aChunk(i), rows(`Wort${i}`), T0));
      expect(new Set(await Promise.all(saves))).toEqual(new Set(['saved']));
      expect(await counted(ref)).toEqual({ task: indices, video: indices });
      expect(await stores().chunks.listAll(video)).toEqual(indices.map((i) => aChunk(i)));
      for (const i of indices) expect(await stores().chunks.vocabulary(video, i)).toEqual(rows(`Wort${i}`));
    });

    it('saves the same chunk once when it is saved several times at once', async () => {
      const { ref } = await started();
      const saves = Array.from({ length: 8 }, () => stores().chunks.save(ref, aChunk(1), rows('Haus'), T0));
      const outcomes = await Promise.all(saves);
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await counted(ref)).toEqual({ task: [1], video: [1] });
    });

    it('writes nothing when the video is gone', async () => {
      const { video, ref } = await started();
      await stores().videos.delete(video);
      await expect(stores().chunks.save(ref, aChunk(0), rows('Haus'), T0)).rejects.toThrow(VideoGone);
      expect(await stores().chunks.get(video, 0)).toBeUndefined();
      expect(await stores().chunks.vocabulary(video, 0)).toEqual([]);
      expect(await counted(ref)).toEqual({ task: undefined, video: undefined });
    });

    it('leaves nothing behind when the video is deleted while its chunks are saved', async () => {
      const { video, ref } = await started();
      const saves = Array.from({ length: 12 }, (_, i) => stores().chunks.save(ref, aChunk(i), rows('Haus'), T0));
      const outcomes = Promise.allSettled(saves);
      await stores().videos.delete(video);
      const refusals = (await outcomes).filter((outcome) => outcome.status === 'rejected');
      for (const { reason } of refusals) expect(reason).toBeInstanceOf(VideoGone);
      expect(await stores().chunks.listAll(video)).toEqual([]);
      expect(await stores().chunks.vocabulary(video, 0)).toEqual([]);
    });

    it('writes nothing when the task has ended, also for a chunk that is already there', async () => {
      const { video, ref } = await started();
      await stores().chunks.save(ref, aChunk(0), [], T0);
      await stores().tasks.fail(ref, aFailure(), T0, T0);
      for (const index of [0, 1]) {
        await expect(stores().chunks.save(ref, aChunk(index), [], T0)).rejects.toThrow(VideoGone);
      }
      expect(await stores().chunks.listAll(video)).toEqual([aChunk(0)]);
    });

    it('lists chunks in order of time, page by page', async () => {
      const { video, ref } = await started();
      for (const i of [10, 2, 1, 9]) await stores().chunks.save(ref, aChunk(i), rows('Haus'), T0);
      const first = await stores().chunks.list(video, { limit: 3 });
      expect(first.items.map(({ index }) => index)).toEqual([1, 2, 9]);
      const second = await stores().chunks.list(video, { limit: 3, ...first });
      expect(second).toEqual({ items: [aChunk(10)] });
    });

    it("refuses another video's cursor and finds nothing under another owner's name", async () => {
      const { video, ref } = await started();
      for (const i of [0, 1]) await stores().chunks.save(ref, aChunk(i), rows('Haus'), T0);
      const { cursor = '' } = await stores().chunks.list(video, { limit: 1 });
      const other = { ...video, videoId: randomUUID() };
      await expect(stores().chunks.list(other, { limit: 1, cursor })).rejects.toThrow(InvalidCursor);
      const thief = { ...video, ownerId: randomUUID() };
      expect(await stores().chunks.get(thief, 0)).toBeUndefined();
      expect(await stores().chunks.listAll(thief)).toEqual([]);
      expect(await stores().chunks.vocabulary(thief, 0)).toEqual([]);
    });

    it('deletes chunks that are not in the plan with their vocabulary, and counts them no longer', async () => {
      const { video, ref } = await started();
      for (const i of [0, 1, 2, 11]) await stores().chunks.save(ref, aChunk(i), rows('Haus'), T0);
      const kept = [0, 1].map((i) => [i, aChunk(i).hash] as const);
      await stores().chunks.prune(video, new Map([...kept, [2, 'another hash']]));
      expect((await stores().chunks.listAll(video)).map(({ index }) => index)).toEqual([0, 1]);
      expect(await stores().chunks.vocabulary(video, 1)).toEqual(rows('Haus'));
      expect(await stores().chunks.vocabulary(video, 11)).toEqual([]);
      expect((await stores().videos.get(video))?.chunksDone).toEqual([0, 1]);
    });
  });
}
