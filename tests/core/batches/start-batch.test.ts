import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BatchRef, batchMessage, batchPercent, batchRefOf } from '../../../functions/core/batches/batch.ts';
import { batchResult, startBatch } from '../../../functions/core/batches/start-batch.ts';
import { makeFailure } from '../../../functions/core/failure.ts';
import { objectKeys } from '../../../functions/core/object-keys.ts';
import { aBatch, T0 } from '../../support/builders.ts';
import { type BatchServices, batchDeps, request, startBatchServices } from './support.ts';

let services: BatchServices;
let deps: ReturnType<typeof batchDeps>;
beforeAll(async () => {
  services = await startBatchServices();
}, 60_000);
afterAll(() => services?.stop());
beforeEach(() => {
  deps = batchDeps(services);
});

const EXPIRES_AT = T0 / 1000 + 3600;
const answer = { translations: [{ text: 'ja', translation: 'yes', origin: 'machine' }] };

describe('a request for a batch', () => {
  it('is recorded before it is queued', async () => {
    const ownerId = randomUUID();
    const queue = {
      send: async (message: BatchRef) => {
        expect(await deps.batches.get(message)).toMatchObject({ state: 'pending', textsDone: 0, textsTotal: 7 });
        expect(await deps.objects.head(objectKeys.batchRequest(message))).toBeDefined();
        deps.queued.push({ type: 'translate', ...message });
      },
    };
    const batch = await startBatch({ ...deps, queue }, ownerId, request(7));
    expect(deps.queued).toMatchObject([{ type: 'translate', ownerId, taskId: batch.id }]);
  });

  it('that cannot be queued is an error, and its task does not stay pending', async () => {
    const cause = new Error('SQS is away');
    let sent: BatchRef | undefined;
    const queue = {
      send: async (message: BatchRef) => {
        sent = message;
        throw cause;
      },
    };
    const started = startBatch({ ...deps, queue }, randomUUID(), request(1));
    await expect(started).rejects.toMatchObject({ code: 'UNAVAILABLE', cause });
    if (!sent) throw new Error('Nothing was sent');
    expect(await deps.batches.get(sent)).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } });
  });

  it('that can neither be queued nor marked as failed is the same error', async () => {
    const fail = async () => Promise.reject(new Error('DynamoDB is away'));
    const batches = { create: deps.batches.create.bind(deps.batches), fail };
    const queue = { send: async () => Promise.reject(new Error('SQS is away')) };
    await expect(startBatch({ ...deps, batches, queue }, randomUUID(), request(1))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});

describe('the result of a batch', () => {
  const created = async () => {
    const batch = aBatch({ textsTotal: 4 });
    await deps.batches.create(batch);
    return batchRefOf(batch);
  };

  it('is not ready while it waits or is under way, and says how far it is', async () => {
    const ref = await created();
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'NOT_READY', message: /is pending/ });
    await deps.batches.begin(ref, T0 + 1000, T0);
    await deps.batches.progress(ref, 3, T0);
    const detail = 'The batch is processing: 3 of 4 texts are translated.';
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'NOT_READY', message: detail });
  });

  it('of one that has failed says why, and what to do', async () => {
    const ref = await created();
    const failure = makeFailure('NO_TRANSLATION_ENGINE', 'No engine for de to ja.');
    await deps.batches.fail(ref, failure, T0, EXPIRES_AT);
    const message = `${failure.title} No engine for de to ja. ${failure.advice}`;
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'TASK_FAILED', message });
  });

  it('is not found for another owner, after it has expired, or when its object is gone', async () => {
    const ref = await created();
    await deps.objects.writeJson(objectKeys.batchResult(ref), answer);
    await deps.batches.complete(ref, T0, EXPIRES_AT);
    expect(await batchResult(deps, ref)).toEqual(answer);
    const another = batchResult(deps, { ...ref, ownerId: randomUUID() });
    await expect(another).rejects.toMatchObject({ code: 'NOT_FOUND' });
    deps.clock.time = EXPIRES_AT * 1000;
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    deps.clock.time = T0;
    await deps.objects.delete(objectKeys.batchResult(ref));
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the progress of a batch', () => {
  it('is told in percent, 100 only at its end', () => {
    expect(batchPercent(aBatch())).toBe(0);
    expect(batchPercent(aBatch({ state: 'processing', textsDone: 60 }))).toBe(50);
    expect(batchPercent(aBatch({ state: 'processing', textsDone: 120 }))).toBe(99);
    expect(batchPercent(aBatch({ state: 'completed', textsDone: 120 }))).toBe(100);
  });

  it('is told in words', () => {
    const error = makeFailure('STUCK', 'Nothing has happened.');
    expect(batchMessage(aBatch())).toBe('Waiting to start');
    expect(batchMessage(aBatch({ state: 'processing', textsDone: 60 }))).toBe('Translating: 60 of 120 texts');
    expect(batchMessage(aBatch({ state: 'completed' }))).toBe('Ready: 120 texts');
    expect(batchMessage(aBatch({ state: 'completed', textsTotal: 1 }))).toBe('Ready: 1 text');
    expect(batchMessage(aBatch({ state: 'failed', error }))).toBe(error.title);
  });
});
