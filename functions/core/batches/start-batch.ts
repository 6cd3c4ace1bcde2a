import { type BatchTranslate, type Translations, translationsSchema } from '../../contracts/translate.ts';
import { makeFailure } from '../failure.ts';
import { objectKeys } from '../object-keys.ts';
import type { BatchQueue, BatchStore } from '../ports/batches.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import { ObjectMissing, type ObjectStore } from '../ports/object-store.ts';
import { notFound, ProblemError } from '../problem-error.ts';
import { expiryOf } from '../tasks/reaping.ts';
import { type Batch, type BatchRef, batchRefOf } from './batch.ts';

type Deps = {
  batches: Pick<BatchStore, 'create' | 'fail'>;
  objects: Pick<ObjectStore, 'writeJson'>;
  queue: BatchQueue;
  clock: Clock;
  ids: IdGenerator;
  /** How long the record of an ended task is kept, hours. */
  retentionHours: number;
};

/**
 * Records a batch and queues it.
 * @throws ProblemError UNAVAILABLE when it cannot be queued; then its record says that it failed
 */
export async function startBatch(deps: Deps, ownerId: string, request: BatchTranslate): Promise<Batch> {
  const now = deps.clock.now();
  const batch: Batch = {
    id: deps.ids.next(),
    ownerId,
    state: 'pending',
    textsDone: 0,
    textsTotal: request.texts.length,
    createdAt: now,
    updatedAt: now,
  };
  const ref = batchRefOf(batch);
  await deps.objects.writeJson(objectKeys.batchRequest(ref), request);
  await deps.batches.create(batch);
  try {
    await deps.queue.send({ type: 'translate', ...ref });
  } catch (error) {
    const failure = makeFailure('INTERNAL', 'The texts could not be queued.');
    // Where not even this can be written, the reaper ends it; the caller is told in either case.
    await deps.batches.fail(ref, failure, now, expiryOf(now, deps.retentionHours)).catch(() => undefined);
    throw new ProblemError('UNAVAILABLE', 'The texts could not be queued.', undefined, { cause: error });
  }
  return batch;
}

/** The translations of a finished batch. @throws ProblemError NOT_FOUND, NOT_READY, TASK_FAILED */
export async function batchResult(
  deps: { batches: Pick<BatchStore, 'get'>; objects: Pick<ObjectStore, 'readJson'> },
  ref: BatchRef,
): Promise<Translations> {
  const batch = await deps.batches.get(ref);
  if (!batch) throw notFound('batch translation');
  if (batch.state !== 'completed') throw unfinished(batch);
  return deps.objects.readJson(objectKeys.batchResult(ref), translationsSchema).catch((error: unknown) => {
    throw error instanceof ObjectMissing ? notFound('batch translation') : error;
  });
}

function unfinished({ state, textsDone, textsTotal, error }: Batch): ProblemError {
  return error
    ? new ProblemError('TASK_FAILED', `${error.title} ${error.detail} ${error.advice}`)
    : new ProblemError('NOT_READY', `The batch is ${state}: ${textsDone} of ${textsTotal} texts are translated.`);
}
