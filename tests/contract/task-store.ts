import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASK_STEPS, type TaskStep } from '../../functions/contracts/task.ts';
import type { ChunkStore } from '../../functions/core/ports/chunk-store.ts';
import { type TaskStore, VideoGone, type VideoStore } from '../../functions/core/ports/video-store.ts';
import { isActive } from '../../functions/core/tasks/execution.ts';
import { percentOf } from '../../functions/core/tasks/progress.ts';
import type { Task } from '../../functions/core/tasks/task.ts';
import type { Video } from '../../functions/core/videos/video.ts';
import { aChunk, aFailure, aTaskOf, aVideo, type FakeClock, T0, taskRef, videoRef } from '../support/builders.ts';

type Stores = { videos: VideoStore; tasks: TaskStore; chunks: ChunkStore; clock: FakeClock };

const EXPIRES_AT = T0 / 1000 + 3600;

/** What every TaskStore promises. */
export function describeTaskStore(name: string, stores: () => Stores) {
  describe(`${name} as a TaskStore`, () => {
    const started = async (fields: Partial<Video> = {}) => {
      const video = aVideo(fields);
      await stores().videos.create(video);
      const task = aTaskOf(video);
      expect(await stores().tasks.start(task)).toBe(true);
      return { video, task, ref: taskRef(task) };
    };
    const get = ({ ownerId, id }: Task) => stores().tasks.get(ownerId, id);
    const getVideo = (video: Video) => stores().videos.get(videoRef(video));

    it('starts a task and makes it the latest of its video, whose earlier error is forgotten', async () => {
      const { video, task } = await started({ state: 'failed', error: aFailure() });
      expect(await get(task)).toEqual(task);
      const { error: _, ...rest } = video;
      const latest = { attempt: 1, etag: task.etag, taskId: task.id, state: 'processing' };
      expect(await getVideo(video)).toEqual({ ...rest, ...latest });
    });

    it('starts one of ten tasks that are started at once', async () => {
      const video = aVideo();
      await stores().videos.create(video);
      const tasks = Array.from({ length: 10 }, () => aTaskOf(video));
      const outcomes = await Promise.all(tasks.map((task) => stores().tasks.start(task)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const winner = tasks[outcomes.indexOf(true)];
      expect(await getVideo(video)).toMatchObject({ attempt: 1, taskId: winner?.id });
      const recorded = await Promise.all(tasks.map(get));
      expect(recorded.filter(Boolean)).toHaveLength(1);
    });

    it('starts nothing for a video that is gone', async () => {
      const task = aTaskOf(aVideo());
      expect(await stores().tasks.start(task)).toBe(false);
      expect(await get(task)).toBeUndefined();
    });

    it("finds nothing under another owner's name", async () => {
      const { task } = await started();
      expect(await stores().tasks.get(randomUUID(), task.id)).toBeUndefined();
    });

    it('moves forward, sets totals and never moves back', async () => {
      const { task, ref } = await started();
      await stores().tasks.advance(ref, { step: 'transcribing', partsTotal: 4 }, T0 + 1);
      await stores().tasks.advance(ref, { step: 'lessons', chunksTotal: 9 }, T0 + 2);
      await stores().tasks.advance(ref, { step: 'planning', partsTotal: 1, chunksTotal: 1 }, T0 + 3);
      const expected = { state: 'processing', step: 'lessons', partsTotal: 4, chunksTotal: 9, updatedAt: T0 + 2 };
      expect(await get(task)).toEqual({ ...task, ...expected });
    });

    it('sets a total within a step once', async () => {
      const { task, ref } = await started();
      await stores().tasks.advance(ref, { step: 'lessons' }, T0);
      await stores().tasks.advance(ref, { step: 'lessons', chunksTotal: 2 }, T0);
      await stores().tasks.advance(ref, { step: 'lessons', chunksTotal: 20 }, T0);
      expect(await get(task)).toMatchObject({ chunksTotal: 2 });
    });

    it('marks chunks of an earlier attempt, each once', async () => {
      const { task, ref } = await started();
      await stores().tasks.markChunks(ref, [3, 1], T0 + 1);
      await stores().tasks.markChunks(ref, [1, 2], T0 + 2);
      await stores().tasks.markChunks(ref, [], T0 + 3);
      expect(await get(task)).toMatchObject({ chunksDone: [1, 2, 3], updatedAt: T0 + 2 });
    });

    it('completes task and video together', async () => {
      const { video, task, ref } = await started();
      await stores().tasks.complete(ref, T0 + 9, EXPIRES_AT);
      expect(await get(task)).toMatchObject({ state: 'completed', step: 'done', endedAt: T0 + 9 });
      expect(await getVideo(video)).toMatchObject({ state: 'ready' });
    });

    it('fails task and video together, once', async () => {
      const { video, task, ref } = await started();
      expect(await stores().tasks.fail(ref, aFailure('NO_AUDIO'), T0 + 9, EXPIRES_AT)).toBe(true);
      expect(await stores().tasks.fail(ref, aFailure('STUCK'), T0 + 10, EXPIRES_AT)).toBe(false);
      expect(await get(task)).toMatchObject({ state: 'failed', error: aFailure('NO_AUDIO'), endedAt: T0 + 9 });
      expect(await getVideo(video)).toMatchObject({ state: 'failed', error: aFailure('NO_AUDIO') });
    });

    it('lets one of several ends win', async () => {
      const { video, task, ref } = await started();
      const fails = Array.from({ length: 5 }, () => stores().tasks.fail(ref, aFailure(), T0, EXPIRES_AT));
      const [, ...outcomes] = await Promise.all([stores().tasks.complete(ref, T0, EXPIRES_AT), ...fails]);
      const state = outcomes.includes(true) ? 'failed' : 'completed';
      expect(outcomes.filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(await get(task)).toMatchObject({ state });
      expect(await getVideo(video)).toMatchObject({ state: state === 'failed' ? 'failed' : 'ready' });
    });

    it('ends an old task without touching a video that has a newer one', async () => {
      const { video, task, ref } = await started();
      expect(await stores().tasks.start(aTaskOf({ ...video, attempt: 1 }))).toBe(true);
      expect(await stores().tasks.fail(ref, aFailure(), T0, EXPIRES_AT)).toBe(true);
      expect(await get(task)).toMatchObject({ state: 'failed' });
      expect(await getVideo(video)).toMatchObject({ state: 'processing', attempt: 2 });
    });

    it('changes nothing after the end, and brings no deleted task back', async () => {
      const { task, ref } = await started();
      await stores().tasks.complete(ref, T0 + 9, EXPIRES_AT);
      const ended = await get(task);
      const gone = taskRef(aTaskOf(aVideo()));
      for (const some of [ref, gone]) {
        await stores().tasks.advance(some, { step: 'finishing' }, T0 + 10);
        await stores().tasks.markChunks(some, [1], T0 + 10);
        await stores().tasks.complete(some, T0 + 10, EXPIRES_AT);
        expect(await stores().tasks.fail(some, aFailure(), T0 + 10, EXPIRES_AT)).toBe(false);
      }
      expect(await get(task)).toEqual(ended);
      expect(await stores().tasks.get(gone.ownerId, gone.taskId)).toBeUndefined();
    });

    it('does not show a task that has expired', async () => {
      const { task, ref } = await started();
      await stores().tasks.complete(ref, T0, EXPIRES_AT);
      stores().clock.time = EXPIRES_AT * 1000 - 1;
      expect(await get(task)).toBeDefined();
      stores().clock.time = EXPIRES_AT * 1000;
      expect(await get(task)).toBeUndefined();
      stores().clock.time = T0;
    });

    it('lists active tasks that were last changed before a time, oldest first', async () => {
      const long = T0 - 1_000_000;
      const [newer, older, ended, fresh] = [await started(), await started(), await started(), await started()];
      await stores().tasks.advance(newer.ref, { step: 'planning' }, long + 2);
      await stores().tasks.advance(older.ref, { step: 'planning' }, long + 1);
      await stores().tasks.advance(ended.ref, { step: 'planning' }, long);
      await stores().tasks.fail(ended.ref, aFailure(), long, EXPIRES_AT);
      const ids = async (limit: number) => (await stores().tasks.listActive(T0, limit)).map(({ id }) => id);
      expect(await ids(100)).toEqual([older.task.id, newer.task.id]);
      expect(await ids(1)).toEqual([older.task.id]);
      expect(await ids(100)).not.toContain(fresh.task.id);
    });

    it('never goes back, whatever happens in whatever order', async () => {
      const indices = fc.array(fc.nat(5), { maxLength: 3 });
      const event = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            do: fc.constant('advance' as const),
            step: fc.constantFrom(...TASK_STEPS.slice(0, -1)),
            chunksTotal: fc.option(fc.nat(6), { nil: undefined }),
          }),
        },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('mark' as const), indices }) },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), index: fc.nat(5) }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('complete' as const, 'fail' as const) }) },
      );
      type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events: Event[]) => {
          const { task, ref } = await started();
          let before: Task = task;
          for (const [i, step] of events.entries()) {
            await happen(stores(), ref, step, T0 + i);
            const now = await get(task);
            if (!now) throw new Error('The task has vanished');
            expectNoStepBack(before, now);
            before = now;
          }
        }),
        { numRuns: 60 },
      );
    }, 60_000);
  });
}

type TaskEvent =
  | { do: 'advance'; step: TaskStep; chunksTotal: number | undefined }
  | { do: 'mark'; indices: number[] }
  | { do: 'save'; index: number }
  | { do: 'complete' | 'fail' };

async function happen({ tasks, chunks }: Stores, ref: ReturnType<typeof taskRef>, event: TaskEvent, now: number) {
  switch (event.do) {
    case 'advance': {
      const { step, chunksTotal } = event;
      return tasks.advance(ref, { step, ...(chunksTotal !== undefined && { chunksTotal }) }, now);
    }
    case 'mark':
      return tasks.markChunks(ref, event.indices, now);
    case 'save':
      return chunks.save(ref, aChunk(event.index), [], now).catch((error: unknown) => {
        if (!(error instanceof VideoGone)) throw error;
      });
    case 'complete':
      return tasks.complete(ref, now, EXPIRES_AT);
    case 'fail':
      return tasks.fail(ref, aFailure(), now, EXPIRES_AT);
  }
}

function expectNoStepBack(before: Task, now: Task) {
  if (!isActive(before)) return expect(now).toEqual(before);
  expect(percentOf(now)).toBeGreaterThanOrEqual(percentOf(before));
  expect(TASK_STEPS.indexOf(now.step)).toBeGreaterThanOrEqual(TASK_STEPS.indexOf(before.step));
  expect(now.chunksDone).toEqual(expect.arrayContaining(before.chunksDone));
  if (before.state === 'processing') expect(now.state).not.toBe('pending');
}
