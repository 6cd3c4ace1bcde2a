import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RedisConnection } from '../../../functions/adapters/redis/connection.ts';
import { RedisInspector } from '../../../functions/adapters/redis/inspector.ts';
import { RedisCache } from '../../../functions/adapters/redis/redis-cache.ts';
import { type CacheFamily, type CacheKeyInfo, cacheScopes } from '../../../functions/contracts/cache.ts';
import { InvalidCursor } from '../../../functions/core/ports/video-store.ts';
import { type Running, startTestRedis } from '../../support/services.ts';

const PATIENT = { commandTimeoutMs: 10_000, connectTimeoutMs: 10_000, requestBudgetMs: 600_000 };
const silent = { read() {}, breaker() {}, incident() {} };
const clock = { now: () => Date.now() };

let redis: Running<{ url: string; pid: number }>;
let connection: RedisConnection;
let inspector: RedisInspector;
let cache: RedisCache;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  connection = new RedisConnection(redis.url, PATIENT);
  await connection.run([['FLUSHALL']]);
  inspector = new RedisInspector(connection, { clock });
  cache = new RedisCache(connection, { observer: silent });
  return () => connection.close();
});

async function store(family: CacheFamily, count: number, text = 'x'): Promise<void> {
  const keys = Array.from({ length: count }, (_, i) => ({ args: [i], scopes: [cacheScopes.video(`v${i}`)] }));
  const read = { family, schema: z.string() };
  await cache.readThroughMany(read, keys, async (missing) => missing.map(() => text));
  await cache.settle(10_000);
}

async function allKeys(family: CacheFamily, limit: number): Promise<CacheKeyInfo[]> {
  const found = new Map<string, CacheKeyInfo>();
  let cursor: string | undefined;
  do {
    const page = await inspector.keys(family, { limit, cursor });
    for (const item of page?.items ?? []) found.set(item.key, item);
    cursor = page?.cursor;
  } while (cursor !== undefined);
  return [...found.values()];
}

describe('the cache server', () => {
  it('tells its engine, keys, memory, clients and age', async () => {
    await store('word', 3);
    const server = await inspector.server();
    expect(server?.engine).toMatch(/^(redis|valkey) \d+\.\d+/);
    expect(server?.keys).toBeGreaterThanOrEqual(3);
    expect(server?.memory_bytes).toBeGreaterThan(100_000);
    expect(server?.clients).toBeGreaterThanOrEqual(1);
    expect(server?.uptime_seconds).toBeGreaterThanOrEqual(0);
    expect(server?.memory_limit_bytes).toBeNull();
  });

  it('tells its limit where it has one', async () => {
    await connection.run([['CONFIG', 'SET', 'maxmemory', 50_000_000]]);
    try {
      expect((await inspector.server())?.memory_limit_bytes).toBe(50_000_000);
    } finally {
      await connection.run([['CONFIG', 'SET', 'maxmemory', 0]]);
    }
  });

  it('says null for what it may not tell, as in a serverless cache', async () => {
    await connection.run([['ACL', 'SETUSER', 'app', 'on', 'nopass', '~lp:*', '+@all', '-info', '-dbsize']]);
    const restricted = new RedisConnection(redis.url.replace('redis://', 'redis://app@'), {
      ...PATIENT,
      password: async () => 'any',
    });
    try {
      const server = await new RedisInspector(restricted, { clock }).server();
      expect(server).toEqual({
        engine: null,
        keys: null,
        memory_bytes: null,
        memory_limit_bytes: null,
        clients: null,
        uptime_seconds: null,
      });
    } finally {
      restricted.close();
    }
  });

  it('is nothing when it is away, and neither are figures and keys', async () => {
    const away = new RedisConnection('redis://127.0.0.1:1');
    const nothing = new RedisInspector(away, { clock });
    expect(await nothing.server()).toBeUndefined();
    expect(await nothing.figures()).toBeUndefined();
    expect(await nothing.keys('word', { limit: 10 })).toBeUndefined();
    away.close();
  });
});

describe('keys of a family', () => {
  it('come with size, expiry and whether they are valid', async () => {
    await store('lesson', 1, 'a'.repeat(500));
    const [key, ...others] = await allKeys('lesson', 10);
    expect(others).toEqual([]);
    expect(key?.key).toMatch(/^lp:v:lesson:/);
    expect(key?.bytes).toBeGreaterThan(500);
    expect(key?.bytes).toBeLessThan(800);
    expect(key?.expires_in_seconds).toBeGreaterThan(3600);
    expect(key?.expires_in_seconds).toBeLessThanOrEqual(7200);
    expect(key?.valid).toBe(true);
  });

  it('are listed completely over pages, without those of other families', async () => {
    await store('video', 1234);
    await store('video-list', 300);
    const keys = await allKeys('video', 100);
    expect(keys).toHaveLength(1234);
    expect(keys.every(({ key, valid }) => key.startsWith('lp:v:video:') && valid)).toBe(true);
  });

  it('are found among many others with bounded work for each page', async () => {
    const fillers = Array.from({ length: 50_000 }, (_, i) => ['SET', `lp:v:word:${i}`, 'x', 'EX', 100] as const);
    await connection.run(fillers);
    await store('stats', 2);
    const before = await scans();
    const page = await inspector.keys('stats', { limit: 10 });
    expect((await scans()) - before).toBeLessThanOrEqual(10);
    expect(page?.cursor).toBeDefined();
    expect(await allKeys('stats', 10)).toHaveLength(2);
  });

  it('are not valid any more once what they depend on is invalidated', async () => {
    await store('video', 3);
    await cache.invalidate([cacheScopes.video('v1')]);
    const validity = async () => (await allKeys('video', 10)).map(({ valid }) => valid).sort();
    expect(await validity()).toEqual([false, true, true]);
    await cache.invalidate([cacheScopes.family('video')]);
    expect(await validity()).toEqual([false, false, false]);
  });

  it('are not valid when they are no values of this cache', async () => {
    await connection.run([['SET', 'lp:v:word:old-format', '{"word":"Haus"}', 'EX', 100]]);
    expect(await allKeys('word', 10)).toMatchObject([{ key: 'lp:v:word:old-format', bytes: 15, valid: false }]);
  });

  it('are an empty page where there are none', async () => {
    expect(await inspector.keys('word', { limit: 10 })).toEqual({ items: [] });
  });

  it.each(['', 'abc', '-1', '1 MATCH *', '9'.repeat(41)])(
    'cannot be asked for from the cursor "%s"',
    async (cursor) => {
      await expect(inspector.keys('word', { limit: 10, cursor })).rejects.toThrow(InvalidCursor);
    },
  );
});

/** How many SCANs the server has seen. */
async function scans(): Promise<number> {
  const [stats] = await connection.run([['INFO', 'commandstats']]);
  return Number(/cmdstat_scan:calls=(\d+)/.exec(String(stats))?.[1] ?? 0);
}
