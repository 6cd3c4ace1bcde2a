/** What the deployed cache allows and refuses, on a real Redis: its user's rights, and that it is a cluster behind one address. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type RedisCommand, RedisConnection } from '../functions/adapters/redis/connection.ts';
import { FigureSender } from '../functions/adapters/redis/figure-sender.ts';
import { RedisInspector } from '../functions/adapters/redis/inspector.ts';
import { RedisCache } from '../functions/adapters/redis/redis-cache.ts';
import { freePort } from '../local/aws/processes.ts';
import { startTestRedis, type TestRedis } from '../tests/support/services.ts';
import { SYNTHESIS_TIMEOUT, synthesise } from './support/synthesise.ts';

const PATIENT = { commandTimeoutMs: 10_000, connectTimeoutMs: 10_000 };
const clock = { now: Date.now };
const read = { family: 'level-list', schema: z.number(), ranked: true } as const;

let redis: TestRedis;
let connection: RecordingConnection;

/** Notes what Redis refuses. */
class RecordingConnection extends RedisConnection {
  readonly commands = new Set<string>();
  readonly refused: string[] = [];

  override async run(...args: Parameters<RedisConnection['run']>): Promise<unknown[]> {
    const answers = await super.run(...args);
    for (const [i, [name]] of args[0].entries()) {
      const answer = answers[i];
      this.commands.add(name);
      if (answer instanceof Error) this.refused.push(`${name}: ${answer.message}`);
    }
    return answers;
  }
}

beforeAll(async () => {
  const [user] = Object.values(synthesise('dev').data.findResources('AWS::ElastiCache::User'));
  const rights = String(user?.Properties.AccessString).split(' ');
  redis = await startTestRedis(['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())]);
  const admin = new RedisConnection(redis.url, PATIENT);
  await admin.run([['CLUSTER', 'ADDSLOTSRANGE', 0, 16_383]]);
  await vi.waitFor(async () => expect(String(await admin.run([['CLUSTER', 'INFO']]))).toContain('cluster_state:ok'), {
    timeout: 30_000,
  });
  const [done] = await admin.run([['ACL', 'SETUSER', 'default', 'reset', ...rights, '>secret']]);
  expect(String(done)).toBe('OK');
  admin.close();
  connection = new RecordingConnection(redis.url, { ...PATIENT, password: async () => 'secret' });
}, SYNTHESIS_TIMEOUT);
afterAll(async () => {
  connection?.close();
  await redis?.stop();
});

describe('The rights of the cache’s user, in a cluster', () => {
  it('are enough for everything that the cache does', async () => {
    const cache = new RedisCache(connection, { observer: { read() {}, breaker() {}, incident() {} }, lockMs: 40 });
    const figures = new FigureSender(connection, { clock });
    const inspector = new RedisInspector(connection, { clock });
    const keys = Array.from({ length: 100 }, (_, i) => ({ args: [i], scopes: [`video:${i % 7}`] as const }));
    const load = async (missing: readonly number[]) => delay(100, missing);

    expect(await cache.readThroughMany(read, keys, load)).toEqual([...keys.keys()]);
    await cache.settle(10_000);
    const never = () => Promise.reject(new Error('It is in the cache'));
    expect(await cache.readThroughMany(read, keys, never)).toEqual([...keys.keys()]);
    expect(await cache.invalidate(['video:1', 'video:2'])).toBe(true);
    await cache.renew(read, { args: [1] }, async () => 1);
    expect(await cache.mostUsed('level-list', 5)).toHaveLength(5);
    figures.count('level-list', 'hit', 1, 1);
    await figures.sendIfDue();
    expect(await inspector.figures()).toMatchObject({ hits: 1 });
    expect(await inspector.server()).toMatchObject({ keys: expect.any(Number), memory_bytes: expect.any(Number) });
    expect((await inspector.keys('level-list', { limit: 10 }))?.items.length).toBeGreaterThan(0);
    await cache.settle(10_000);

    expect(connection.refused).toEqual([]);
    expect([...connection.commands]).toEqual(expect.arrayContaining(['PEXPIRE', 'EXPIRE', 'ZINCRBY', 'SCAN', 'DEL']));
  });

  it.each<[string, RedisCommand]>([
    ['the keys of somebody else', ['GET', 'other']],
    ['emptying it', ['FLUSHALL']],
    ['looking through it in one go', ['KEYS', '*']],
    ['its configuration', ['CONFIG', 'GET', '*']],
    ['keys of several nodes in one command', ['MGET', 'lp:a', 'lp:b']],
  ])('do not reach as far as %s', async (_, command) => {
    const [answer] = await connection.run([command]);
    expect(answer).toBeInstanceOf(Error);
  });
});
