import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { generationKey, valueKey } from '../../../functions/adapters/redis/keys.ts';
import { type CacheScope, cacheScopes } from '../../../functions/contracts/cache.ts';
import type { CachedRead } from '../../../functions/core/ports/cache.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, openInstance } from './instance.ts';

const INSTANCES = 3;
const KEYS = 3;
const version = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
/** Key 0 depends on video 0, key 1 on both, key 2 on video 1. */
const scopesOf = (key: number): CacheScope[] =>
  [0, 1].filter((video) => key === 1 || key === 2 * video).map((video) => cacheScopes.video(String(video)));

type Step = {
  do: 'read' | 'batch' | 'write' | 'forget' | 'lose value' | 'refresh';
  at: number;
  key: number;
  turns: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('read', 'read', 'read', 'batch', 'write', 'write', 'forget', 'lose value', 'refresh'),
  at: fc.nat(INSTANCES - 1),
  key: fc.nat(KEYS - 1),
  /** How long the load (or the write) takes, and how long the next step waits for it, in turns of the event loop. */
  turns: fc.nat(12),
});

let redis: TestRedis;
let instances: Instance[] = [];

beforeAll(async () => {
  redis = await startTestRedis();
  instances = Array.from({ length: INSTANCES }, () => openInstance(redis.url));
});
afterAll(async () => {
  for (const { close } of instances) close();
  await redis?.stop();
});

const pass = async (turns: number) => {
  for (let i = 0; i < turns; i++) await turn();
};

/** Does the steps, each beginning while earlier ones may still be going on. @throws when a read is older than it may be */
async function run(steps: readonly Step[], isOverlapping: boolean) {
  const source = Array<number>(KEYS).fill(0);
  const invalidated = Array<number>(KEYS).fill(0);
  const load = (turns: number) => async (keys: readonly number[]) => {
    const values = keys.map((key) => source[key] ?? Number.NaN);
    await pass(turns);
    return values;
  };
  const cached = (key: number) => ({ args: [key], scopes: scopesOf(key) });
  const check = async (keys: readonly number[], values: Promise<number[]>) => {
    const least = keys.map((key) => invalidated[key] ?? Number.NaN);
    (await values).forEach((value, i) => {
      if (!(value >= (least[i] ?? Number.NaN))) throw new Error(`Key ${keys[i]}: read ${value}, written ${least[i]}`);
    });
  };
  const perform = async ({ do: what, at, key, turns }: Step): Promise<void> => {
    const { cache, connection } = instances[at] ?? instances[0] ?? openInstance(redis.url);
    if (what === 'read') {
      const value = cache.readThrough(version, cached(key), async () => (await load(turns)([key]))[0] ?? Number.NaN);
      await check(
        [key],
        value.then((one) => [one]),
      );
    } else if (what === 'batch') {
      const keys = [key, 0, 1, 2];
      const values = cache.readThroughMany(version, keys.map(cached), (missing) =>
        load(turns)(missing.map((position) => keys[position] ?? 0)),
      );
      await check(keys, values);
    } else if (what === 'refresh') {
      await cache.renew(version, cached(key), async () => (await load(turns)([key]))[0] ?? Number.NaN);
    } else if (what === 'write') {
      const written = (source[key] ?? 0) + 1;
      source[key] = written;
      await pass(turns);
      if (await cache.invalidate(scopesOf(key))) invalidated[key] = Math.max(invalidated[key] ?? 0, written);
    } else {
      const lost = what === 'forget' ? generationKey(scopesOf(key)[0] ?? 'family:word') : valueKey('word', [key]);
      await connection.run([['DEL', lost]]);
    }
  };
  const underWay: Promise<void>[] = [];
  for (const one of steps) {
    const work = perform(one);
    underWay.push(work);
    if (isOverlapping) await pass(one.turns % 4);
    else await work;
  }
  await Promise.all(underWay);
  await Promise.all(instances.map(({ cache }) => cache.settle(10_000)));
  // Whatever happened, all agree in the end on what has been invalidated.
  for (const at of instances.keys()) await perform({ do: 'batch', at, key: 0, turns: 0 });
}

describe('Whatever several instances read, write and forget', () => {
  it.each([
    ['one after the other', false],
    ['all at once', true],
  ])('nobody reads what is older than the last write that was invalidated: %s', async (_, isOverlapping) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        await instances[0]?.connection.run([['FLUSHALL']]);
        await run(steps, isOverlapping);
      }),
      { numRuns: 150 },
    );
    expect(instances.map(({ counts }) => counts.hit > 0 && counts.error === 0)).toEqual([true, true, true]);
  });
});
