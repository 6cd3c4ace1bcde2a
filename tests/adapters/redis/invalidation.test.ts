import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RedisCommand } from '../../../functions/adapters/redis/connection.ts';
import { generationKey } from '../../../functions/adapters/redis/keys.ts';
import { type CacheScope, cacheScopes } from '../../../functions/contracts/cache.ts';
import type { CachedRead, CacheKey } from '../../../functions/core/ports/cache.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, openInstance, PATIENT } from './instance.ts';
import { startProxy } from './proxy.ts';

const number = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
const video = cacheScopes.video('1');
const scopes = [video];
const key = { args: ['a'], scopes };

let redis: TestRedis;
let here: Instance;
let there: Instance;
let admin: Instance;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
beforeEach(async () => {
  here = openInstance(redis.url);
  there = openInstance(redis.url);
  admin = openInstance(redis.url);
  await admin.connection.run([['FLUSHALL']]);
});
afterEach(async () => {
  for (const { cache, close } of [here, there, admin]) {
    await cache.settle(10_000);
    close();
  }
});

const read = (instance: Instance, source: number, of: CacheKey = key) =>
  instance.cache.readThrough(number, of, async () => source);

describe('Invalidating', () => {
  it('makes a write visible to all instances', async () => {
    await read(here, 1);
    await read(there, 1);
    expect(await here.cache.invalidate(scopes)).toBe(true);
    expect([await read(there, 2), await read(here, 3)]).toEqual([2, 2]);
  });

  it('concerns what depends on the scope, by its family too, and nothing else', async () => {
    const other = { args: ['b'], scopes: [cacheScopes.video('2')] };
    const both = { args: ['c'], scopes: [cacheScopes.video('2'), cacheScopes.library('owner'), ...scopes] };
    for (const one of [key, other, both]) await read(here, 1, one);
    await here.cache.invalidate(scopes);
    expect([await read(there, 2, key), await read(there, 2, other), await read(there, 2, both)]).toEqual([2, 1, 2]);
    await here.cache.invalidate([cacheScopes.family('word'), cacheScopes.family('lesson')]);
    expect([await read(there, 3, key), await read(there, 3, other), await read(there, 3, both)]).toEqual([3, 3, 3]);
    await here.cache.invalidate([cacheScopes.family('lesson')]);
    expect(await read(there, 4, other)).toBe(3);
  });

  it('is one command and one round trip, however many values it concerns', async () => {
    const keys = Array.from({ length: 1_000 }, (_, i) => ({ args: [i], scopes }));
    await here.cache.readThroughMany(number, keys, async (missing) => missing.map(() => 1));
    await here.cache.settle(10_000);
    const proxy = await startProxy(redis.port);
    const counted = openInstance(proxy.url);
    try {
      await counted.connection.run([['PING']]);
      await admin.connection.run([['CONFIG', 'RESETSTAT']]);
      const before = proxy.roundTrips;
      await counted.cache.invalidate(scopes);
      expect(proxy.roundTrips - before).toBe(1);
      const stats = String((await admin.connection.run([['INFO', 'commandstats']]))[0]);
      expect(stats.match(/cmdstat_\w+(?:\|\w+)?:calls=\d+/g)?.sort()).toEqual([
        'cmdstat_config|resetstat:calls=1',
        'cmdstat_del:calls=1',
      ]);
    } finally {
      counted.close();
      await proxy.stop();
    }
    const values = await there.cache.readThroughMany(number, keys, async (missing) => missing.map(() => 2));
    expect(new Set(values)).toEqual(new Set([2]));
  });

  it('leaves nothing behind for what nobody reads', async () => {
    await here.cache.invalidate([cacheScopes.video('never read')]);
    expect(await admin.connection.run([['DBSIZE']])).toEqual([0]);
  });

  it('is not undone by a value that was loaded before and is stored after', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const slow = here.cache.readThrough(number, key, () => promise);
    await expect.poll(async () => (await admin.connection.run([['DBSIZE']]))[0]).toBe(3);
    await there.cache.invalidate(scopes);
    resolve(1);
    expect(await slow).toBe(1);
    await here.cache.settle(10_000);
    expect([await read(there, 2), await read(here, 3)]).toEqual([2, 2]);
  });

  it('by others ends what a writer left that died before it could', async () => {
    await read(here, 1);
    // The writer dies here: until its lifetime ends, or somebody else invalidates, the old value is found.
    expect(await read(there, 2)).toBe(1);
    await admin.cache.invalidate(scopes);
    expect(await read(there, 2)).toBe(2);
  });

  it('that never comes lets a value live no longer than its lifetime', async () => {
    const brief = openInstance(redis.url, PATIENT, { lifetimes: { word: 1 } });
    expect(await read(brief, 1)).toBe(1);
    expect(await read(brief, 2)).toBe(1);
    await delay(1_050);
    expect(await read(brief, 2)).toBe(2);
    brief.close();
  });
});

describe('A generation that Redis has lost', () => {
  it('never makes an old value valid again', async () => {
    await read(here, 1);
    await here.cache.invalidate(scopes);
    await read(here, 2);
    await admin.connection.run([['DEL', generationKey(video)]]);
    expect(await read(there, 3)).toBe(3);
    await admin.connection.run([['DEL', generationKey(cacheScopes.family('word'))]]);
    expect(await read(there, 4)).toBe(4);
  });

  it('is kept as long as any value that depends on it may live', async () => {
    const ttl = async (scope: CacheScope) => Number((await admin.connection.run([['TTL', generationKey(scope)]]))[0]);
    const session = { family: 'session', schema: z.number() } as const;
    await here.cache.readThrough(number, key, async () => 1);
    await here.cache.settle(10_000);
    expect(await ttl(video)).toBeGreaterThan(3_600);
    await here.cache.readThrough(session, key, async () => 1);
    await here.cache.settle(10_000);
    expect(await ttl(video)).toBeGreaterThan(30 * 86_400);
    await read(here, 2, { args: ['b'], scopes });
    await here.cache.settle(10_000);
    expect(await ttl(video)).toBeGreaterThan(30 * 86_400);
    expect(await ttl('family:word')).toBeLessThan(2 * 3_600);
  });
});

describe('A generation that somebody proposes', () => {
  it('late, having waited for another caller in vain, brings back nothing that was invalidated meanwhile', async () => {
    const both = [
      { args: ['first'], scopes },
      { args: ['second'], scopes },
    ];
    let fail = () => {};
    const broken = here.cache.readThroughMany(number, both, () => {
      const { promise, reject } = Promise.withResolvers<number[]>();
      fail = () => reject(new Error('DynamoDB is away'));
      return promise;
    });
    const joined = here.cache.readThrough(number, { args: ['first'], scopes }, async () => 2);
    await expect.poll(async () => (await admin.connection.run([['KEYS', 'lp:g:video:*']]))[0]).toHaveLength(1);
    await read(there, 1);
    await there.cache.settle(10_000);
    expect(await there.cache.invalidate(scopes)).toBe(true);
    fail();
    await expect(broken).rejects.toThrow('DynamoDB is away');
    expect(await joined).toBe(2);
    expect(await read(there, 3)).toBe(3);
  });

  it('is proposed once only, though the answer was lost: others may have used it, and have invalidated it', async () => {
    const proxy = await startProxy(redis.port);
    const unlucky = openInstance(proxy.url);
    try {
      await unlucky.connection.run([['PING']]);
      const before = proxy.roundTrips;
      proxy.hangUpAt = before + 2;
      expect(await read(unlucky, 1)).toBe(1);
      await unlucky.cache.settle(10_000);
      expect(proxy.roundTrips - before).toBe(2);
      expect(unlucky.counts).toEqual({ hit: 0, stale: 0, miss: 0, error: 1 });
      expect(unlucky.breaker).toEqual([]);
      expect(await read(unlucky, 2)).toBe(2);
    } finally {
      unlucky.close();
      await proxy.stop();
    }
  });
});

describe('An invalidation that Redis has not taken in', () => {
  const obey = (...commands: RedisCommand[]) => admin.connection.run(commands);

  it('is told, and made up for before the instance reads again', async () => {
    const own = await startTestRedis();
    const writer = openInstance(own.url, { pauseMs: 50 });
    const reader = openInstance(own.url, { pauseMs: 50 });
    try {
      await expect.poll(() => read(writer, 1).then(() => writer.counts.hit)).toBeGreaterThan(0);
      await expect.poll(() => read(reader, 1).then(() => reader.counts.hit)).toBeGreaterThan(0);
      own.freeze();
      expect(await writer.cache.invalidate(scopes)).toBe(false);
      expect(await read(writer, 2)).toBe(2);
      own.thaw();
      await expect
        .poll(async () => {
          expect(await read(writer, 2)).toBe(2);
          return writer.counts.hit;
        })
        .toBeGreaterThan(2);
      await expect.poll(() => read(reader, 2)).toBe(2);
    } finally {
      writer.close();
      reader.close();
      await own.stop();
    }
  });

  it('is made up for at the end of the request, if nothing is read', async () => {
    await read(here, 1);
    await obey(['ACL', 'SETUSER', 'default', '-del']);
    expect(await here.cache.invalidate(scopes)).toBe(false);
    await obey(['ACL', 'SETUSER', 'default', '+del']);
    await here.cache.settle(10_000);
    expect(await read(there, 2)).toBe(2);
  });

  it('keeps the instance from taking what depends on it from the cache', async () => {
    const other = { args: ['b'], scopes: [cacheScopes.video('2')] };
    await read(here, 1);
    await read(here, 1, other);
    await obey(['ACL', 'SETUSER', 'default', '-del']);
    try {
      expect(await here.cache.invalidate(scopes)).toBe(false);
      expect([await read(here, 2), await read(here, 3), await read(here, 2, other)]).toEqual([2, 3, 1]);
    } finally {
      await obey(['ACL', 'SETUSER', 'default', '+del']);
    }
    expect([await read(here, 4), await read(there, 5)]).toEqual([4, 4]);
  });

  it('is remembered for all families when there are too many to remember each', async () => {
    await read(here, 1);
    await obey(['ACL', 'SETUSER', 'default', '-del']);
    try {
      expect(await here.cache.invalidate(scopes)).toBe(false);
      const others = Array.from({ length: 600 }, (_, i) => cacheScopes.video(`other ${i}`));
      expect(await here.cache.invalidate(others)).toBe(false);
      expect(await read(here, 2)).toBe(2);
    } finally {
      await obey(['ACL', 'SETUSER', 'default', '+del']);
    }
    await here.cache.settle(10_000);
    expect(await read(there, 3)).toBe(3);
  });
});
