import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { valueKey } from '../../../functions/adapters/redis/keys.ts';
import type { CachedRead } from '../../../functions/core/ports/cache.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, loader, openInstance, PATIENT } from './instance.ts';

const HOUR_MS = 3_600_000;
/** Past the soft lifetime of a word and before its hard one, by the clock of an instance. */
const LATER_MS = 0.85 * HOUR_MS;
const number = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
const key = { args: ['a'] };

let redis: TestRedis;
const instances: Instance[] = [];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
beforeEach(async () => {
  await open().connection.run([['FLUSHALL']]);
});
afterEach(() => {
  for (const instance of instances.splice(0)) instance.close();
});

/** An instance whose clock is ahead (or behind, when negative). */
function open(aheadMs = 0, lifetimes = {}) {
  const clock = { aheadMs, now: () => Date.now() + clock.aheadMs };
  const instance = { ...openInstance(redis.url, PATIENT, { clock, lifetimes }), clock };
  instances.push(instance);
  return instance;
}

describe('A value past its soft lifetime', () => {
  it('is answered at once and loaded again behind the answer', async () => {
    const numbers = loader((call) => call);
    const early = open();
    const late = open(LATER_MS);
    await early.cache.readThrough(number, key, numbers.load);
    await early.cache.settle(10_000);
    expect(await late.cache.readThrough(number, key, numbers.load)).toBe(1);
    await late.cache.settle(10_000);
    expect(await late.cache.readThrough(number, key, numbers.load)).toBe(2);
    expect([late.counts, numbers.calls]).toEqual([{ hit: 1, stale: 1, miss: 0, error: 0 }, 2]);
  });

  it('is loaded again by one of many callers, here and in other instances', async () => {
    const early = open();
    await early.cache.readThrough(number, key, async () => 1);
    await early.cache.settle(10_000);
    const late = [open(LATER_MS), open(LATER_MS), open(LATER_MS)];
    const again = loader(async () => {
      await delay(200);
      return 2;
    });
    const values = await Promise.all(
      late.flatMap(({ cache }) => Array.from({ length: 50 }, () => cache.readThrough(number, key, again.load))),
    );
    expect(new Set(values)).toEqual(new Set([1]));
    await Promise.all(late.map(({ cache }) => cache.settle(10_000)));
    expect(again.calls).toBe(1);
  });

  it('stays when it cannot be loaded again, and that is told', async () => {
    const early = open();
    const late = open(LATER_MS);
    await early.cache.readThrough(number, key, async () => 1);
    await early.cache.settle(10_000);
    const failing = loader((): number => {
      throw new Error('DynamoDB is away');
    });
    expect(await late.cache.readThrough(number, key, failing.load)).toBe(1);
    await late.cache.settle(10_000);
    expect(late.incidents).toEqual([expect.stringContaining('DynamoDB is away')]);
    expect(await early.cache.readThrough(number, key, failing.load)).toBe(1);
  });

  it('is loaded again together with others of its batch, with one call', async () => {
    const keys = [1, 2, 3].map((n) => ({ args: [n] }));
    const asked: (readonly number[])[] = [];
    const load = async (missing: readonly number[]) => {
      asked.push(missing);
      return missing.map((position) => position);
    };
    const late = open(LATER_MS);
    const early = open();
    await early.cache.readThroughMany(number, keys, load);
    await early.cache.settle(10_000);
    await late.cache.readThroughMany(number, keys, load);
    await late.cache.settle(10_000);
    expect(asked).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it('is loaded again once, however many requests come while that takes its time, also when its lock was lost', async () => {
    const early = open();
    const late = open(LATER_MS);
    await early.cache.readThrough(number, key, async () => 1);
    await early.cache.settle(10_000);
    const endless = loader(() => new Promise<number>(() => {}));
    for (let request = 0; request < 3; request++) {
      late.cache.startRequest();
      expect(await late.cache.readThrough(number, key, endless.load)).toBe(1);
      await expect.poll(() => endless.calls).toBeGreaterThan(0);
      const [locks] = await early.connection.run([['KEYS', 'lp:l:*']]);
      for (const lock of Array.isArray(locks) ? locks : []) await early.connection.run([['DEL', lock]]);
      await late.cache.settle(100);
    }
    expect(endless.calls).toBe(1);
  });

  it('holds up the end of a request no longer than is asked', async () => {
    const early = open();
    const late = open(LATER_MS);
    await early.cache.readThrough(number, key, async () => 1);
    await early.cache.settle(10_000);
    await late.cache.readThrough(number, key, () => new Promise(() => {}));
    const began = performance.now();
    await late.cache.settle(50);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('Clocks of instances that do not agree', () => {
  it('make refreshes early or late, and neither misses nor longer lives', async () => {
    const skew = fc.integer({ min: -100 * HOUR_MS, max: 100 * HOUR_MS });
    await fc.assert(
      fc.asyncProperty(skew, skew, fc.string(), async (storing, reading, name) => {
        const numbers = loader((call) => call);
        const [one, other] = [open(storing), open(reading)];
        try {
          await one.cache.readThrough(number, { args: [name] }, numbers.load);
          await one.cache.settle(10_000);
          expect(await other.cache.readThrough(number, { args: [name] }, numbers.load)).toBe(1);
          await other.cache.settle(10_000);
          const [ms] = await other.connection.run([['PTTL', valueKey('word', [name])]]);
          expect(ms).toBeLessThanOrEqual(HOUR_MS);
          expect(other.counts.miss + other.counts.error).toBe(0);
          // Fresh for at most 80 % of an hour; whoever is further ahead loads again.
          if (reading - storing < 0.5 * HOUR_MS) expect(numbers.calls).toBe(1);
          if (reading - storing > 0.9 * HOUR_MS) expect(numbers.calls).toBe(2);
        } finally {
          one.close();
          other.close();
          await open().connection.run([['FLUSHALL']]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not keep a value for an instance whose clock stands still', async () => {
    const numbers = loader((call) => call);
    const ahead = open(HOUR_MS, { word: 1 });
    const behind = open(-HOUR_MS, { word: 1 });
    expect(await ahead.cache.readThrough(number, key, numbers.load)).toBe(1);
    expect(await behind.cache.readThrough(number, key, numbers.load)).toBe(1);
    await delay(1_050);
    expect(await behind.cache.readThrough(number, key, numbers.load)).toBe(2);
  });
});
