import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoBatchTaskStore } from '../../../functions/adapters/dynamodb/batch-task-store.ts';
import { type Batch, batchRefOf } from '../../../functions/core/batches/batch.ts';
import { reapStuckBatches } from '../../../functions/core/batches/reap-batches.ts';
import type { BatchStore } from '../../../functions/core/ports/batches.ts';
import { aBatch, FakeClock, T0 } from '../../support/builders.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

const MINUTE = 60_000;

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let tables = 0;
let clock: FakeClock;
let batches: DynamoBatchTaskStore;
let errors: [Batch, unknown][];
beforeAll(async () => {
  dynamo = await startTestDynamo();
}, 60_000);
afterAll(() => dynamo?.stop());
beforeEach(async () => {
  clock = new FakeClock();
  errors = [];
  tables += 1;
  const table = await createTable(dynamo.client, 'videos', `videos-${tables}`);
  batches = new DynamoBatchTaskStore(table, clock, dynamo.client);
});

const created = async () => {
  const batch = aBatch();
  await batches.create(batch);
  return batchRefOf(batch);
};
const reapAfter = async (
  minutes: number,
  from: Pick<BatchStore, 'listActive' | 'get' | 'release' | 'fail'> = batches,
) => {
  clock.time = T0 + minutes * MINUTE;
  const onError = (batch: Batch, error: unknown) => void errors.push([batch, error]);
  const ended = await reapStuckBatches({ batches: from, clock, retentionHours: 24, onError });
  return ended.map(({ id }) => id);
};

describe('the reaper', () => {
  it('ends a batch whose function died, as stuck, after a quarter of an hour', async () => {
    const ref = await created();
    await batches.begin(ref, T0 + 5 * MINUTE, T0);
    expect(await reapAfter(14)).toEqual([]);
    expect(await reapAfter(16)).toEqual([ref.taskId]);
    const error = { code: 'STUCK', detail: 'Nothing has happened for 16 minutes.' };
    expect(await batches.get(ref)).toMatchObject({ state: 'failed', error, endedAt: clock.time });
    expect(await reapAfter(17)).toEqual([]);
  });

  it('leaves alone what waits in the queue, for its first turn or another, until its hour is over', async () => {
    const [first, another] = [await created(), await created()];
    await batches.begin(another, T0 + 5 * MINUTE, T0);
    await batches.release(another, T0 + 4 * MINUTE);
    for (const minutes of [20, 40, 60]) expect(await reapAfter(minutes)).toEqual([]);
    const ended = await reapAfter(80);
    expect(ended.toSorted()).toEqual([first.taskId, another.taskId].toSorted());
    for (const ref of [first, another]) {
      expect(await batches.get(ref)).toMatchObject({ state: 'failed', error: { code: 'TIMED_OUT' } });
    }
  });

  it('looks at those first that it has not looked at for longest', async () => {
    const ref = await created();
    await reapAfter(20);
    expect(await batches.get(ref)).toMatchObject({ state: 'pending', updatedAt: T0 + 20 * MINUTE });
  });

  it('does not end what has moved since the index was read', async () => {
    const ref = await created();
    await batches.begin(ref, T0 + 5 * MINUTE, T0);
    const behind = await batches.listActive(T0 + MINUTE, 10);
    await batches.begin(ref, T0 + 21 * MINUTE, T0 + 16 * MINUTE);
    const stale = {
      listActive: async () => behind,
      get: batches.get.bind(batches),
      release: batches.release.bind(batches),
      fail: batches.fail.bind(batches),
    };
    expect(await reapAfter(16, stale)).toEqual([]);
    expect(await batches.get(ref)).toMatchObject({ state: 'processing', busyUntil: T0 + 21 * MINUTE });
  });

  it('goes on with the others when one cannot be dealt with', async () => {
    const refs = [await created(), await created()];
    for (const ref of refs) await batches.begin(ref, T0 + 5 * MINUTE, T0);
    const [bad] = refs;
    const broken: Pick<BatchStore, 'listActive' | 'get' | 'release' | 'fail'> = {
      listActive: batches.listActive.bind(batches),
      get: batches.get.bind(batches),
      release: batches.release.bind(batches),
      fail: async (ref, ...rest) => {
        if (ref.taskId === bad?.taskId) throw new Error('DynamoDB is away');
        return batches.fail(ref, ...rest);
      },
    };
    expect(await reapAfter(20, broken)).toEqual([refs[1]?.taskId]);
    expect(errors).toMatchObject([[{ id: bad?.taskId }, { message: 'DynamoDB is away' }]]);
  });
});
