/** The cached stores keep what the bare ones promise, and spare the source. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedLessonStore } from '../../../functions/adapters/cached/cached-lesson-store.ts';
import { S3LessonStore } from '../../../functions/adapters/s3/lesson-store.ts';
import { S3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';
import { describeChunkStore } from '../../contract/chunk-store.ts';
import { describeLessonStore } from '../../contract/lesson-store.ts';
import { describeSeries } from '../../contract/series.ts';
import { describeTaskStore } from '../../contract/task-store.ts';
import { describeVideoStore } from '../../contract/video-store.ts';
import {
  aChunk,
  aFailure,
  aLesson,
  aSeries,
  aTaskOf,
  aVideo,
  FakeClock,
  T0,
  taskRef,
  videoRef,
} from '../../support/builders.ts';
import { counting, startTestCache } from '../../support/cache.ts';
import { startTestDynamo, startTestS3 } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';
import { type Library, MemoryLessons, openSource, throughCache } from './library.ts';

const BUCKET = 'media';
let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let s3: Awaited<ReturnType<typeof startTestS3>>;
let redis: Awaited<ReturnType<typeof startTestCache>>;
let stores: Library & { clock: FakeClock };

beforeAll(async () => {
  [dynamo, s3, redis] = await Promise.all([startTestDynamo(), startTestS3(BUCKET), startTestCache()]);
  const clock = new FakeClock();
  const source = openSource(dynamo, await createTable(dynamo.client, 'videos'), new MemoryLessons(), clock);
  stores = { ...throughCache(source, redis.cache), clock };
});
afterAll(async () => {
  await Promise.all([dynamo?.stop(), s3?.stop(), redis?.stop()]);
});

describeVideoStore('CachedVideoStore', () => stores);
describeSeries('CachedVideoStore', () => stores.videos);
describeTaskStore('InvalidatingTaskStore', () => stores);
describeChunkStore('CachedChunkStore', () => stores);
describeLessonStore('CachedLessonStore', () => {
  const objects = new S3ObjectStore(BUCKET, s3.client);
  return { objects, lessons: new CachedLessonStore(new S3LessonStore(objects), redis.cache) };
});

describe('The cached library', () => {
  /** A video with a finished chunk, and how often each of its reads has reached the source. */
  async function aLibrary() {
    const lessons = new MemoryLessons();
    const bare = openSource(dynamo, 'videos', lessons);
    const counted = {
      videos: counting(bare.videos),
      tasks: counting(bare.tasks),
      chunks: counting(bare.chunks),
      lessons: counting(lessons),
    };
    const source = {
      ...bare,
      videos: counted.videos.counted,
      tasks: counted.tasks.counted,
      chunks: counted.chunks.counted,
      lessons: counted.lessons.counted,
    };
    const series = aSeries('Hamburg');
    const video = aVideo({ ownerId: randomUUID(), series, episode: 1 });
    const [ref, ownerId] = [videoRef(video), video.ownerId];
    const task = aTaskOf(video);
    const library = throughCache(source, redis.cache);
    await library.videos.create(video);
    await library.tasks.start(task);
    await library.chunks.save(taskRef(task), aChunk(0), [], T0);
    // One that is being processed is not cached; its task is under way all the same.
    await library.videos.fail(ref, aFailure(), T0);
    lessons.stored.set(aChunk(0).lessonKey, aLesson({ video_id: video.id }));
    const page = { limit: 10 };
    const reads: Record<string, () => Promise<unknown>> = {
      video: () => library.videos.get(ref),
      videos: () => library.videos.list(ownerId, page),
      'all series': () => library.videos.listSeries(ownerId, page),
      series: () => library.videos.getSeries(ownerId, series.id),
      episodes: () => library.videos.listEpisodes(ownerId, series.id, page),
      chunk: () => library.chunks.get(ref, 0),
      chunks: () => library.chunks.list(ref, page),
      'all chunks': () => library.chunks.listAll(ref),
      lessons: () => library.lessons.read(ref, [aChunk(0).lessonKey]),
      stats: () => library.stats(ownerId),
    };
    const reached = async (read: () => Promise<unknown>) => {
      const before = sum();
      await read();
      return sum() > before;
    };
    const sum = () =>
      Object.values(counted)
        .flatMap(({ calls }) => [...calls.values()])
        .reduce((a, b) => a + b, 0);
    /** Names of the reads that the source had to answer. */
    const fromSource = async () => {
      const names: string[] = [];
      for (const [name, read] of Object.entries(reads)) if (await reached(read)) names.push(name);
      return names;
    };
    return { library, video, ref, task, reads, fromSource };
  }

  it('asks the source once for each read', async () => {
    const { reads, fromSource } = await aLibrary();
    expect(await fromSource()).toEqual(Object.keys(reads));
    expect(await fromSource()).toEqual([]);
  });

  it('asks the source for a video that is being processed, for lists with it and for figures, each time', async () => {
    const { library, video, fromSource } = await aLibrary();
    await library.tasks.start(aTaskOf({ ...video, attempt: 1 }));
    const always = ['video', 'videos', 'episodes', 'stats'];
    await fromSource();
    expect(await fromSource()).toEqual(always);
  });

  it('remembers that something is missing', async () => {
    const { library, ref, fromSource } = await aLibrary();
    await fromSource();
    await library.videos.delete(ref);
    expect(await library.videos.get(ref)).toBeUndefined();
    expect(await fromSource()).not.toContain('video');
  });

  const ofChunks = ['chunk', 'chunks', 'all chunks', 'lessons'];
  const ofLibrary = ['videos', 'all series', 'series', 'episodes', 'stats'];
  type Case = Awaited<ReturnType<typeof aLibrary>>;
  const writes: [string, (given: Case) => Promise<unknown>][] = [
    ['create', ({ library, video }) => library.videos.create({ ...video, id: randomUUID() })],
    ['describe', ({ library, ref }) => library.videos.describe(ref, { title: 'Neu' }, T0)],
    ['update', ({ library, ref }) => library.videos.update(ref, { size: 7 }, T0)],
    ['clearUpload', ({ library, ref }) => library.videos.clearUpload(ref, T0)],
    ['fail', ({ library, ref }) => library.videos.fail(ref, aFailure(), T0)],
    ['delete', ({ library, ref }) => library.videos.delete(ref)],
    ['start', ({ library, video }) => library.tasks.start(aTaskOf({ ...video, attempt: 1 }))],
    ['complete', ({ library, task }) => library.tasks.complete(taskRef(task), T0, T0)],
    ['fail of the task', ({ library, task }) => library.tasks.fail(taskRef(task), aFailure(), T0, T0)],
    ['save', ({ library, task }) => library.chunks.save(taskRef(task), aChunk(1), [], T0)],
    ['prune', ({ library, ref }) => library.chunks.prune(ref, new Map())],
  ];
  const changesChunks = new Set(['delete', 'start', 'save', 'prune']);
  it.each(writes)('asks the source again after %s, and only for what that may have changed', async (name, write) => {
    const given = await aLibrary();
    const other = await aLibrary();
    await given.fromSource();
    await other.fromSource();
    await write(given);
    const ofWrite = [
      ...(name === 'create' ? [] : ['video']),
      ...(changesChunks.has(name) ? ofChunks : []),
      ...ofLibrary,
    ];
    const touched = new Set(ofWrite);
    expect(new Set(await given.fromSource())).toEqual(touched);
    expect(await other.fromSource()).toEqual([]);
  });

  it('asks the source again after a write whose answer was lost', async () => {
    const { library: _, ref, fromSource } = await aLibrary();
    await fromSource();
    const bare = openSource(dynamo, 'videos', new MemoryLessons());
    const lossy = new Proxy(bare.videos, {
      get:
        (target, name) =>
        async (...args: unknown[]) => {
          await Reflect.apply(Reflect.get(target, name, target), target, args);
          throw new Error('The connection was lost');
        },
    });
    const { videos } = throughCache({ ...bare, videos: lossy }, redis.cache);
    await expect(videos.describe(ref, { title: 'Neu' }, T0)).rejects.toThrow('The connection was lost');
    expect(await fromSource()).toContain('video');
  });

  it('asks for nothing of tasks that it does not have to', async () => {
    const { library, task, fromSource } = await aLibrary();
    await fromSource();
    await library.tasks.advance(taskRef(task), { step: 'lessons', chunksTotal: 3 }, T0);
    await library.tasks.markChunks(taskRef(task), [1], T0);
    expect(await library.tasks.get(task.ownerId, task.id)).toMatchObject({ step: 'lessons', chunksDone: [0, 1] });
    expect(await fromSource()).toEqual([]);
  });
});
