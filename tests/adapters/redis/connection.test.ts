import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CacheUnavailable, type RedisCommand } from '../../../functions/adapters/redis/connection.ts';
import { freePort } from '../../../local/aws/processes.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { closeAll, isUp, open, ping, startServer, timeToFail } from './connecting.ts';
import { PATIENT } from './instance.ts';
import { startProxy } from './proxy.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
afterEach(closeAll);

describe('The connection to Redis', () => {
  it('answers in order: bytes, numbers, nothing, lists, and an error for the command that was refused', async () => {
    const { connection } = open(redis.url, PATIENT);
    const answers = await connection.run([
      ['SET', 'answers:a', Buffer.from([0, 255])],
      ['GET', 'answers:a'],
      ['INCRBY', 'answers:n', 5],
      ['GET', 'answers:none'],
      ['INCR', 'answers:a'],
      ['LRANGE', 'answers:none', 0, 1],
    ]);
    expect(answers).toEqual([
      Buffer.from('OK'),
      Buffer.from([0, 255]),
      5,
      null,
      expect.objectContaining({ message: expect.stringContaining('not an integer') }),
      [],
    ]);
  });

  it('sends nothing for no commands', async () => {
    expect(await open(`redis://127.0.0.1:${await freePort()}`).connection.run([])).toEqual([]);
  });

  it('is one connection, made at the first command, however many commands come at once', async () => {
    const proxy = await startProxy(redis.port);
    try {
      const { connection } = open(proxy.url, PATIENT);
      expect(proxy.connections).toBe(0);
      await Promise.all(Array.from({ length: 50 }, () => ping(connection)));
      await ping(connection);
      expect(proxy.connections).toBe(1);
    } finally {
      await proxy.stop();
    }
  });

  it('is made ahead of the first command by warming', async () => {
    const proxy = await startProxy(redis.port);
    try {
      open(proxy.url, PATIENT).connection.warm();
      await expect.poll(() => proxy.connections).toBe(1);
    } finally {
      await proxy.stop();
    }
  });

  it('fails at once while nothing listens, and knocks only when its pause is over', async () => {
    const { connection, states } = open(`redis://127.0.0.1:${await freePort()}`);
    expect(await timeToFail(ping(connection))).toBeLessThan(1_000);
    for (let i = 0; i < 1_000; i++) await expect(ping(connection)).rejects.toThrow('left alone');
    expect(states).toEqual(['open']);
  });

  it('comes back by itself when the server does', async () => {
    const own = await startTestRedis();
    try {
      const { connection, states } = open(own.url, { ...PATIENT, pauseMs: 50 });
      await ping(connection);
      await own.kill();
      await timeToFail(ping(connection));
      await own.restart();
      await expect.poll(() => isUp(connection)).toBe(true);
      expect(states.at(-1)).toBe('closed');
    } finally {
      await own.stop();
    }
  });

  it('repeats on a new connection what was sent into one that had been closed', async () => {
    const server = await startServer((answer, connection) => answer(connection === 1 ? '' : '+PONG\r\n'));
    const { connection, states } = open(server.url, PATIENT);
    expect(await ping(connection)).toEqual([Buffer.from('PONG')]);
    expect([server.connections(), states]).toEqual([2, []]);
  });

  it('repeats only once, and then leaves the server alone', async () => {
    const server = await startServer((answer) => answer(''));
    const { connection, states } = open(server.url, PATIENT);
    await timeToFail(ping(connection));
    await timeToFail(ping(connection));
    expect([server.connections(), states]).toEqual([2, ['open']]);
  });

  it('replaces a connection that was idle for too long', async () => {
    const proxy = await startProxy(redis.port);
    try {
      const { connection } = open(proxy.url, { ...PATIENT, idleMs: 20 });
      await ping(connection);
      await delay(50);
      await ping(connection);
      expect(proxy.connections).toBe(2);
    } finally {
      await proxy.stop();
    }
  });

  it('follows its name to the new primary when it meets a read-only replica, but not at each command', async () => {
    const server = await startServer((answer, connection) =>
      answer(connection === 1 ? "-READONLY You can't write against a read only replica.\r\n" : '+OK\r\n'),
    );
    const { connection, states } = open(server.url, PATIENT);
    const set = () => connection.run([['SET', 'a', 'b']]);
    expect((await set())[0]).toBeInstanceOf(Error);
    expect((await set())[0]).toBeInstanceOf(Error);
    await delay(1_100);
    expect((await set())[0]).toBeInstanceOf(Error);
    expect(await set()).toEqual([Buffer.from('OK')]);
    expect([server.connections(), states]).toEqual([2, []]);
  });
});

describe('The password', () => {
  it('is fetched once, and again when it is refused', async () => {
    const passwords = ['first', 'second'];
    const password = vi.fn(async () => passwords.shift() ?? 'none');
    await withConfig([['CONFIG', 'SET', 'requirepass', 'second']], async (url) => {
      const { connection, states } = open(url, { ...PATIENT, pauseMs: 20, password });
      await timeToFail(ping(connection));
      expect(states).toEqual(['open']);
      await expect.poll(() => isUp(connection)).toBe(true);
      await ping(connection);
    });
    expect(password).toHaveBeenCalledTimes(2);
  });

  it('goes with the user that the URL names', async () => {
    await withConfig(
      [
        ['ACL', 'SETUSER', 'app', 'on', '>secret', '+@all', '~*'],
        ['ACL', 'SETUSER', 'default', 'off'],
      ],
      async (url) => {
        const named = url.replace('redis://', 'redis://app@');
        expect(await isUp(open(named, { ...PATIENT, password: async () => 'secret' }).connection)).toBe(true);
        expect(await isUp(open(url, { ...PATIENT, password: async () => 'secret' }).connection)).toBe(false);
      },
    );
  });

  it('that cannot be fetched makes Redis unavailable, and is fetched again later', async () => {
    const password = vi.fn(async () => 'any').mockRejectedValueOnce(new Error('AccessDenied'));
    const { connection, states } = open(redis.url, { ...PATIENT, pauseMs: 20, password });
    await expect(ping(connection)).rejects.toThrow(CacheUnavailable);
    expect(states).toEqual(['open']);
    await expect
      .poll(async () => {
        await isUp(connection);
        return password.mock.calls.length;
      })
      .toBeGreaterThan(1);
  });

  it('that is missing makes Redis unavailable, not each command an error', async () => {
    await withConfig([['CONFIG', 'SET', 'requirepass', 'secret']], async (url) => {
      const { connection, states } = open(url, PATIENT);
      await timeToFail(ping(connection));
      expect(states).toEqual(['open']);
    });
  });
});

/** A Redis of its own, set up by commands of which no later connection must know. */
async function withConfig(commands: readonly RedisCommand[], use: (url: string) => Promise<void>) {
  const own = await startTestRedis();
  const admin = open(own.url, PATIENT).connection;
  try {
    for (const answer of await admin.run(commands)) expect(answer).toEqual(Buffer.from('OK'));
    await use(own.url);
  } finally {
    await own.stop();
  }
}
