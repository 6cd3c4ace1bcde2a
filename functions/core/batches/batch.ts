import { FAILURES, type Failure } from '../../contracts/failures.ts';
import type { TaskState } from '../../contracts/task.ts';

/** Translation of many texts in the background. Times are milliseconds since the epoch. */
export type Batch = {
  id: string;
  ownerId: string;
  state: TaskState;
  /** Only grows. */
  textsDone: number;
  textsTotal: number;
  /** Until when the function that works on it will have ended or handed over; not there while the batch waits in the queue. */
  busyUntil?: number;
  error?: Failure;
  createdAt: number;
  updatedAt: number;
  endedAt?: number;
};

export type BatchRef = { ownerId: string; taskId: string };

export const batchRefOf = ({ ownerId, id }: Pick<Batch, 'ownerId' | 'id'>): BatchRef => ({ ownerId, taskId: id });

type Progress = Pick<Batch, 'state' | 'textsDone' | 'textsTotal' | 'error'>;

/** Percent from 0 to 100; 100 when the result is there and not before. */
export function batchPercent({ state, textsDone, textsTotal }: Progress): number {
  if (state === 'completed') return 100;
  return Math.min(99, Math.floor((100 * textsDone) / textsTotal));
}

/** One sentence for people about where a batch stands. */
export function batchMessage({ state, textsDone, textsTotal, error }: Progress): string {
  switch (state) {
    case 'pending':
      return 'Waiting to start';
    case 'processing':
      return `Translating: ${textsDone} of ${textsTotal} texts`;
    case 'completed':
      return textsTotal === 1 ? 'Ready: 1 text' : `Ready: ${textsTotal} texts`;
    case 'failed':
      return error?.title ?? FAILURES.INTERNAL.title;
  }
}
