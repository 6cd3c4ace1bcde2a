import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { usageKey } from '../../../functions/adapters/redis/keys.ts';
import { countUses } from '../../../functions/adapters/redis/usage.ts';
import type { CacheArguments, CachedRead } from '../../../functions/core/ports/cache.ts';
import { freePort } from '../../../local/aws/processes.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, openInstance, PATIENT } from './instance.ts';

const DAY_MS = 86_400_000;
const list = { family: 'level-list', schema: z.number(), ranked: true } satisfies CachedRead<number>;
const clock = { ms: Date.UTC(2026, 10, 21, 12), now: () => clock.ms };

let redis: TestRedis;
let instance: Instance;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
beforeEach(async () => {
  clock.ms = Date.UTC(2026, 10, 21, 12);
  instance = openInstance(redis.url, PATIENT, { clock });
  await instance.connection.run([['FLUSHALL']]);
});
afterEach(() => instance.close());

async function read(times: number, ...args: CacheArguments) {
  for (let i = 0; i < times; i++) await instance.cache.readThrough(list, { args }, async () => 1);
}

describe('The most used values', () => {
  it('come first, whether they were found or loaded', async () => {
    await read(1, 'de', 'A1', 5, null, true);
    await read(3, 'de', 'B1');
    await read(2, 'de', 'A2');
    expect(await instance.cache.mostUsed('level-list', 2)).toEqual([
      ['de', 'B1'],
      ['de', 'A2'],
    ]);
    expect(await instance.cache.mostUsed('level-list', 10)).toContainEqual(['de', 'A1', 5, null, true]);
  });

  it('are those of today and yesterday', async () => {
    await read(2, 'yesterday and today');
    await read(3, 'only yesterday');
    clock.ms += DAY_MS;
    await read(2, 'yesterday and today');
    expect(await instance.cache.mostUsed('level-list', 5)).toEqual([['yesterday and today'], ['only yesterday']]);
    clock.ms += 2 * DAY_MS;
    expect(await instance.cache.mostUsed('level-list', 5)).toEqual([]);
  });

  it('are counted in families and reads that ask for it', async () => {
    const word = { family: 'word', schema: z.number() } as const;
    await instance.cache.readThrough(word, { args: ['a'] }, async () => 1);
    expect(await instance.cache.mostUsed('word', 5)).toEqual([]);
    await read(1, 'a');
    expect(await instance.cache.mostUsed('word', 5)).toEqual([]);
  });

  it('are remembered for two days, and not without end', async () => {
    const many = Array.from({ length: 5_000 }, (_, i): CacheArguments => [i]);
    for (let i = 0; i < 5; i++) await instance.connection.run(countUses('level-list', [['often']], clock.ms));
    await instance.connection.run(countUses('level-list', many, clock.ms));
    // One in a hundred trims: after 2,000 times it has happened but for a chance of 1 in 500 million.
    for (let i = 0; i < 2_000; i++) await instance.connection.run(countUses('level-list', [], clock.ms));
    const key = usageKey('level-list', '2026-11-21');
    const [size, seconds] = await instance.connection.run([
      ['ZCARD', key],
      ['TTL', key],
    ]);
    expect(size).toBe(1_000);
    expect(seconds).toBeGreaterThan(172_000);
    expect(await instance.cache.mostUsed('level-list', 1)).toEqual([['often']]);
  });

  it('are none of those that Redis holds but nobody has counted', async () => {
    await instance.connection.run([['ZADD', usageKey('level-list', '2026-11-21'), 5, 'not json', 6, '{"a":1}']]);
    await read(1, 'a');
    expect(await instance.cache.mostUsed('level-list', 5)).toEqual([['a']]);
  });

  it('are none when Redis is down', async () => {
    const away = openInstance(`redis://127.0.0.1:${await freePort()}`);
    expect(await away.cache.mostUsed('level-list', 5)).toEqual([]);
    away.close();
  });
});
