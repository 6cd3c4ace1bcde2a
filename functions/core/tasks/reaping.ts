/** What the reapers of all kinds of tasks have in common. */
import type { Failure } from '../../contracts/failures.ts';
import { TASK_TIMEOUT_SECONDS } from '../../contracts/limits.ts';
import { makeFailure } from '../failure.ts';

/** A task that has changed this recently is not looked at, seconds: whoever works on it may just be starting or ending. */
const SILENCE_SECONDS = 15 * 60;
/** Grace after the limit that those who work on a task keep themselves, so that their own failure comes first, seconds. */
const TIMEOUT_GRACE_SECONDS = 5 * 60;
/** How many silent tasks of a kind one run looks at, longest silent first; the next run, 5 minutes later, goes on. */
const REAP_LIMIT = 200;

type Reaping<T> = {
  listActive(before: number, limit: number): Promise<T[]>;
  /** @returns whether it ended the task */
  reap(task: T): Promise<boolean>;
  onError(task: T, error: unknown): void;
};

/**
 * Looks at all tasks that have been silent. One that cannot be dealt with now is told to `onError` and left for the next
 * run; it does not keep the others from their turn.
 * @returns the tasks that were ended
 */
export async function reapSilent<T>({ listActive, reap, onError }: Reaping<T>, now: number): Promise<T[]> {
  const ended: T[] = [];
  for (const task of await listActive(now - SILENCE_SECONDS * 1000, REAP_LIMIT)) {
    try {
      if (await reap(task)) ended.push(task);
    } catch (error) {
      onError(task, error);
    }
  }
  return ended;
}

/** Undefined while a task still has time. */
export function timedOut(task: { createdAt: number }, now: number): Failure | undefined {
  const age = (now - task.createdAt) / 1000;
  if (age <= TASK_TIMEOUT_SECONDS + TIMEOUT_GRACE_SECONDS) return undefined;
  return makeFailure('TIMED_OUT', `It was started ${minutes(age)} ago.`);
}

export const stuck = (task: { updatedAt: number }, now: number): Failure =>
  makeFailure('STUCK', `Nothing has happened for ${minutes((now - task.updatedAt) / 1000)}.`);

/** When the record of a task that ends now expires, seconds since the epoch. */
export const expiryOf = (now: number, retentionHours: number) => Math.ceil(now / 1000) + retentionHours * 3600;

const minutes = (seconds: number) => `${Math.round(seconds / 60)} minutes`;
