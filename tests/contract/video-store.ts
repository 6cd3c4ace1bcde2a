import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChunkStore } from '../../functions/core/ports/chunk-store.ts';
import { InvalidCursor, type TaskStore, VideoGone, type VideoStore } from '../../functions/core/ports/video-store.ts';
import type { Video } from '../../functions/core/videos/video.ts';
import { aChunk, aFailure, aTaskOf, aVideo, rows, T0, taskRef, videoRef } from '../support/builders.ts';

type Stores = { videos: VideoStore; tasks: TaskStore; chunks: ChunkStore };

/** What every VideoStore promises. */
export function describeVideoStore(name: string, stores: () => Stores) {
  describe(`${name} as a VideoStore`, () => {
    const create = async (fields: Partial<Video> = {}) => {
      const video = aVideo(fields);
      await stores().videos.create(video);
      return video;
    };
    const get = (video: Video) => stores().videos.get(videoRef(video));

    it('gives back a video as it was created, with and without its optional fields', async () => {
      const bare = await create();
      const full = await create({
        uploadId: 'upload',
        etag: 'etag',
        taskId: randomUUID(),
        transcriptOrigin: 'speech',
        duration: 61.25,
        chunksTotal: 3,
        chunksDone: [0, 2],
        error: aFailure(),
      });
      expect(await get(bare)).toEqual(bare);
      expect(await get(full)).toEqual(full);
    });

    it("finds nothing under another owner's name", async () => {
      const video = await create();
      expect(await stores().videos.get({ ownerId: randomUUID(), videoId: video.id })).toBeUndefined();
    });

    it('lists newest first, page by page, without an empty last page', async () => {
      const ownerId = randomUUID();
      const ids = ['0190-a', '0190-b', '0190-c', '0190-d'];
      for (const id of ids) await create({ id, ownerId });
      const first = await stores().videos.list(ownerId, { limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual(['0190-d', '0190-c']);
      expect(first.cursor).toBeTypeOf('string');
      const second = await stores().videos.list(ownerId, { limit: 2, ...first });
      expect(second.items.map(({ id }) => id)).toEqual(['0190-b', '0190-a']);
      expect(second).not.toHaveProperty('cursor');
    });

    it("lists neither other owners' videos nor anything that is no video", async () => {
      const video = await create();
      await create();
      await stores().tasks.start(aTaskOf(video));
      const { items } = await stores().videos.list(video.ownerId, { limit: 100 });
      expect(items.map(({ id }) => id)).toEqual([video.id]);
    });

    it('lists whole pages although the database answers at most 1 MB at once', async () => {
      const ownerId = randomUUID();
      const title = 'x'.repeat(300_000);
      for (let i = 0; i < 5; i++) await create({ id: `0190-${i}`, ownerId, title });
      const { items, cursor } = await stores().videos.list(ownerId, { limit: 5 });
      expect(items).toHaveLength(5);
      expect(cursor).toBeUndefined();
    });

    it('refuses a cursor of another owner, of another list, and anything that is none', async () => {
      const [mine, other] = [randomUUID(), randomUUID()];
      for (const ownerId of [mine, mine, other, other]) await create({ ownerId });
      const { cursor = '' } = await stores().videos.list(other, { limit: 1 });
      const mineToo = Buffer.from(JSON.stringify([`USER#${mine}`, 'TASK#1'])).toString('base64url');
      for (const bad of [cursor, mineToo, '', 'nonsense', Buffer.from('[1]').toString('base64url')]) {
        await expect(stores().videos.list(mine, { limit: 1, cursor: bad })).rejects.toThrow(InvalidCursor);
      }
    });

    it('changes only the fields that are given', async () => {
      const video = await create({ chunksDone: [1] });
      const changes = { duration: 12.5, size: 7, hasSubtitles: true, chunksTotal: 2 };
      await stores().videos.update(videoRef(video), changes, T0 + 5);
      expect(await get(video)).toEqual({ ...video, ...changes, updatedAt: T0 + 5 });
    });

    it('replaces the finished chunks, also by none', async () => {
      const video = await create({ chunksDone: [0, 1, 2] });
      await stores().videos.update(videoRef(video), { chunksDone: [2, 5] }, T0);
      expect(await get(video)).toMatchObject({ chunksDone: [2, 5] });
      await stores().videos.update(videoRef(video), { chunksDone: [] }, T0);
      expect(await get(video)).toMatchObject({ chunksDone: [] });
    });

    it('forgets the upload under way, and does not mind when the video is gone', async () => {
      const video = await create({ uploadId: 'upload' });
      await stores().videos.clearUpload(videoRef(video), T0);
      expect(await get(video)).not.toHaveProperty('uploadId');
      const gone = aVideo();
      await stores().videos.clearUpload(videoRef(gone), T0);
      expect(await get(gone)).toBeUndefined();
    });

    it('marks a video failed', async () => {
      const video = await create();
      await stores().videos.fail(videoRef(video), aFailure('FILE_TOO_LARGE'), T0 + 1);
      expect(await get(video)).toMatchObject({ state: 'failed', error: aFailure('FILE_TOO_LARGE') });
    });

    it('says that a video is gone, and does not bring it back by changing it', async () => {
      const gone = aVideo();
      await expect(stores().videos.update(videoRef(gone), { size: 1 }, T0)).rejects.toThrow(VideoGone);
      await expect(stores().videos.fail(videoRef(gone), aFailure(), T0)).rejects.toThrow(VideoGone);
      expect(await get(gone)).toBeUndefined();
    });

    it('deletes a video with its chunks, vocabulary and tasks, and nothing else', async () => {
      const { videos, tasks, chunks } = stores();
      const ownerId = randomUUID();
      const [doomed, kept] = [await create({ ownerId }), await create({ ownerId })];
      const [doomedTask, keptTask] = [aTaskOf(doomed), aTaskOf(kept)];
      for (const task of [doomedTask, keptTask]) {
        await tasks.start(task);
        await chunks.save(taskRef(task), aChunk(0), rows('Haus'), T0);
      }
      await videos.delete(videoRef(doomed));
      expect(await get(doomed)).toBeUndefined();
      expect(await tasks.get(ownerId, doomedTask.id)).toBeUndefined();
      expect(await chunks.listAll(videoRef(doomed))).toEqual([]);
      expect(await chunks.vocabulary(videoRef(doomed), 0)).toEqual([]);
      expect(await get(kept)).toBeDefined();
      expect(await tasks.get(ownerId, keptTask.id)).toBeDefined();
      expect(await chunks.vocabulary(videoRef(kept), 0)).toHaveLength(1);
    });

    it('deletes more than one batch, and what is not there without an error', async () => {
      const { videos, tasks, chunks } = stores();
      const video = await create();
      const task = aTaskOf(video);
      await tasks.start(task);
      for (let i = 0; i < 30; i++) await chunks.save(taskRef(task), aChunk(i), rows('Haus'), T0);
      await videos.delete(videoRef(video));
      await videos.delete(videoRef(video));
      expect(await chunks.listAll(videoRef(video))).toEqual([]);
    });
  });
}
