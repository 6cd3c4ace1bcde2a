import type { Failure } from '../../contracts/failures.ts';
import type { TaskStep } from '../../contracts/task.ts';
import type { Task, TaskRef } from '../tasks/task.ts';
import type { Video, VideoRef } from '../videos/video.ts';

/** Videos that belong together, of one owner. */
export type Series = { id: string; title: string; episodeCount: number; updatedAt: number };

export type Page<T> = { items: T[]; cursor?: string };
export type PageRequest = { limit: number; cursor?: string | undefined };

/** A cursor that this store did not hand out. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

/** The video is not there (any more): a step that meets this stops, and nothing is written. */
export class VideoGone extends Error {
  override readonly name = 'VideoGone';
}

/** What a learner says about a video: `null` removes, and what is left out stays. */
export type VideoDescription = {
  title?: string | undefined;
  series?: { id: string; title: string } | null | undefined;
  episode?: number | null | undefined;
};

/** Videos by owner: every key begins with the owner, so that another owner's id finds nothing. */
export interface VideoStore {
  /** With its membership in a series. The id must be new. */
  create(video: Video): Promise<void>;
  get(ref: VideoRef): Promise<Video | undefined>;
  /** Newest first. @throws InvalidCursor */
  list(ownerId: string, page: PageRequest): Promise<Page<Video>>;
  /**
   * Changes title, series or episode (`core/videos/series.ts`). Series and memberships change in the same transaction.
   * @returns the changed video. @throws VideoGone, or ProblemError INVALID_REQUEST for an episode without a series
   */
  describe(ref: VideoRef, changes: VideoDescription, now: number): Promise<Video>;
  /** Series with at least one episode, by title. @throws InvalidCursor */
  listSeries(ownerId: string, page: PageRequest): Promise<Page<Series>>;
  getSeries(ownerId: string, seriesId: string): Promise<Series | undefined>;
  /** Videos of a series by episode, those without a number last, then by age. @throws InvalidCursor */
  listEpisodes(ownerId: string, seriesId: string, page: PageRequest): Promise<Page<Video>>;
  /** Changes the given fields of an existing video and its `updatedAt`; `chunksDone` is replaced. @throws VideoGone */
  update(
    ref: VideoRef,
    changes: Partial<
      Pick<Video, 'hasSubtitles' | 'transcriptOrigin' | 'duration' | 'size' | 'chunksTotal' | 'chunksDone'>
    >,
    now: number,
  ): Promise<void>;
  /** Forgets the multipart upload under way. */
  clearUpload(ref: VideoRef, now: number): Promise<void>;
  /** Marks a video failed that has no task, for instance a multipart upload that turned out too large. @throws VideoGone */
  fail(ref: VideoRef, failure: Failure, now: number): Promise<void>;
  /** Deletes the video, its chunks with their vocabulary, its tasks and its membership in a series. Deleting what is not there is no error. */
  delete(ref: VideoRef): Promise<void>;
}

/** Progress of processing. A task never goes back, and nothing changes it after its end. */
export interface TaskStore {
  /**
   * Records a new task and makes it the video's latest, in one transaction: video.attempt becomes `task.attempt`,
   * video.etag `task.etag`, video.state `processing`, and its error is removed.
   * @returns false when another attempt was started in the meantime (video.attempt is not `task.attempt - 1`) or
   *   the video is gone; then nothing was written.
   */
  start(task: Task): Promise<boolean>;
  get(ownerId: string, taskId: string): Promise<Task | undefined>;
  /**
   * Moves an active task forward to a step and sets totals; a step earlier than the present one changes nothing.
   * Sets the state `processing`. Does nothing once the task has ended or is gone.
   */
  advance(
    ref: TaskRef,
    change: { step: TaskStep; partsTotal?: number; chunksTotal?: number },
    now: number,
  ): Promise<void>;
  /** Marks chunks as done that an earlier attempt finished. */
  markChunks(ref: TaskRef, indices: number[], now: number): Promise<void>;
  /**
   * Ends an active task as completed and the video as ready, in one transaction. The task expires at `expiresAt` (s).
   * Does nothing when the task has already ended or is gone.
   */
  complete(ref: TaskRef, now: number, expiresAt: number): Promise<void>;
  /** Ends an active task as failed and the video with it, likewise. @returns whether this call ended it. */
  fail(ref: TaskRef, failure: Failure, now: number, expiresAt: number): Promise<boolean>;
  /** Active tasks of all owners last changed before a time, oldest first, at most `limit`. */
  listActive(before: number, limit: number): Promise<Task[]>;
}
