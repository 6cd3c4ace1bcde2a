import type { Lesson } from '../../contracts/lesson.ts';
import type { VideoRef } from '../videos/video.ts';

/** Finished lessons, by the key that the chunk's record holds. A lesson never changes: another content has another key. */
export interface LessonStore {
  /** In the order of the keys; undefined for one that is not there (any more). */
  read(ref: VideoRef, keys: readonly string[]): Promise<(Lesson | undefined)[]>;
}
