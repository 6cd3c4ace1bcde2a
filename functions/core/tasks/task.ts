import type { Failure } from '../../contracts/failures.ts';
import type { TaskState, TaskStep } from '../../contracts/task.ts';

/** One processing of one video. Times are milliseconds since the epoch. */
export type Task = {
  id: string;
  ownerId: string;
  videoId: string;
  attempt: number;
  etag: string;
  state: TaskState;
  step: TaskStep;
  /** Indices of transcribed parts (a set: marking one twice changes nothing). */
  partsDone: number[];
  partsTotal: number;
  /** Indices of finished chunks (a set). */
  chunksDone: number[];
  chunksTotal: number;
  error?: Failure;
  createdAt: number;
  updatedAt: number;
  endedAt?: number;
};

export type TaskRef = { ownerId: string; taskId: string; videoId: string };

/** The reference alone, out of anything that holds one. */
export const taskRefOf = ({ ownerId, taskId, videoId }: TaskRef): TaskRef => ({ ownerId, taskId, videoId });
