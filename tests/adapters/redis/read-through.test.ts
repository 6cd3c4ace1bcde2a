import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { valueKey } from '../../../functions/adapters/redis/keys.ts';
import type { CachedRead } from '../../../functions/core/ports/cache.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, loader, openInstance, PATIENT } from './instance.ts';
import { startProxy } from './proxy.ts';

const word = { family: 'word', schema: z.object({ lemma: z.string() }) } satisfies CachedRead<{ lemma: string }>;
const maybe = { ...word, schema: word.schema.optional() };
const HOUR_MS = 3_600_000;

let redis: TestRedis;
let here: Instance;
let there: Instance;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
beforeEach(async () => {
  here = openInstance(redis.url);
  there = openInstance(redis.url);
  await here.connection.run([['FLUSHALL']]);
});
afterEach(() => {
  here.close();
  there.close();
});

const house = () => loader((call) => ({ lemma: `Haus ${call}` }));
const lifetimeMs = async (args: string[]) => Number((await here.connection.run([['PTTL', valueKey('word', args)]]))[0]);

describe('Reading one value', () => {
  it('loads it once, and then finds it, here and in other instances', async () => {
    const { load } = house();
    for (const { cache } of [here, here, there]) {
      expect(await cache.readThrough(word, { args: ['Haus'] }, load)).toEqual({ lemma: 'Haus 1' });
    }
    expect([here.counts, there.counts]).toEqual([
      { hit: 1, stale: 0, miss: 1, error: 0 },
      { hit: 1, stale: 0, miss: 0, error: 0 },
    ]);
  });

  it('keeps values of other arguments and other families apart', async () => {
    const level = { ...word, family: 'level-list' } as const;
    await here.cache.readThrough(word, { args: ['a'] }, async () => ({ lemma: 'word a' }));
    await here.cache.readThrough(word, { args: ['b'] }, async () => ({ lemma: 'word b' }));
    await here.cache.readThrough(level, { args: ['a'] }, async () => ({ lemma: 'list a' }));
    const { load } = house();
    expect(await there.cache.readThrough(word, { args: ['a'] }, load)).toEqual({ lemma: 'word a' });
    expect(await there.cache.readThrough(word, { args: ['b'] }, load)).toEqual({ lemma: 'word b' });
    expect(await there.cache.readThrough(level, { args: ['a'] }, load)).toEqual({ lemma: 'list a' });
  });

  it('throws what the loader throws, and stores nothing', async () => {
    const failing = loader((call) => {
      if (call === 1) throw new Error('DynamoDB is away');
      return { lemma: 'Haus' };
    });
    await expect(here.cache.readThrough(word, { args: ['Haus'] }, failing.load)).rejects.toThrow('DynamoDB is away');
    expect(await there.cache.readThrough(word, { args: ['Haus'] }, failing.load)).toEqual({ lemma: 'Haus' });
    expect(failing.calls).toBe(2);
  });

  it('keeps it for 90 to 100 % of the lifetime of its family, or of the one that is set', async () => {
    await here.cache.readThrough(word, { args: ['a'] }, house().load);
    const brief = openInstance(redis.url, PATIENT, { lifetimes: { word: 100 } });
    await brief.cache.readThrough(word, { args: ['b'] }, house().load);
    await here.cache.settle(10_000);
    await brief.cache.settle(10_000);
    brief.close();
    const [long, short] = [await lifetimeMs(['a']), await lifetimeMs(['b'])];
    expect(long).toBeLessThanOrEqual(HOUR_MS);
    expect(long).toBeGreaterThan(0.9 * HOUR_MS - 60_000);
    expect(short).toBeLessThanOrEqual(100_000);
    expect(short).toBeGreaterThan(30_000);
  });

  it('counts the lifetime from when the load began, not from when it ended', async () => {
    const brief = openInstance(redis.url, PATIENT, { lifetimes: { word: 1 } });
    const slow = loader(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      return { lemma: 'old by now' };
    });
    await brief.cache.readThrough(word, { args: ['slow'] }, slow.load);
    await brief.cache.settle(10_000);
    brief.close();
    expect(await lifetimeMs(['slow'])).toBe(-2);
  });

  it('remembers briefly that something is missing, where its schema allows for it', async () => {
    const nothing = loader(() => undefined);
    expect(await here.cache.readThrough(maybe, { args: ['x'] }, nothing.load)).toBeUndefined();
    expect(await there.cache.readThrough(maybe, { args: ['x'] }, nothing.load)).toBeUndefined();
    expect(nothing.calls).toBe(1);
    const ms = await lifetimeMs(['x']);
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThanOrEqual(60_000);
    expect(await there.cache.readThrough(word, { args: ['x'] }, house().load)).toEqual({ lemma: 'Haus 1' });
  });

  it('keeps briefly what its reader says', async () => {
    const read: CachedRead<{ lemma: string }> = {
      ...word,
      keep: ({ lemma }) => (lemma === 'unfinished' ? 'briefly' : 'for its lifetime'),
    };
    await here.cache.readThrough(read, { args: ['a'] }, async () => ({ lemma: 'unfinished' }));
    await here.cache.readThrough(read, { args: ['b'] }, async () => ({ lemma: 'finished' }));
    await here.cache.settle(10_000);
    expect(await lifetimeMs(['a'])).toBeLessThanOrEqual(60_000);
    expect(await lifetimeMs(['b'])).toBeGreaterThan(600_000);
  });

  it('is answered and not stored where its reader says so, and gives its lock back', async () => {
    const read: CachedRead<{ lemma: string }> = { ...word, keep: () => 'not' };
    const { load } = house();
    expect(await here.cache.readThrough(read, { args: ['c'] }, load)).toEqual({ lemma: 'Haus 1' });
    await here.cache.settle(10_000);
    expect(await here.connection.run([['EXISTS', valueKey('word', ['c'])]])).toEqual([0]);
    expect(await there.cache.readThrough(read, { args: ['c'] }, load)).toEqual({ lemma: 'Haus 2' });
  });

  it('is renewed whatever is there', async () => {
    const { load } = house();
    await here.cache.readThrough(word, { args: ['Haus'] }, load);
    await here.cache.settle(10_000);
    await there.cache.renew(word, { args: ['Haus'] }, load);
    expect(await here.cache.readThrough(word, { args: ['Haus'] }, load)).toEqual({ lemma: 'Haus 2' });
  });
});

describe('Reading many values', () => {
  const keys = (...names: string[]) => names.map((name) => ({ args: [name] }));
  const batch = () => {
    const asked: (readonly number[])[] = [];
    const load = async (missing: readonly number[]) => {
      asked.push(missing);
      return missing.map((position) => ({ lemma: `at ${position}` }));
    };
    return { asked, load };
  };

  it('loads all that is missing with one call, and finds the rest', async () => {
    const { asked, load } = batch();
    await here.cache.readThroughMany(word, keys('a', 'c'), load);
    expect(await there.cache.readThroughMany(word, keys('a', 'b', 'c', 'd'), load)).toEqual([
      { lemma: 'at 0' },
      { lemma: 'at 1' },
      { lemma: 'at 1' },
      { lemma: 'at 3' },
    ]);
    expect(asked).toEqual([
      [0, 1],
      [1, 3],
    ]);
    expect(there.counts).toEqual({ hit: 2, stale: 0, miss: 2, error: 0 });
  });

  it('counts a key that is asked for twice once', async () => {
    const { asked, load } = batch();
    const values = await here.cache.readThroughMany(word, keys('a', 'b', 'a', 'a'), load);
    expect(values.map(({ lemma }) => lemma)).toEqual(['at 0', 'at 1', 'at 0', 'at 0']);
    expect([asked, here.counts.miss]).toEqual([[[0, 1]], 2]);
  });

  it('asks neither Redis nor the loader for nothing', async () => {
    const { asked, load } = batch();
    here.close();
    expect(await here.cache.readThroughMany(word, [], load)).toEqual([]);
    expect([asked, here.counts.error]).toEqual([[], 0]);
  });

  it('takes one round trip for 500 hits, and three for 500 misses', async () => {
    const proxy = await startProxy(redis.port);
    const counted = openInstance(proxy.url);
    try {
      await counted.connection.run([['PING']]);
      const all = Array.from({ length: 500 }, (_, i) => ({ args: [i], scopes: [`video:${i}`] as const }));
      const { load } = batch();
      let before = proxy.roundTrips;
      await counted.cache.readThroughMany(word, all, load);
      await counted.cache.settle(10_000);
      // Read; generations and locks; store.
      expect(proxy.roundTrips - before).toBe(3);
      before = proxy.roundTrips;
      await counted.cache.readThroughMany(word, all, load);
      expect(proxy.roundTrips - before).toBe(1);
      before = proxy.roundTrips;
      await Promise.all(all.map((key) => counted.cache.readThrough(word, key, house().load)));
      expect(proxy.roundTrips - before).toBe(1);
      expect(counted.counts).toEqual({ hit: 1_000, stale: 0, miss: 500, error: 0 });
    } finally {
      counted.close();
      await proxy.stop();
    }
  });

  it('says so when a loader returns more or less than it was asked for', async () => {
    const read = here.cache.readThroughMany(word, keys('a', 'b'), async () => [{ lemma: 'only one' }]);
    await expect(read).rejects.toThrow('asked for 2 values and returned 1');
  });
});

describe('A value that should not be there', () => {
  it.each([
    ['text of another program', Buffer.from('{"lemma":"Haus"}')],
    ['bytes of no format', randomBytes(2_000)],
    ['nothing at all', Buffer.alloc(0)],
  ])('is loaded again and replaced: %s', async (_, bytes) => {
    const { load } = house();
    await here.connection.run([['SET', valueKey('word', ['Haus']), bytes]]);
    expect(await here.cache.readThrough(word, { args: ['Haus'] }, load)).toEqual({ lemma: 'Haus 1' });
    expect(here.incidents).toEqual([expect.stringContaining('corrupt')]);
    expect(await there.cache.readThrough(word, { args: ['Haus'] }, load)).toEqual({ lemma: 'Haus 1' });
  });

  it('is replaced when it is of a shape that an earlier deployment stored', async () => {
    const before = { ...word, schema: z.object({ word: z.string() }) };
    await here.cache.readThrough(before, { args: ['Haus'] }, async () => ({ word: 'Haus' }));
    expect(await there.cache.readThrough(word, { args: ['Haus'] }, house().load)).toEqual({ lemma: 'Haus 1' });
    expect(there.incidents).toEqual([expect.stringContaining('corrupt')]);
    expect(await here.cache.readThrough(word, { args: ['Haus'] }, house().load)).toEqual({ lemma: 'Haus 1' });
  });

  it('is replaced when it is not even a string', async () => {
    await here.connection.run([['LPUSH', valueKey('word', ['Haus']), 'a']]);
    const { load } = house();
    await here.cache.readThrough(word, { args: ['Haus'] }, load);
    expect(await there.cache.readThrough(word, { args: ['Haus'] }, load)).toEqual({ lemma: 'Haus 1' });
  });
});

describe('A value that cannot be stored', () => {
  const noise = (bytes: number) => randomBytes(bytes).toString('hex').slice(0, bytes);

  it('is answered all the same when it is of 5 MB', async () => {
    const huge = loader(() => ({ lemma: noise(5_000_000) }));
    for (const { cache } of [here, there]) {
      expect((await cache.readThrough(word, { args: ['huge'] }, huge.load)).lemma).toHaveLength(5_000_000);
    }
    expect(huge.calls).toBe(2);
    expect(here.incidents).toEqual([expect.stringContaining('too large')]);
    expect((await here.connection.run([['EXISTS', valueKey('word', ['huge'])]]))[0]).toBe(0);
  });

  it('takes the old one away', async () => {
    await here.cache.readThrough(word, { args: ['grows'] }, async () => ({ lemma: 'small' }));
    await here.cache.renew(word, { args: ['grows'] }, async () => ({ lemma: noise(5_000_000) }));
    await here.cache.settle(10_000);
    expect(await there.cache.readThrough(word, { args: ['grows'] }, house().load)).toEqual({ lemma: 'Haus 1' });
  });

  it('is answered all the same when JSON has no words for it', async () => {
    const read = { family: 'word', schema: z.bigint() } satisfies CachedRead<bigint>;
    const numbers = await Promise.all([1, 2].map(() => here.cache.readThrough(read, { args: ['n'] }, async () => 5n)));
    expect(numbers).toEqual([5n, 5n]);
    expect(here.incidents).toContainEqual(expect.stringContaining('JSON'));
  });

  it('is found again when it is large but can be compressed', async () => {
    const value = { lemma: 'Haus '.repeat(400_000) };
    await here.cache.readThrough(word, { args: ['long'] }, async () => value);
    expect(await there.cache.readThrough(word, { args: ['long'] }, house().load)).toEqual(value);
  });
});
