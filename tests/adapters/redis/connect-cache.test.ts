import { createServer, type Server } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CacheConnection, connectCache } from '../../../functions/adapters/redis/connect-cache.ts';
import { freePort } from '../../../local/aws/processes.ts';
import { startTestRedis } from '../../support/services.ts';

/** Longer than the time-outs, shorter than anything that hangs: answers "too late" instead of waiting for ever. */
const inTime = <T>(answer: Promise<T>) =>
  Promise.race([answer, new Promise<string>((resolve) => setTimeout(resolve, 1_000, 'too late'))]);

let redis: Awaited<ReturnType<typeof startTestRedis>>;
let cache: CacheConnection | undefined;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
afterEach(() => cache?.close());

describe('A connection to the cache', () => {
  it('answers a ping of the first and of many at once', async () => {
    cache = connectCache(redis.url);
    expect(await cache.ping()).toBe(true);
    expect(await Promise.all([cache.ping(), cache.ping(), cache.ping()])).toEqual([true, true, true]);
  });

  it('signs in with the password, fetched once, when Redis asks for one', async () => {
    const admin = new Redis(redis.url);
    const password = vi.fn(async () => 'correct horse');
    try {
      await admin.config('SET', 'requirepass', 'correct horse');
      cache = connectCache(redis.url);
      expect(await cache.ping()).toBe(false);
      cache.close();
      cache = connectCache(redis.url, { password });
      expect([await cache.ping(), await cache.ping()]).toEqual([true, true]);
      expect(password).toHaveBeenCalledOnce();
    } finally {
      await admin.config('SET', 'requirepass', '');
      admin.disconnect();
    }
  });

  it('says false, again and again, when nothing listens', async () => {
    cache = connectCache(`redis://127.0.0.1:${await freePort()}`);
    for (let i = 0; i < 3; i++) expect(await inTime(cache.ping())).toBe(false);
  });

  it('says false in time when Redis is frozen, and true once it is back', async () => {
    const warm = connectCache(redis.url);
    const cold = connectCache(redis.url);
    try {
      expect(await warm.ping()).toBe(true);
      process.kill(redis.pid, 'SIGSTOP');
      expect(await inTime(warm.ping())).toBe(false);
      expect(await inTime(cold.ping())).toBe(false);
      process.kill(redis.pid, 'SIGCONT');
      expect(await inTime(warm.ping())).toBe(true);
      expect(await inTime(cold.ping())).toBe(true);
    } finally {
      process.kill(redis.pid, 'SIGCONT');
      warm.close();
      cold.close();
    }
  });

  it('does not knock at the door of a broken Redis on its own', async () => {
    let knocks = 0;
    const broken: Server = createServer((socket) => {
      knocks += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const address = broken.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    cache = connectCache(`redis://127.0.0.1:${address.port}`);
    expect(await inTime(cache.ping())).toBe(false);
    const asked = knocks;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(knocks).toBe(asked);
    broken.close();
  });
});
