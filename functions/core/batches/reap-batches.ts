import type { BatchStore } from '../ports/batches.ts';
import type { Clock } from '../ports/clock.ts';
import { expiryOf, reapSilent, stuck, timedOut } from '../tasks/reaping.ts';
import { type Batch, batchRefOf } from './batch.ts';

type Deps = {
  batches: Pick<BatchStore, 'listActive' | 'get' | 'release' | 'fail'>;
  clock: Clock;
  /** How long the record of an ended task is kept, hours. */
  retentionHours: number;
  onError: (batch: Batch, error: unknown) => void;
};

/**
 * Fails batches that were not handed over or ended in the time that the function had: it has died. Those that wait in the queue, for
 * their first turn or another one, are left alone until their hour is over.
 * @returns the batches it ended
 */
export function reapStuckBatches(deps: Deps): Promise<Batch[]> {
  const now = deps.clock.now();
  return reapSilent(
    {
      listActive: (before, limit) => deps.batches.listActive(before, limit),
      reap: (batch) => reap(deps, batch, now),
      onError: deps.onError,
    },
    now,
  );
}

async function reap(deps: Deps, listed: Batch, now: number): Promise<boolean> {
  // The index of active tasks is behind its table: what has moved since is not silent.
  const batch = await deps.batches.get(batchRefOf(listed));
  if (batch?.updatedAt !== listed.updatedAt) return false;
  const hasDied = batch.busyUntil !== undefined && batch.busyUntil < now;
  const failure = timedOut(batch, now) ?? (hasDied ? stuck(batch, now) : undefined);
  if (failure) return deps.batches.fail(batchRefOf(batch), failure, now, expiryOf(now, deps.retentionHours));
  // To the end of the line, so that the next run looks at others first.
  await deps.batches.release(batchRefOf(batch), now);
  return false;
}
