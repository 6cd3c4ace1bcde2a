import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, batchPercent, batchRefOf } from '../../functions/core/batches/batch.ts';
import type { BatchStore } from '../../functions/core/ports/batches.ts';
import { aBatch, aFailure, type FakeClock, T0 } from '../support/builders.ts';

const EXPIRES_AT = T0 / 1000 + 3600;

/** What every BatchStore promises. */
export function describeBatchStore(name: string, stores: () => { batches: BatchStore; clock: FakeClock }) {
  describe(`${name} as a BatchStore`, () => {
    const created = async (fields: Partial<Batch> = {}) => {
      const batch = aBatch(fields);
      await stores().batches.create(batch);
      return { batch, ref: batchRefOf(batch) };
    };

    it('gives back what was recorded, to its owner alone', async () => {
      const { batch, ref } = await created();
      expect(await stores().batches.get(ref)).toEqual(batch);
      expect(await stores().batches.get({ ...ref, ownerId: randomUUID() })).toBeUndefined();
    });

    it('knows who works on a batch, and until when', async () => {
      const { batch, ref } = await created();
      expect(await stores().batches.begin(ref, T0 + 5000, T0 + 1)).toBe(true);
      const begun = { ...batch, state: 'processing', busyUntil: T0 + 5000, updatedAt: T0 + 1 };
      expect(await stores().batches.get(ref)).toEqual(begun);
      await stores().batches.release(ref, T0 + 2);
      const { busyUntil: _, ...waiting } = begun;
      expect(await stores().batches.get(ref)).toEqual({ ...waiting, updatedAt: T0 + 2 });
    });

    it('lets one work on a batch until it is released or its time is over, and takes one who asks again for the same', async () => {
      const { ref } = await created();
      expect(await stores().batches.begin(ref, T0 + 5000, T0)).toBe(true);
      expect(await stores().batches.begin(ref, T0 + 5000, T0)).toBe(true);
      expect(await stores().batches.begin(ref, T0 + 9000, T0 + 4999)).toBe(false);
      expect(await stores().batches.get(ref)).toMatchObject({ busyUntil: T0 + 5000, updatedAt: T0 });
      expect(await stores().batches.begin(ref, T0 + 9000, T0 + 5000)).toBe(true);
      await stores().batches.release(ref, T0 + 6000);
      expect(await stores().batches.begin(ref, T0 + 9500, T0 + 6001)).toBe(true);
    });

    it('counts texts up and never down', async () => {
      const { ref } = await created();
      await stores().batches.progress(ref, 50, T0 + 1);
      await stores().batches.progress(ref, 20, T0 + 2);
      expect(await stores().batches.get(ref)).toMatchObject({ textsDone: 50, updatedAt: T0 + 1 });
      await stores().batches.progress(ref, 50, T0 + 3);
      expect(await stores().batches.get(ref)).toMatchObject({ textsDone: 50, updatedAt: T0 + 3 });
    });

    it('completes a batch', async () => {
      const { batch, ref } = await created();
      await stores().batches.begin(ref, T0 + 5000, T0);
      await stores().batches.progress(ref, 120, T0 + 1);
      await stores().batches.complete(ref, T0 + 9, EXPIRES_AT);
      const end = { state: 'completed', textsDone: 120, updatedAt: T0 + 9, endedAt: T0 + 9 };
      expect(await stores().batches.get(ref)).toEqual({ ...batch, ...end });
    });

    it('fails a batch, once', async () => {
      const { ref } = await created();
      expect(await stores().batches.fail(ref, aFailure('STUCK'), T0 + 9, EXPIRES_AT)).toBe(true);
      expect(await stores().batches.fail(ref, aFailure('INTERNAL'), T0 + 10, EXPIRES_AT)).toBe(false);
      expect(await stores().batches.get(ref)).toMatchObject({ state: 'failed', error: aFailure('STUCK') });
    });

    it('lets one of several ends win', async () => {
      const { ref } = await created();
      const fails = Array.from({ length: 5 }, () => stores().batches.fail(ref, aFailure(), T0, EXPIRES_AT));
      const [, ...outcomes] = await Promise.all([stores().batches.complete(ref, T0, EXPIRES_AT), ...fails]);
      const winners = outcomes.filter(Boolean).length;
      expect(winners).toBeLessThanOrEqual(1);
      expect(await stores().batches.get(ref)).toMatchObject({ state: winners === 1 ? 'failed' : 'completed' });
    });

    it('changes nothing after the end, and brings nothing back that never was', async () => {
      const { ref } = await created();
      await stores().batches.complete(ref, T0 + 9, EXPIRES_AT);
      const ended = await stores().batches.get(ref);
      const never = batchRefOf(aBatch());
      for (const some of [ref, never]) {
        expect(await stores().batches.begin(some, T0 + 20, T0 + 10)).toBe(false);
        await stores().batches.progress(some, 120, T0 + 10);
        await stores().batches.release(some, T0 + 10);
        await stores().batches.complete(some, T0 + 10, EXPIRES_AT);
        expect(await stores().batches.fail(some, aFailure(), T0 + 10, EXPIRES_AT)).toBe(false);
      }
      expect(await stores().batches.get(ref)).toEqual(ended);
      expect(await stores().batches.get(never)).toBeUndefined();
    });

    it('does not show a batch that has expired', async () => {
      const { clock } = stores();
      const { ref } = await created();
      await stores().batches.complete(ref, T0, EXPIRES_AT);
      clock.time = EXPIRES_AT * 1000 - 1;
      expect(await stores().batches.get(ref)).toBeDefined();
      clock.time = EXPIRES_AT * 1000;
      expect(await stores().batches.get(ref)).toBeUndefined();
      clock.time = T0;
    });

    it('lists active batches that were last changed before a time, oldest first', async () => {
      const long = T0 - 1_000_000;
      const [newer, older, ended] = [await created(), await created(), await created()];
      const fresh = await created();
      await stores().batches.begin(newer.ref, T0, long + 2);
      await stores().batches.begin(older.ref, T0, long + 1);
      await stores().batches.begin(ended.ref, T0, long);
      await stores().batches.fail(ended.ref, aFailure(), long, EXPIRES_AT);
      const ids = async (limit: number) => (await stores().batches.listActive(long + 10, limit)).map(({ id }) => id);
      expect(await ids(100)).toEqual([older.batch.id, newer.batch.id]);
      expect(await ids(1)).toEqual([older.batch.id]);
      expect((await stores().batches.listActive(T0 + 1, 100)).map(({ id }) => id)).toContain(fresh.batch.id);
    });

    it('never goes back, whatever happens in whatever order', async () => {
      const event = fc.oneof(
        { weight: 4, arbitrary: fc.record({ do: fc.constant('progress' as const), texts: fc.nat(120) }) },
        { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('begin' as const, 'release' as const) }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('complete' as const, 'fail' as const) }) },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
          const { batch, ref } = await created();
          let before: Batch = batch;
          for (const [i, step] of events.entries()) {
            await happen(stores().batches, ref, step, T0 + i);
            const now = await stores().batches.get(ref);
            if (!now) throw new Error('The batch has vanished');
            expectNoStepBack(before, now);
            before = now;
          }
        }),
        { numRuns: 60 },
      );
    }, 60_000);
  });
}

type BatchEvent = { do: 'progress'; texts: number } | { do: 'begin' | 'release' | 'complete' | 'fail' };

function happen(batches: BatchStore, ref: ReturnType<typeof batchRefOf>, event: BatchEvent, now: number) {
  switch (event.do) {
    case 'progress':
      return batches.progress(ref, event.texts, now);
    case 'begin':
      return batches.begin(ref, now + 1000, now);
    case 'release':
      return batches.release(ref, now);
    case 'complete':
      return batches.complete(ref, now, EXPIRES_AT);
    case 'fail':
      return batches.fail(ref, aFailure(), now, EXPIRES_AT);
  }
}

function expectNoStepBack(before: Batch, now: Batch) {
  if (before.endedAt !== undefined) return expect(now).toEqual(before);
  expect(now.textsDone).toBeGreaterThanOrEqual(before.textsDone);
  expect(batchPercent(now)).toBeGreaterThanOrEqual(batchPercent(before));
  if (before.state === 'processing') expect(now.state).not.toBe('pending');
}
