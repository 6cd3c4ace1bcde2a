import { cacheScopes } from '../../contracts/cache.ts';
import { type Lesson, lessonSchema } from '../../contracts/lesson.ts';
import type { Cache, CachedRead, CacheKey } from '../../core/ports/cache.ts';
import type { LessonStore } from '../../core/ports/lessons.ts';
import type { VideoRef } from '../../core/videos/video.ts';

const LESSON: CachedRead<Lesson | undefined> = { family: 'lesson', schema: lessonSchema.optional() };

/** Lessons read through the cache, all of a video in one round trip. They never change, but they go with their video. */
export class CachedLessonStore implements LessonStore {
  readonly #source: LessonStore;
  readonly #cache: Cache;

  constructor(source: LessonStore, cache: Cache) {
    this.#source = source;
    this.#cache = cache;
  }

  read(ref: VideoRef, keys: readonly string[]): Promise<(Lesson | undefined)[]> {
    const { ownerId, videoId } = ref;
    const wanted = keys.map(
      (key): CacheKey => ({ args: [ownerId, videoId, 'lesson', key], scopes: [cacheScopes.lessons(videoId)] }),
    );
    return this.#cache.readThroughMany(LESSON, wanted, (missing) =>
      this.#source.read(
        ref,
        missing.flatMap((position) => keys[position] ?? []),
      ),
    );
  }
}
