import type { Failure } from '../../contracts/failures.ts';
import type { TranslateRequest } from '../../contracts/pipeline.ts';
import type { Batch, BatchRef } from '../batches/batch.ts';

/** Batch translations by owner. Progress never goes back, and nothing changes a batch after its end. */
export interface BatchStore {
  create(batch: Batch): Promise<void>;
  /** @returns undefined for one that has expired, is another owner's, or never was */
  get(ref: BatchRef): Promise<Batch | undefined>;
  /**
   * Someone works on the batch from now on, and nobody else meanwhile.
   * @param busyUntil when that will have ended, one way or another, ms since the epoch
   * @returns false when the batch has ended or is gone, or somebody works on it already; then nothing was written
   */
  begin(ref: BatchRef, busyUntil: number, now: number): Promise<boolean>;
  /** Does nothing when more is done already, or the batch has ended. */
  progress(ref: BatchRef, textsDone: number, now: number): Promise<void>;
  /** Nobody works on the batch any more: it waits in the queue. Also puts it last among the silent ones. */
  release(ref: BatchRef, now: number): Promise<void>;
  /** The record expires at `expiresAt` (s). Does nothing when the batch has ended. */
  complete(ref: BatchRef, now: number, expiresAt: number): Promise<void>;
  /** Likewise. @returns whether this call ended it */
  fail(ref: BatchRef, failure: Failure, now: number, expiresAt: number): Promise<boolean>;
  /** Active batches of all owners last changed before a time, oldest first, at most `limit`. */
  listActive(before: number, limit: number): Promise<Batch[]>;
}

/** The queue in front of the translation of batches. */
export interface BatchQueue {
  send(request: TranslateRequest): Promise<void>;
}
