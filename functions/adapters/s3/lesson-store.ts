import pLimit from 'p-limit';
import { type Lesson, lessonSchema } from '../../contracts/lesson.ts';
import type { LessonStore } from '../../core/ports/lessons.ts';
import { ObjectMissing, type ObjectStore } from '../../core/ports/object-store.ts';
import type { VideoRef } from '../../core/videos/video.ts';

/** Lessons read at once; a video has at most a few dozen. */
const READ_AT_ONCE = 8;

/** Lessons as JSON in the media bucket, where the pipeline puts them. */
export class S3LessonStore implements LessonStore {
  readonly #objects: Pick<ObjectStore, 'readJson'>;

  constructor(objects: Pick<ObjectStore, 'readJson'>) {
    this.#objects = objects;
  }

  /** The keys hold owner and video, so the reference is not needed here. */
  read(_ref: VideoRef, keys: readonly string[]): Promise<(Lesson | undefined)[]> {
    return pLimit(READ_AT_ONCE).map(keys, (key) => this.#readOne(key));
  }

  async #readOne(key: string): Promise<Lesson | undefined> {
    try {
      return await this.#objects.readJson(key, lessonSchema);
    } catch (error) {
      if (error instanceof ObjectMissing) return undefined;
      throw error;
    }
  }
}
