/** What operators and clients see of the cache and of caching, over the local cloud. */
import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricsSchema } from '../../functions/contracts/api.ts';
import { CACHE_FAMILY_NAMES, cacheHealthSchema } from '../../functions/contracts/cache.ts';
import { METRICS_NAMESPACE } from '../../functions/contracts/metrics.ts';
import { ApiClient } from '../../local/client/api-client.ts';
import { silentLog } from '../../local/log.ts';
import { bodyOf, startTestCloud, type TestCloud } from './support/cloud.ts';

const ADMIN = { email: 'operator@example.org', password: 'Correct-Horse-9' };

let test: TestCloud;
let admin: ApiClient;
const lines: string[] = [];

beforeAll(async () => {
  test = await startTestCloud({ log: { ...silentLog, verbose: (_source, message) => void lines.push(message) } });
  admin = new ApiClient(test.cloud.url);
  await admin.send('POST', '/auth/register', ADMIN);
  await test.inspect.makeAdmin(ADMIN.email);
  await admin.logIn(ADMIN);
});
afterAll(() => test?.stop());

const metrics = async () => metricsSchema.parse(await bodyOf(await admin.send('GET', '/admin/metrics'))).cache;
const figures = async (name: string) => (await metrics())?.families.find(({ family }) => family === name);
const keys = async (family: string) => bodyOf(await admin.send('GET', `/admin/cache/keys?family=${family}`));

describe('an operator', () => {
  it('sees how the cache server is doing, with what ElastiCache says', async () => {
    const response = await fetch(`${test.cloud.url}/health/cache`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const health = cacheHealthSchema.parse(await response.json());
    expect(health).toMatchObject({
      status: 'up',
      server: { service_status: 'available', memory_limit_bytes: 5 * 1024 ** 3, last_snapshot_at: null },
    });
    expect(health.server?.uptime_seconds).toBeGreaterThanOrEqual(0);
  });

  it('sees hits and misses of every function, and metrics are published for each', async () => {
    const learner = await test.learner();
    for (let i = 0; i < 3; i++) await learner.send('GET', '/stats');
    await expect.poll(async () => (await figures('stats'))?.hits).toBe(2);
    expect(await figures('stats')).toMatchObject({ misses: 1, errors: 0, lifetime_seconds: 300 });
    expect((await figures('stats'))?.hit_ms).toBeGreaterThan(0);
    expect((await metrics())?.families.map(({ family }) => family)).toEqual(CACHE_FAMILY_NAMES);
    const embedded = lines.filter((line) => line.startsWith('{"_aws"')).map((line) => JSON.parse(line));
    expect(embedded.every((line) => line._aws.CloudWatchMetrics[0].Namespace === METRICS_NAMESPACE)).toBe(true);
    expect(embedded).toContainEqual(expect.objectContaining({ service: 'langplug-dev', family: 'stats', Hits: 1 }));
  });

  it('sees what is stored, and makes it invalid', async () => {
    const learner = await test.learner();
    await learner.send('GET', '/stats');
    const { items } = await keys('stats');
    expect(items).toContainEqual({
      key: expect.stringMatching(/^lp:v:stats:/),
      bytes: expect.any(Number),
      expires_in_seconds: expect.any(Number),
      valid: true,
    });
    const cleared = await admin.send('POST', '/admin/cache/clear', { family: 'stats' });
    expect([cleared.status, await bodyOf(cleared)]).toEqual([200, { cleared: ['stats'] }]);
    const after = (await keys('stats')).items;
    expect(after.map(({ valid }: { valid: boolean }) => valid)).toEqual(after.map(() => false));
    const all = await admin.send('POST', '/admin/cache/clear', { family: 'all' });
    expect(await bodyOf(all)).toEqual({ cleared: CACHE_FAMILY_NAMES });
  });

  it.each([
    ['POST', '/admin/cache/clear', { family: 'words' }, 'body.family'],
    ['GET', '/admin/cache/keys?family=words', undefined, 'query.family'],
    ['GET', '/admin/cache/keys?family=word&cursor=abc', undefined, 'query.cursor'],
  ])('is told what is wrong with %s %s', async (method, path, body, field) => {
    const response = await admin.send(method, path, body);
    expect(response.status).toBe(400);
    expect((await bodyOf(response)).errors[0].field).toBe(field);
  });

  it.each(['ingest', 'translation'])('moves the dead messages of the %s queue back', async (queue) => {
    const response = await admin.send('POST', `/admin/queues/${queue}/redrive`);
    expect([response.status, await bodyOf(response)]).toEqual([202, { queue, messages: 0 }]);
  });

  it.each([
    ['GET', '/admin/metrics'],
    ['GET', '/admin/cache/keys?family=word'],
    ['POST', '/admin/cache/clear'],
    ['POST', '/admin/queues/translation/redrive'],
  ])('is an admin: a learner may not %s %s', async (method, path) => {
    const learner = await test.learner();
    expect((await learner.send(method, path, method === 'POST' ? { family: 'all' } : undefined)).status).toBe(403);
  });

  it('looks into the cache of any LangPlug from a terminal', async () => {
    const { code, stdout } = await command(ADMIN, 'stats');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Cache: .*5 GB.*available/);
    expect(stdout).toMatch(/^all +\d/m);
    const cleared = await command(ADMIN, 'clear', 'word', '--json');
    expect(JSON.parse(cleared.stdout)).toEqual({ cleared: ['word'] });
    const listed = await command(ADMIN, 'keys', 'session', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject({ family: 'session' });
  });

  it('looks into the local cache without an account', async () => {
    const port = new URL(test.cloud.url).port;
    const { code, stdout } = await run({}, 'stats', '--port', port);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Cache: .*5 GB.*available/);
  });

  it('is told how a learner becomes an admin', async () => {
    const learner = { email: 'learner@example.org', password: 'Correct-Horse-9' };
    await new ApiClient(test.cloud.url).send('POST', '/auth/register', learner);
    const { code, stderr } = await command(learner, 'stats');
    expect([code, stderr]).toEqual([
      1,
      `learner@example.org is no admin. An operator makes one: npm run grant-admin -- learner@example.org --url ${test.cloud.url}\n`,
    ]);
  });
});

describe('a client', () => {
  it('gets answers compressed as it likes, through the gateway', async () => {
    const { headers, body } = await raw('/openapi.json', { 'accept-encoding': 'gzip;q=0.5, br' });
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(JSON.parse(brotliDecompressSync(body).toString('utf8')).openapi).toBe('3.1.0');
  });

  it('pays nothing for what it has already, whatever the encoding', async () => {
    const { headers } = await raw('/openapi.json', { 'accept-encoding': 'br' });
    const again = await raw('/openapi.json', { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers).toMatchObject({
      etag: headers.etag,
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=60',
    });
  });
});

describe('without the cache', () => {
  it('operators are told so, and readers notice nothing', async () => {
    const redis = new Redis(test.cloud.services.redisUrl);
    const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
    redis.disconnect();
    const learner = await test.learner();
    process.kill(pid, 'SIGSTOP');
    try {
      expect((await learner.send('GET', '/stats')).status).toBe(200);
      for (const [method, path, body] of [
        ['POST', '/admin/cache/clear', { family: 'all' }],
        ['GET', '/admin/cache/keys?family=word', undefined],
      ] as const) {
        const response = await admin.send(method, path, body);
        expect([response.status, (await bodyOf(response)).code]).toEqual([503, 'UNAVAILABLE']);
      }
      expect(await metrics()).toBeNull();
      const health = async () => bodyOf(await fetch(`${test.cloud.url}/health/cache`));
      await expect.poll(health).toEqual({ status: 'down', hit_rate: null, server: null });
      const readiness = await bodyOf(await fetch(`${test.cloud.url}/readiness`));
      expect(readiness).toMatchObject({ status: 'degraded', dependencies: { cache: 'down', database: 'up' } });
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await expect.poll(async () => (await bodyOf(await fetch(`${test.cloud.url}/health/cache`))).status).toBe('up');
  });
});

describe('with the cache switched off', () => {
  let off: TestCloud;
  beforeAll(async () => {
    off = await startTestCloud({ context: { cacheEnabled: 'false' } });
  });
  afterAll(() => off?.stop());

  it('its health is off, and nobody waits for it to be ready', async () => {
    const health = await bodyOf(await fetch(`${off.cloud.url}/health/cache`));
    expect(health).toEqual({ status: 'off', hit_rate: null, server: null });
    const readiness = await bodyOf(await fetch(`${off.cloud.url}/readiness`));
    expect(readiness).toEqual({ status: 'ready', dependencies: { database: 'up', storage: 'up' } });
  });

  it('an operator clears what it still holds before switching it on again', async () => {
    const operator = new ApiClient(off.cloud.url);
    await operator.send('POST', '/auth/register', ADMIN);
    await off.inspect.makeAdmin(ADMIN.email);
    await operator.logIn(ADMIN);
    const redis = new Redis(off.cloud.services.redisUrl);
    try {
      await redis.set('lp:g:family:word', 'before');
      expect((await operator.send('POST', '/admin/cache/clear', { family: 'word' })).status).toBe(200);
      expect(await redis.get('lp:g:family:word')).not.toBe('before');
    } finally {
      redis.disconnect();
    }
  });
});

type Run = { code: number | string | null; stdout: string; stderr: string };
const run = (env: Record<string, string>, ...args: string[]) =>
  new Promise<Run>((resolve) => {
    const options = { timeout: 60_000, env: { ...process.env, ...env } };
    execFile(process.execPath, ['local/cli/cache.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? null) : 0, stdout, stderr }),
    );
  });
const command = ({ email, password }: typeof ADMIN, ...args: string[]) =>
  run({ LANGPLUG_EMAIL: email, LANGPLUG_PASSWORD: password }, ...args, '--url', test.cloud.url);

/** `fetch` would decompress. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    request(`${test.cloud.url}${path}`, { headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on('error', reject)
      .end();
  });
