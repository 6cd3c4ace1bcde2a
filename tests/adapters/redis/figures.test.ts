import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CacheUnavailable, RedisConnection } from '../../../functions/adapters/redis/connection.ts';
import { FigureSender } from '../../../functions/adapters/redis/figure-sender.ts';
import { readFigures } from '../../../functions/adapters/redis/figures.ts';
import { CACHE_FAMILY_NAMES } from '../../../functions/contracts/cache.ts';
import { type Running, startTestRedis } from '../../support/services.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12, 30);

let redis: Running<{ url: string; pid: number }>;
let connection: RedisConnection;
let now = NOON;
const clock = { now: () => now };

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  now = NOON;
  connection = new RedisConnection(redis.url, { commandTimeoutMs: 5000, requestBudgetMs: 600_000 });
  await connection.run([['FLUSHALL']]);
  return () => connection.close();
});

const read = (hours = 24) => readFigures(connection, hours, now, {});
const family = async (name: string, hours?: number) =>
  (await read(hours)).families.find((figures) => figures.family === name);

describe('figures of all instances', () => {
  it('are zero, with no rate and no times, before the first read', async () => {
    const figures = await read();
    expect(figures).toMatchObject({ hours: 24, hits: 0, misses: 0, errors: 0, hit_rate: null });
    expect(figures.families.map(({ family }) => family)).toEqual(CACHE_FAMILY_NAMES);
    expect(figures.families[0]).toEqual({
      family: 'word',
      lifetime_seconds: 3600,
      hits: 0,
      stale: 0,
      misses: 0,
      errors: 0,
      hit_rate: null,
      hit_ms: null,
      miss_ms: null,
    });
  });

  it('add up what several instances did', async () => {
    const [one, other] = [new FigureSender(connection, { clock }), new FigureSender(connection, { clock })];
    one.count('word', 'hit', 6, 2);
    one.count('word', 'stale', 1, 1);
    one.count('word', 'miss', 2, 30);
    other.count('word', 'hit', 1, 3);
    other.count('lesson', 'error', 5, 200);
    await Promise.all([one.sendIfDue(), other.sendIfDue()]);
    expect(await family('word')).toMatchObject({ hits: 8, stale: 1, misses: 2, errors: 0, hit_rate: 0.8 });
    expect(await family('lesson')).toMatchObject({ hits: 0, misses: 0, errors: 5, hit_rate: null });
    expect(await read()).toMatchObject({ hits: 8, misses: 2, errors: 5, hit_rate: 0.8 });
  });

  it('tell the mean time of a read, a batch being one', async () => {
    const sender = new FigureSender(connection, { clock });
    sender.count('word', 'hit', 500, 4);
    sender.count('word', 'stale', 1, 1.5);
    sender.count('word', 'miss', 3, 20.25);
    await sender.sendIfDue();
    expect(await family('word')).toMatchObject({ hit_ms: 2.75, miss_ms: 20.25 });
  });

  it('cover the hours asked for, and no longer', async () => {
    for (const [hoursAgo, values] of [
      [0, 1],
      [1, 10],
      [23, 100],
      [24, 1000],
    ] as const) {
      now = NOON - hoursAgo * HOUR;
      const sender = new FigureSender(connection, { clock });
      sender.count('word', 'hit', values, 1);
      await sender.sendIfDue();
    }
    now = NOON;
    expect((await family('word', 1))?.hits).toBe(1);
    expect((await family('word', 2))?.hits).toBe(11);
    expect((await family('word', 24))?.hits).toBe(111);
  });

  it('are forgotten after two days', async () => {
    const sender = new FigureSender(connection, { clock });
    sender.count('word', 'hit', 1, 1);
    await sender.sendIfDue();
    const [ttl] = await connection.run([['TTL', 'lp:c:2026-11-21T12']]);
    expect(ttl).toBe(48 * 3600);
  });

  it('say the configured lifetime', async () => {
    const figures = await readFigures(connection, 1, now, { word: 60 });
    expect(figures.families.map(({ lifetime_seconds }) => lifetime_seconds).slice(0, 2)).toEqual([60, 86_400]);
  });
});

describe('sending figures', () => {
  const counting = () => {
    const run = vi.fn(connection.run.bind(connection));
    return { run, sender: new FigureSender({ run }, { clock, everyMs: 1000 }) };
  };

  it('costs one round trip, whatever was counted', async () => {
    const { run, sender } = counting();
    for (const name of CACHE_FAMILY_NAMES) sender.count(name, 'hit', 1, 1);
    await sender.sendIfDue();
    expect(run).toHaveBeenCalledOnce();
  });

  it('costs nothing when nothing was counted', async () => {
    const { run, sender } = counting();
    await sender.sendIfDue();
    expect(run).not.toHaveBeenCalled();
  });

  it('waits until the last time was long enough ago', async () => {
    const { run, sender } = counting();
    for (const at of [0, 400, 999, 1000]) {
      now = NOON + at;
      sender.count('word', 'hit', 1, 1);
      await sender.sendIfDue();
    }
    expect(run).toHaveBeenCalledTimes(2);
    expect((await family('word'))?.hits).toBe(4);
  });

  it('sends the last ones by itself when no further request comes', async () => {
    const { sender } = counting();
    for (const values of [1, 10]) {
      sender.count('word', 'hit', values, 1);
      await sender.sendIfDue();
    }
    await expect.poll(async () => (await family('word'))?.hits).toBe(11);
  });

  it('keeps what Redis did not take, and sends it later', async () => {
    const run = vi.fn(connection.run.bind(connection)).mockRejectedValueOnce(new CacheUnavailable('down'));
    const sender = new FigureSender({ run }, { clock, everyMs: 1000 });
    sender.count('word', 'error', 3, 1);
    await sender.sendIfDue();
    expect((await read()).errors).toBe(0);
    now += 1000;
    sender.count('word', 'error', 1, 1);
    await sender.sendIfDue();
    expect((await read()).errors).toBe(4);
  });
});
