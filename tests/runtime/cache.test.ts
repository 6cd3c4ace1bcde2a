import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as tls from 'node:tls';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { RedisConnection } from '../../functions/adapters/redis/connection.ts';
import { Uncached } from '../../functions/adapters/redis/uncached.ts';
import type { CachedRead } from '../../functions/core/ports/cache.ts';
import { openCache } from '../../functions/runtime/cache.ts';
import type { CacheEnv } from '../../functions/runtime/env.ts';
import { startTestRedis, type TestRedis } from '../support/services.ts';

const PATIENT = { commandTimeoutMs: 10_000, connectTimeoutMs: 10_000 };
const number = { family: 'word', schema: z.number() } satisfies CachedRead<number>;
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const secrets = mockClient(SecretsManagerClient);

let redis: TestRedis;
let encrypted: { port: number; names: Set<string | false>; stop(): void };

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  redis = await startTestRedis();
  encrypted = await startTls(redis.port);
});
afterAll(async () => {
  vi.restoreAllMocks();
  encrypted?.stop();
  await redis?.stop();
});
beforeEach(() => void secrets.reset());

const envOf = (url: string): CacheEnv => ({
  CACHE_URL: url,
  CACHE_SECRET_ARN: 'arn:secret',
  CACHE_ENABLED: true,
  CACHE_LIFETIMES: {},
  STAGE: 'test',
});

/** Speaks TLS to clients, and plainly to Redis, as ElastiCache does TLS for its nodes. `names` are those that clients asked for. */
async function startTls(port: number) {
  const pem = readFileSync(join(import.meta.dirname, '../fixtures/tls/localhost.pem'), 'utf8');
  const sockets = new Set<Socket>();
  const names = new Set<string | false>();
  const server = tls.createServer({ cert: pem, key: pem }, (client) => {
    names.add(client.servername ?? false);
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.pipe(upstream).pipe(client);
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The TLS server has no port');
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: address.port, names, stop };
}

/** Asks for a value twice. @returns what came, and the loads that it took */
async function readTwice(env: CacheEnv, name: string) {
  const { cache, startRequest, finishRequest } = openCache(env, log, PATIENT);
  let loads = 0;
  const values: number[] = [];
  for (let i = 0; i < 2; i++) {
    startRequest();
    values.push(
      await cache.readThrough(number, { args: [name] }, async () => {
        loads += 1;
        return loads;
      }),
    );
    await finishRequest();
  }
  return { values, loads };
}

describe('The cache of a function', () => {
  it('is Redis, as the environment says', async () => {
    // The time of a request is short for a busy machine: what counts is that it is found in the end.
    await expect.poll(async () => (await readTwice(envOf(redis.url), 'plain')).loads).toBe(0);
    expect(secrets.calls()).toEqual([]);
  });

  it('holds no answer back for a value that takes long to be refreshed', async () => {
    await expect.poll(async () => (await readTwice(envOf(redis.url), 'stale')).loads).toBe(0);
    const realNow = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 59 * 60_000);
    onTestFinished(() => void vi.mocked(Date.now).mockRestore());
    const { cache, startRequest, finishRequest } = openCache(envOf(redis.url), log, PATIENT);
    const heldBackMs: number[] = [];
    let refreshes = 0;
    const slowly = async () => {
      refreshes += 1;
      await setTimeout(3_000);
      throw new Error('The source is slow');
    };
    const answer = async () => {
      startRequest();
      const value = await cache.readThrough(number, { args: ['stale'] }, slowly).catch(() => undefined);
      const began = performance.now();
      await finishRequest();
      heldBackMs.push(performance.now() - began);
      return value;
    };
    await expect.poll(answer).toBe(1);
    expect(refreshes).toBeGreaterThan(0);
    expect(Math.max(...heldBackMs)).toBeLessThan(1_500);
  });

  it('is none at all when it is switched off', async () => {
    const { cache } = openCache({ ...envOf(redis.url), CACHE_ENABLED: false }, log);
    expect(cache).toBeInstanceOf(Uncached);
    expect(await readTwice({ ...envOf(redis.url), CACHE_ENABLED: false }, 'off')).toEqual({ values: [1, 2], loads: 2 });
  });

  it('does not fail when its password cannot be had', async () => {
    secrets.on(GetSecretValueCommand).rejects(new Error('AccessDenied'));
    const env = envOf(`rediss://localhost:${encrypted.port}`);
    expect(await readTwice(env, 'no password')).toEqual({ values: [1, 2], loads: 2 });
  });

  it('does not trust a server whose certificate nobody has signed', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'secret' });
    const env = envOf(`rediss://localhost:${encrypted.port}`);
    expect(await readTwice(env, 'no trust')).toEqual({ values: [1, 2], loads: 2 });
  });
});

describe('The cache behind TLS', () => {
  const trusted = tls.getCACertificates();
  let admin: RedisConnection;

  beforeAll(async () => {
    const pem = readFileSync(join(import.meta.dirname, '../fixtures/tls/localhost.pem'), 'utf8');
    tls.setDefaultCACertificates([...trusted, pem]);
    admin = new RedisConnection(redis.url, PATIENT);
    await admin.run([['CONFIG', 'SET', 'requirepass', 'secret']]);
  });
  afterAll(async () => {
    await admin?.run([['CONFIG', 'SET', 'requirepass', '']]);
    admin?.close();
    tls.setDefaultCACertificates(trusted);
  });

  it('is signed in to with the secret', async () => {
    secrets.on(GetSecretValueCommand, { SecretId: 'arn:secret' }).resolves({ SecretString: 'secret' });
    const env = envOf(`rediss://localhost:${encrypted.port}`);
    await expect.poll(async () => (await readTwice(env, 'encrypted')).loads).toBe(0);
    expect(encrypted.names).toEqual(new Set(['localhost']));
  });

  it('is frozen, and comes back, like any other', async () => {
    const connection = new RedisConnection(`rediss://localhost:${encrypted.port}`, {
      password: async () => 'secret',
      pauseMs: 50,
    });
    const isUp = () =>
      connection.run([['PING']]).then(
        () => true,
        () => false,
      );
    await expect.poll(isUp).toBe(true);
    redis.freeze();
    try {
      const began = performance.now();
      expect(await isUp()).toBe(false);
      expect(performance.now() - began).toBeLessThan(3_000);
    } finally {
      redis.thaw();
    }
    await expect.poll(isUp).toBe(true);
    connection.close();
  });
});
