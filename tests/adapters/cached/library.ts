/** The library as the API's functions and the pipeline see it, on the same table and bucket. */

import { CachedChunkStore } from '../../../functions/adapters/cached/cached-chunk-store.ts';
import { CachedLessonStore } from '../../../functions/adapters/cached/cached-lesson-store.ts';
import { cachedStats } from '../../../functions/adapters/cached/cached-stats.ts';
import { CachedVideoStore } from '../../../functions/adapters/cached/cached-video-store.ts';
import { InvalidatingTaskStore } from '../../../functions/adapters/cached/invalidating-task-store.ts';
import { DynamoChunkStore } from '../../../functions/adapters/dynamodb/chunk-store.ts';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../../functions/adapters/dynamodb/video-store.ts';
import { Uncached } from '../../../functions/adapters/redis/uncached.ts';
import type { Lesson } from '../../../functions/contracts/lesson.ts';
import type { Stats } from '../../../functions/contracts/video.ts';
import type { Cache } from '../../../functions/core/ports/cache.ts';
import type { ChunkStore } from '../../../functions/core/ports/chunk-store.ts';
import type { LessonStore } from '../../../functions/core/ports/lessons.ts';
import type { TaskStore, VideoStore } from '../../../functions/core/ports/video-store.ts';
import { FakeClock } from '../../support/builders.ts';
import type { startTestDynamo } from '../../support/services.ts';

export type Library = {
  videos: VideoStore;
  tasks: TaskStore;
  chunks: ChunkStore;
  lessons: LessonStore;
  stats(ownerId: string): Promise<Stats>;
};

/** Lessons in memory, in the place of the bucket. */
export class MemoryLessons implements LessonStore {
  readonly stored = new Map<string, Lesson>();
  async read(_ref: unknown, keys: readonly string[]) {
    return keys.map((key) => this.stored.get(key));
  }
}

type Dynamo = Pick<Awaited<ReturnType<typeof startTestDynamo>>, 'client'>;

/** What is there, and every write without a cache, as in the pipeline. */
export function openSource({ client }: Dynamo, table: string, lessons: LessonStore, clock = new FakeClock()): Library {
  const videos = new DynamoVideoStore(table, client);
  return {
    videos,
    tasks: new DynamoTaskStore(table, clock, client),
    chunks: new DynamoChunkStore(table, client),
    lessons,
    stats: cachedStats(videos, new Uncached()),
  };
}

/** The same through a cache. */
export const throughCache = (source: Library, cache: Cache): Library => ({
  videos: new CachedVideoStore(source.videos, cache),
  tasks: new InvalidatingTaskStore(source.tasks, cache),
  chunks: new CachedChunkStore(source.chunks, cache),
  lessons: new CachedLessonStore(source.lessons, cache),
  stats: cachedStats(source.videos, cache),
});
