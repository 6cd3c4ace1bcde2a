import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CacheUnavailable } from '../../../functions/adapters/redis/connection.ts';
import { startTestRedis, type TestRedis } from '../../support/services.ts';
import { closeAll, isUp, open, ping, startServer, timeToFail } from './connecting.ts';
import { PATIENT } from './instance.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());
afterEach(closeAll);

const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

describe('A frozen Redis', () => {
  it('costs one time-out; then it is left alone, and found again by itself', async () => {
    const { connection, states } = open(redis.url, { pauseMs: 50 });
    const cold = open(redis.url, { pauseMs: 50 }).connection;
    await expect.poll(() => isUp(connection)).toBe(true);
    redis.freeze();
    try {
      expect(await timeToFail(ping(connection))).toBeLessThan(1_000);
      expect(await timeToFail(ping(connection))).toBeLessThan(50);
      expect(await timeToFail(ping(cold))).toBeLessThan(1_000);
      expect(states.at(-1)).toBe('open');
    } finally {
      redis.thaw();
    }
    await expect.poll(() => isUp(connection)).toBe(true);
    await expect.poll(() => isUp(cold)).toBe(true);
    expect(states.at(-1)).toBe('closed');
  });

  it('ends all commands under way together', async () => {
    const { connection, states } = open(redis.url, { commandTimeoutMs: 200 });
    await expect.poll(() => isUp(connection)).toBe(true);
    states.length = 0;
    redis.freeze();
    try {
      const times = await Promise.all(Array.from({ length: 100 }, () => timeToFail(ping(connection))));
      expect(Math.max(...times)).toBeLessThan(1_000);
      expect(states).toEqual(['open']);
    } finally {
      redis.thaw();
    }
  });
});

describe('This process standing still', () => {
  it('is not taken for a Redis that does not answer', async () => {
    const { connection, states } = open(redis.url);
    await expect.poll(() => isUp(connection)).toBe(true);
    states.length = 0;
    for (let i = 0; i < 3; i++) {
      const answer = ping(connection);
      // Long enough that Redis has answered, even on a busy machine, and far longer than the time-out.
      standStill(400);
      expect(await answer).toEqual([Buffer.from('PONG')]);
    }
    expect(states).toEqual([]);
  });
});

describe('This function frozen while a command was under way', () => {
  it('costs that command and its connection, and is not taken for a Redis that is down', async () => {
    const { connection, states } = open(redis.url);
    await expect.poll(() => isUp(connection)).toBe(true);
    states.length = 0;
    redis.freeze();
    try {
      const unanswered = timeToFail(ping(connection));
      standStill(1_500);
      await unanswered;
      expect(states).toEqual([]);
    } finally {
      redis.thaw();
    }
    await expect.poll(() => isUp(connection)).toBe(true);
  });
});

describe('This function frozen while it connected', () => {
  it('is not taken for a Redis that is down', async () => {
    const { connection, states } = open(redis.url, { password: () => new Promise(() => {}), connectTimeoutMs: 150 });
    const unanswered = timeToFail(ping(connection));
    standStill(1_500);
    await unanswered;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(states).toEqual([]);
  });

  it('connects anew when it goes on', async () => {
    const silent = await startServer(() => {});
    const url = silent.url.replace('redis:', 'rediss:');
    const { connection } = open(url, { ...PATIENT, connectTimeoutMs: 300 });
    connection.warm();
    await expect.poll(silent.connections).toBe(1);
    standStill(1_500);
    const waiting = ping(connection).catch(() => {});
    await expect.poll(silent.connections).toBe(2);
    connection.close();
    await waiting;
  });

  it('sends nothing that was to be sent before, which may not be true any more', async () => {
    let signIn = (_: string) => {};
    const password = () =>
      new Promise<string>((resolve) => {
        signIn = resolve;
      });
    let received = '';
    const server = await startServer((answer, _, data) => {
      received += data;
      answer('+OK\r\n');
    });
    const { connection, states } = open(server.url, { ...PATIENT, password });
    const storing = connection.run([['SET', 'a', 'b', 'PX', 1_000]]);
    const realNow = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 3_600_000);
    onTestFinished(() => void vi.mocked(Date.now).mockRestore());
    signIn('secret');
    await expect(storing).rejects.toThrow(CacheUnavailable);
    await ping(connection);
    expect(received).toContain('PING');
    expect(received).not.toContain('SET');
    expect(states).toEqual([]);
  });
});

describe('A server that is slow to connect to', () => {
  it('is connected to in the background while commands fail after their own time', async () => {
    let release = () => {};
    const password = () =>
      new Promise<string>((resolve) => {
        release = () => resolve('anything');
      });
    const { connection, states } = open(redis.url, { password, connectTimeoutMs: 10_000 });
    expect(await timeToFail(ping(connection))).toBeLessThan(1_000);
    await expect(ping(connection)).rejects.toThrow('still being connected');
    expect(states).toEqual([]);
    release();
  });

  it('is given up after a while', async () => {
    const { connection, states } = open(redis.url, { password: () => new Promise(() => {}), connectTimeoutMs: 150 });
    await timeToFail(ping(connection));
    await expect.poll(() => states).toEqual(['open']);
    await expect(ping(connection)).rejects.toThrow('left alone');
  });
});

describe('The time of a request', () => {
  it('is no limit until a request begins', async () => {
    const { connection } = open(redis.url, { ...PATIENT, requestBudgetMs: 0 });
    await ping(connection);
    connection.startRequest();
    await expect(ping(connection)).rejects.toThrow('share of the time');
  });

  it('is used up by a slow Redis, without counting it as dead, and begins anew with the next request', async () => {
    const server = await startServer((answer) => void setTimeout(answer, 60, '+PONG\r\n'));
    const { connection, states } = open(server.url, { ...PATIENT, requestBudgetMs: 100 });
    await ping(connection);
    const request = async () => {
      const began = performance.now();
      connection.startRequest();
      for (let i = 0; i < 20; i++) await ping(connection).catch(() => {});
      return performance.now() - began;
    };
    expect(await request()).toBeLessThan(1_000);
    connection.startRequest();
    await ping(connection);
    expect([states, server.connections()]).toEqual([[], 1]);
  });

  it('counts commands side by side once', async () => {
    const server = await startServer((answer) => void setTimeout(answer, 30, '+PONG\r\n'.repeat(50)));
    const { connection } = open(server.url, { ...PATIENT, requestBudgetMs: 1_000 });
    connection.startRequest();
    await Promise.all(Array.from({ length: 50 }, () => ping(connection)));
    expect(await ping(connection)).toHaveLength(1);
  });
});
