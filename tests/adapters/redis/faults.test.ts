import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CacheUnavailable, type RedisCommand } from '../../../functions/adapters/redis/connection.ts';
import { cacheScopes } from '../../../functions/contracts/cache.ts';
import type { CachedRead } from '../../../functions/core/ports/cache.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { closeAll, startServer } from './connecting.ts';
import { type Instance, openInstance, PATIENT } from './instance.ts';
import { startProxy } from './proxy.ts';

const number = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
const video = cacheScopes.video('1');
const at = (name: number) => ({ args: [name], scopes: [video] });
/** Far longer than any request may wait, far shorter than anything that hangs. */
const HANGS_MS = 3_000;

let redis: TestRedis;
const instances: Instance[] = [];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
afterEach(async () => {
  for (const { close } of instances.splice(0)) close();
  closeAll();
});

function open(url: string, options: Parameters<typeof openInstance>[1] = { pauseMs: 50 }) {
  const instance = openInstance(url, options);
  instances.push(instance);
  return instance;
}

/** Reads by 20 callers side by side, for as long as something goes on. @returns the longest that one of them took, ms */
async function underLoad({ cache, connection }: Instance, work: () => Promise<void>): Promise<number> {
  let isOver = false;
  let longest = 0;
  const caller = async (name: number) => {
    for (let i = 0; !isOver; i++) {
      const began = performance.now();
      connection.startRequest();
      expect(await cache.readThrough(number, at((name + i) % 50), async () => 1)).toBe(1);
      longest = Math.max(longest, performance.now() - began);
      // A loader that is this quick leaves no time for anything else.
      await delay(1);
    }
  };
  const callers = Promise.all(Array.from({ length: 20 }, (_, i) => caller(i)));
  await work().finally(() => {
    isOver = true;
  });
  await callers;
  return longest;
}

const findsAgain = (instance: Instance) =>
  expect
    .poll(async () => {
      const before = instance.counts.hit;
      instance.connection.startRequest();
      await instance.cache.readThrough(number, at(0), async () => 1);
      return instance.counts.hit > before;
    })
    .toBe(true);

describe('Renewing a value', () => {
  it('says so when it could not be stored', async () => {
    const own = await startTestRedis();
    try {
      const instance = open(own.url, PATIENT);
      await instance.cache.renew(number, at(0), async () => 1);
      await own.kill();
      await expect(instance.cache.renew(number, at(0), async () => 2)).rejects.toThrow(CacheUnavailable);
      await own.restart();
      const other = open(own.url, PATIENT);
      const killed = other.cache.renew(number, at(0), async () => {
        await own.kill();
        return 3;
      });
      await expect(killed).rejects.toThrow(CacheUnavailable);
    } finally {
      await own.stop();
    }
  });
});

describe('No request fails, and it comes back by itself, when Redis', () => {
  it('is down at the start', async () => {
    const own = await startTestRedis();
    try {
      await own.kill();
      const instance = open(own.url);
      expect(await underLoad(instance, () => delay(300))).toBeLessThan(HANGS_MS);
      expect(instance.counts).toMatchObject({ hit: 0, miss: 0 });
      await own.restart();
      await findsAgain(instance);
    } finally {
      await own.stop();
    }
  });

  it('is killed under load', async () => {
    const own = await startTestRedis();
    try {
      const instance = open(own.url);
      const longest = await underLoad(instance, async () => {
        await expect.poll(() => instance.counts.hit).toBeGreaterThan(100);
        await own.kill();
        await expect.poll(() => instance.counts.error).toBeGreaterThan(100);
        await own.restart();
        const before = instance.counts.hit;
        await expect.poll(() => instance.counts.hit).toBeGreaterThan(before + 100);
      });
      expect(longest).toBeLessThan(HANGS_MS);
    } finally {
      await own.stop();
    }
  });

  it('is frozen under load', async () => {
    const instance = open(redis.url);
    const longest = await underLoad(instance, async () => {
      await expect.poll(() => instance.counts.hit).toBeGreaterThan(100);
      redis.freeze();
      await expect.poll(() => instance.counts.error).toBeGreaterThan(100);
      redis.thaw();
      const before = instance.counts.hit;
      await expect.poll(() => instance.counts.hit).toBeGreaterThan(before + 100);
    }).finally(() => redis.thaw());
    expect(longest).toBeLessThan(HANGS_MS);
    expect(instance.breaker.at(-1)).toBe('closed');
  });

  it.each([
    ['is loading its data', '-LOADING Redis is loading the dataset in memory\r\n'],
    ['says that it is out of order', '-MISCONF Errors writing to the AOF file\r\n'],
    ['is not Redis at all', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['breaks off in the middle of an answer', '$100\r\nabc'],
    ['hangs up', ''],
    ['says nothing', '\r'],
  ])('%s', async (_, text) => {
    // Far more answers than there may be commands.
    const server = await startServer((answer) => answer(text.repeat(text.startsWith('-') ? 20 : 1)));
    const instance = open(server.url);
    expect(await underLoad(instance, () => delay(300))).toBeLessThan(HANGS_MS);
    expect(await instance.cache.mostUsed('word', 5)).toEqual([]);
    expect(instance.counts).toMatchObject({ hit: 0, miss: 0 });
  });
});

describe('Redis that refuses commands', () => {
  const admin = async (...commands: RedisCommand[]) => {
    const answers = await open(redis.url, PATIENT).connection.run(commands);
    expect(answers).toEqual(commands.map(() => Buffer.from('OK')));
  };
  const stored = async () => {
    await admin(['FLUSHALL']);
    const instance = open(redis.url, PATIENT);
    await instance.cache.readThrough(number, at(1), async () => 1);
    await instance.cache.settle(10_000);
    return instance;
  };
  const OUT_OF_MEMORY: [RedisCommand, RedisCommand] = [
    ['CONFIG', 'SET', 'maxmemory', 1, 'maxmemory-policy', 'noeviction'],
    ['CONFIG', 'SET', 'maxmemory', 0],
  ];
  const denied = (command: string): [RedisCommand, RedisCommand] => [
    ['ACL', 'SETUSER', 'default', `-${command}`],
    ['ACL', 'SETUSER', 'default', `+${command}`],
  ];

  it.each([
    ['because its memory is full', OUT_OF_MEMORY],
    ['because writing is not allowed', denied('set')],
  ])('%s: what is stored is still found, the rest is loaded, and writes still invalidate', async (_, [spoil, mend]) => {
    const instance = await stored();
    await admin(spoil);
    try {
      expect(await instance.cache.readThrough(number, at(1), async () => 2)).toBe(1);
      expect(await instance.cache.readThrough(number, at(2), async () => 2)).toBe(2);
      expect(await instance.cache.invalidate([video])).toBe(true);
      expect(await instance.cache.readThrough(number, at(1), async () => 3)).toBe(3);
      expect([instance.counts, instance.breaker]).toEqual([{ hit: 1, stale: 0, miss: 1, error: 2 }, []]);
    } finally {
      await admin(mend);
    }
    expect(await instance.cache.readThrough(number, at(1), async () => 4)).toBe(4);
    expect(await instance.cache.readThrough(number, at(1), async () => 5)).toBe(4);
  });

  it('because reading is not allowed: everything is loaded', async () => {
    const instance = await stored();
    const [spoil, mend] = denied('get');
    await admin(spoil);
    try {
      expect(await instance.cache.readThrough(number, at(1), async () => 2)).toBe(2);
      expect([instance.counts.error, instance.breaker]).toEqual([1, []]);
    } finally {
      await admin(mend);
    }
    expect(await instance.cache.readThrough(number, at(1), async () => 3)).toBe(1);
  });
});

describe('Redis that evicts what was used least', () => {
  it('never makes an old value valid again, and still answers', async () => {
    const own = await startTestRedis(['--maxmemory', '4mb', '--maxmemory-policy', 'allkeys-lru']);
    const text = { family: 'word', schema: z.string() } as const;
    const [writer, reader] = [open(own.url, PATIENT), open(own.url, PATIENT)];
    try {
      const versions = new Map<number, number>();
      for (let i = 0; i < 4_000; i++) {
        const name = i % 7 === 0 ? i % 3 : Math.floor(i / 5) % 400;
        const scope = cacheScopes.video(String(name));
        if (i % 10 === 0) {
          versions.set(name, i);
          expect(await writer.cache.invalidate([scope])).toBe(true);
        }
        // Random, so that it takes its place in spite of being compressed.
        const filler = Array.from({ length: 1_000 }, () => Math.random().toString(36)).join('');
        const value = await reader.cache.readThrough(
          text,
          { args: [name], scopes: [scope] },
          async () => `${versions.get(name) ?? 0}:${filler}`,
        );
        expect(Number(value.split(':')[0])).toBe(versions.get(name) ?? 0);
      }
      const [info] = await writer.connection.run([['INFO', 'stats']]);
      expect(Number(/evicted_keys:(\d+)/.exec(String(info))?.[1])).toBeGreaterThan(100);
      expect(reader.counts.hit).toBeGreaterThan(100);
    } finally {
      await own.stop();
    }
  });
});

describe('A Redis that is merely slow', () => {
  it('takes no more of a request than its share, however often it is asked', async () => {
    const proxy = await startProxy(redis.port, 40);
    try {
      const instance = open(proxy.url);
      const { cache, connection } = instance;
      await findsAgain(instance);
      connection.startRequest();
      const began = performance.now();
      for (let i = 0; i < 100; i++) await cache.readThrough(number, at(100 + i), async () => i);
      // 100 times three round trips of 40 ms would be 12 s.
      expect(performance.now() - began).toBeLessThan(1_000);
      await findsAgain(instance);
    } finally {
      await proxy.stop();
    }
  });
});
