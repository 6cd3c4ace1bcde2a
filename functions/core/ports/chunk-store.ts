import type { SavedChunk, VocabularyRow } from '../chunks/saved-chunk.ts';
import type { TaskRef } from '../tasks/task.ts';
import type { VideoRef } from '../videos/video.ts';
import type { Page, PageRequest } from './video-store.ts';

export interface ChunkStore {
  /**
   * Saves record, counters (task and video) and vocabulary rows in one transaction: all appear or none.
   * Saving the same chunk (index and hash) again changes nothing; another hash replaces the old chunk whole.
   * @throws VideoGone when video or task is gone or the task has ended.
   */
  save(ref: TaskRef, chunk: SavedChunk, vocabulary: VocabularyRow[], now: number): Promise<'saved' | 'already saved'>;
  get(ref: VideoRef, index: number): Promise<SavedChunk | undefined>;
  /** In order of time. @throws InvalidCursor */
  list(ref: VideoRef, page: PageRequest): Promise<Page<SavedChunk>>;
  /** All finished chunks in order of time. */
  listAll(ref: VideoRef): Promise<SavedChunk[]>;
  vocabulary(ref: VideoRef, index: number): Promise<VocabularyRow[]>;
  /** Deletes the chunks, with vocabulary, that are not in the plan any more. @param plan hash of each chunk by its index */
  prune(ref: VideoRef, plan: ReadonlyMap<number, string>): Promise<void>;
}
