import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { CachedRead } from '../../../functions/core/ports/cache.ts';
import { freePort } from '../../../local/aws/processes.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { type Instance, loader, openInstance, PATIENT } from './instance.ts';
import { startProxy } from './proxy.ts';

const number = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
const key = { args: ['a'], scopes: ['video:1'] as const };

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

/** A source that answers when it is told to. */
function gate<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const counted = loader(() => promise);
  return { ...counted, loader: counted, open: resolve, fail: reject };
}
const many = <T>(count: number, read: () => Promise<T>) => Promise.all(Array.from({ length: count }, read));

/** Runs processes that begin at the same moment. @returns what their callers got */
async function stampede(processes: number, callers: number, loadMs: number, lockMs: number): Promise<number[]> {
  const children = Array.from({ length: processes }, () => {
    const args = [join(import.meta.dirname, 'stampede.ts'), redis.url, ...[callers, loadMs, lockMs].map(String)];
    return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  try {
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
    const printed = children.map(({ stdout }) => text(stdout));
    for (const { stdin } of children) stdin.write('go\n');
    return (await Promise.all(printed)).flatMap((json) => z.array(z.number()).parse(JSON.parse(json)));
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

describe('A thousand callers of one missing value', () => {
  it('load it once in one instance', async () => {
    const slow = loader(() => delay(100, 7));
    expect(new Set(await many(1_000, () => here.cache.readThrough(number, key, slow.load)))).toEqual(new Set([7]));
    expect(slow.calls).toBe(1);
    expect(here.counts.miss).toBe(1_000);
  });

  it('load it once when they are in four processes', async () => {
    const values = await stampede(4, 250, 50, 2_000);
    expect(values).toHaveLength(1_000);
    expect(new Set(values)).toEqual(new Set([1]));
    expect((await here.connection.run([['GET', 'test:loads']]))[0]).toEqual(Buffer.from('1'));
  });

  it('load it once when loading takes much longer than a lock lives', async () => {
    expect(new Set(await stampede(4, 250, 1_500, 500))).toEqual(new Set([1]));
  });
});

describe('Callers in one instance', () => {
  it('share an error, and the next one tries again', async () => {
    const failing = loader(async (call) => {
      await delay(50);
      if (call === 1) throw new Error('DynamoDB is away');
      return call;
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => here.cache.readThrough(number, key, failing.load)),
    );
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await here.cache.readThrough(number, key, failing.load)).toBe(2);
  });

  it('do not join a load that began before an invalidation', async () => {
    const old = gate<number>();
    const before = here.cache.readThrough(number, key, old.load);
    await expect.poll(() => old.loader.calls).toBe(1);
    await there.cache.invalidate(['video:1']);
    const after = here.cache.readThrough(number, key, async () => 2);
    await delay(50);
    old.open(1);
    expect([await before, await after]).toEqual([1, 2]);
  });

  it('join in a batch what others are loading, and load the rest', async () => {
    const first = gate<number>();
    const one = here.cache.readThrough(number, { args: [1] }, first.load);
    await expect.poll(() => first.loader.calls).toBe(1);
    const asked: (readonly number[])[] = [];
    const batch = here.cache.readThroughMany(number, [{ args: [0] }, { args: [1] }], async (missing) => {
      asked.push(missing);
      return missing.map(() => 10);
    });
    await expect.poll(() => asked).toEqual([[0]]);
    first.open(11);
    expect([await one, await batch]).toEqual([11, [10, 11]]);
  });

  it('do not fail because another one of the batch that they joined did', async () => {
    const broken = gate<number[]>();
    const batch = here.cache.readThroughMany(number, [{ args: [0] }, { args: [1] }], broken.load);
    await expect.poll(() => broken.loader.calls).toBe(1);
    const one = here.cache.readThrough(number, { args: [1] }, async () => 5);
    await delay(50);
    broken.fail(new Error('0 cannot be loaded'));
    await expect(batch).rejects.toThrow('0 cannot be loaded');
    expect(await one).toBe(5);
  });

  it('who read the same as something else load it for themselves', async () => {
    const first = gate<number>();
    const text = { family: 'word', schema: z.string() } as const;
    const asNumber = here.cache.readThrough(number, key, first.load);
    await expect.poll(() => first.loader.calls).toBe(1);
    const asText = here.cache.readThrough(text, key, async () => 'seven');
    await delay(50);
    first.open(7);
    expect([await asNumber, await asText]).toEqual([7, 'seven']);
  });

  it('do not share what they are given, so that one cannot change it for another', async () => {
    const list = { family: 'word', schema: z.array(z.number()) } as const;
    const [a, b] = await many(2, () => here.cache.readThrough(list, key, () => delay(20, [1])));
    a?.push(2);
    expect(b).toEqual([1]);
  });
});

describe('Callers while Redis is down', () => {
  it('share a load, but none that began before a write of their instance', async () => {
    const away = openInstance(`redis://127.0.0.1:${await freePort()}`);
    const old = gate<number>();
    const read = () => away.cache.readThrough(number, key, old.load);
    const before = [read(), read(), read()];
    await expect.poll(() => old.loader.calls).toBe(1);
    expect(await away.cache.invalidate(['video:1'])).toBe(false);
    expect(await away.cache.readThrough(number, key, async () => 2)).toBe(2);
    old.open(1);
    expect(await Promise.all(before)).toEqual([1, 1, 1]);
    away.close();
  });

  it('join none of an earlier request, which may have stood still with the function', async () => {
    const away = openInstance(`redis://127.0.0.1:${await freePort()}`);
    const old = gate<number>();
    const before = away.cache.readThrough(number, key, old.load);
    await expect.poll(() => old.loader.calls).toBe(1);
    away.cache.startRequest();
    expect(await away.cache.readThrough(number, key, async () => 2)).toBe(2);
    old.open(1);
    expect(await before).toBe(1);
    away.close();
  });
});

describe('A load of seconds', () => {
  it('is stored, although its lock was renewed for longer than a request may wait for Redis', async () => {
    const proxy = await startProxy(redis.port, 5);
    const patient = openInstance(proxy.url, { ...PATIENT, requestBudgetMs: 1_000 }, { lockMs: 20 });
    try {
      await patient.connection.run([['PING']]);
      patient.cache.startRequest();
      await patient.cache.readThrough(number, key, () => delay(2_000, 1));
      await patient.cache.settle(10_000);
      expect(patient.counts).toEqual({ hit: 0, stale: 0, miss: 1, error: 0 });
      expect(await here.cache.readThrough(number, key, async () => 2)).toBe(1);
    } finally {
      patient.close();
      await proxy.stop();
    }
  });
});

describe('Callers in several instances', () => {
  it('take over at once from a holder whose load has failed', async () => {
    const failing = gate<number>();
    const first = here.cache.readThrough(number, key, failing.load);
    await expect.poll(() => failing.loader.calls).toBe(1);
    const second = there.cache.readThrough(number, key, async () => 2);
    await delay(100);
    failing.fail(new Error('DynamoDB is away'));
    await expect(first).rejects.toThrow('DynamoDB is away');
    expect(await second).toBe(2);
  });

  it('find no lock of a load that has failed', async () => {
    const failing = here.cache.readThrough(number, key, async () => {
      throw new Error('DynamoDB is away');
    });
    await expect(failing).rejects.toThrow('DynamoDB is away');
    await here.cache.settle(10_000);
    expect(await here.connection.run([['KEYS', 'lp:l:*']])).toEqual([[]]);
  });

  it('take over from a holder that has died', async () => {
    const forever = gate<number>();
    const mortal = openInstance(redis.url, PATIENT, { lockMs: 120 });
    void mortal.cache.readThrough(number, key, forever.load);
    await expect.poll(() => forever.loader.calls).toBe(1);
    // Its renewals of the lock end with its connection, as if it had been killed or frozen.
    mortal.close();
    const began = performance.now();
    const next = loader(() => 2);
    expect(await many(50, () => there.cache.readThrough(number, key, next.load))).toEqual(Array(50).fill(2));
    expect(next.calls).toBe(1);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('wait for a holder that is slow, but not for ever', async () => {
    const forever = gate<number>();
    void here.cache.readThrough(number, key, forever.load);
    await expect.poll(() => forever.loader.calls).toBe(1);
    const began = performance.now();
    expect(await there.cache.readThrough(number, key, async () => 2)).toBe(2);
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(await there.cache.readThrough(number, key, async () => 3)).toBe(2);
  });

  it('are not held up by a load from before an invalidation', async () => {
    const old = gate<number>();
    const first = here.cache.readThrough(number, key, old.load);
    await expect.poll(() => old.loader.calls).toBe(1);
    await there.cache.invalidate(['video:1']);
    expect(await there.cache.readThrough(number, key, async () => 2)).toBe(2);
    expect(await here.cache.readThrough(number, key, async () => 3)).toBe(2);
    old.open(1);
    expect(await first).toBe(1);
    await here.cache.settle(10_000);
    expect(await there.cache.readThrough(number, key, async () => 4)).not.toBe(1);
  });

  it('each load a part of a batch that they share, and wait for the other', async () => {
    const keys = [1, 2, 3, 4].map((n) => ({ args: [n] }));
    const loads: number[][] = [];
    const load = (add: number) => async (missing: readonly number[]) => {
      loads.push([...missing]);
      return delay(
        100,
        missing.map((position) => position + add),
      );
    };
    const [a, b] = await Promise.all([
      here.cache.readThroughMany(number, keys.slice(0, 3), load(1)),
      there.cache.readThroughMany(number, keys, load(1)),
    ]);
    expect([a, b]).toEqual([
      [1, 2, 3],
      [1, 2, 3, 4],
    ]);
    expect(loads.flat()).toHaveLength(4);
  });
});
