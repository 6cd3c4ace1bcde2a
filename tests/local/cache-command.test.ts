import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RedisConnection } from '../../functions/adapters/redis/connection.ts';
import { FigureSender } from '../../functions/adapters/redis/figure-sender.ts';
import { RedisCache } from '../../functions/adapters/redis/redis-cache.ts';
import { CACHE_FAMILY_NAMES } from '../../functions/contracts/cache.ts';
import { type Running, startTestRedis } from '../support/services.ts';
import { FORBIDDEN, SESSION } from './support/api-answers.ts';

type Run = { code: number | string | null; stdout: string; stderr: string };

/** Runs the command as `npm run cache --` does. */
const runWith = (env: Record<string, string>, ...args: string[]) =>
  new Promise<Run>((resolve) => {
    const options = { timeout: 60_000, env: { ...process.env, ...env } };
    execFile(process.execPath, ['local/cli/cache.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? null) : 0, stdout, stderr }),
    );
  });
const run = (...args: string[]) => runWith({}, ...args);

const PATIENT = { commandTimeoutMs: 10_000, connectTimeoutMs: 10_000, requestBudgetMs: 600_000 };
let redis: Running<{ url: string; pid: number }>;
let connection: RedisConnection;
let cache: RedisCache;
/** Says where Redis is, as the local cloud does. No service of AWS answers behind it. */
let cloud: Server;
let port: string;
let cacheStatus: 'up' | 'off' = 'up';

beforeAll(async () => {
  redis = await startTestRedis();
  connection = new RedisConnection(redis.url, PATIENT);
  cache = new RedisCache(connection, { observer: { read() {}, breaker() {}, incident() {} } });
  cloud = createServer((request, response) => {
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/health/cache') return void answer({ status: cacheStatus, hit_rate: null, server: null });
    if (request.url === '/auth/login') return void answer(SESSION);
    if (request.url === '/admin/metrics') return void answer(FORBIDDEN, 403);
    if (request.url !== '/_local/cloud') return void response.writeHead(404).end();
    const endpoint = `http://127.0.0.1:${port}`;
    answer({ endpoint, region: 'us-east-1', redisUrl: redis.url, cacheName: 'langplug-dev' });
  }).listen(0);
  await once(cloud, 'listening');
  const address = cloud.address();
  port = typeof address === 'object' ? String(address?.port) : '';
});
afterAll(async () => {
  cloud.close();
  connection.close();
  await redis.stop();
});
beforeEach(() => connection.run([['FLUSHALL']]));

const word = { family: 'word', schema: z.string() } as const;
async function use(): Promise<void> {
  for (const name of ['Haus', 'Baum']) await cache.readThrough(word, { args: [name] }, async () => name.repeat(100));
  await cache.settle(10_000);
  const figures = new FigureSender(connection, { clock: { now: Date.now } });
  figures.count('word', 'hit', 1230, 0.42);
  figures.count('word', 'stale', 4, 0.42);
  figures.count('word', 'miss', 12, 12.3);
  figures.count('lesson', 'miss', 1, 30);
  figures.count('lesson', 'error', 2, 100);
  await figures.sendIfDue();
}

describe('npm run cache -- stats', () => {
  it('prints a table with totals, aligned', async () => {
    await use();
    const { code, stdout } = await run('stats', '--port', port);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^Cache: (redis|valkey) [\d.]+, \d+ keys, [\d.]+ [KM]B, \d+ clients?, up /);
    expect(stdout).toContain('Last 24 hours:');
    const table = lines.slice(lines.findIndex((line) => line.startsWith('family')));
    const cells = (name: string) =>
      table
        .find((line) => line.startsWith(`${name} `))
        ?.split(/ {3,}/)
        .map((cell) => cell.trim());
    expect(cells('family')).toEqual([
      'family',
      'hits',
      'misses',
      'hit rate',
      'stale',
      'errors',
      'hit ms',
      'miss ms',
      'lifetime',
    ]);
    expect(cells('word')).toEqual(['word', '1,234', '12', '99.0 %', '4', '0', '0.42', '12.30', '1 h']);
    expect(cells('lesson')).toEqual(['lesson', '0', '1', '0.0 %', '0', '2', '–', '30.00', '2 h']);
    expect(cells('session')?.at(-1)).toBe('30 d');
    expect(cells('all')).toEqual(['all', '1,234', '13', '99.0 %', '4', '2']);
    const ends = (column: string) =>
      table
        .map((line) => line.slice(0, (table[0]?.indexOf(column) ?? 0) + column.length))
        .map((line) => /\S$/.test(line));
    expect(ends('errors').slice(0, 10)).toEqual(Array(10).fill(true));
  });

  it('says what to do when nothing was read yet', async () => {
    const { code, stdout } = await run('stats', '--port', port);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Nothing was read through the cache since the cache started \(\d+ (s|min).* ago\)\./);
    expect(stdout).toContain('npm run process');
  });

  it('says that the cache is off, in place of advice to use it', async () => {
    cacheStatus = 'off';
    try {
      const { code, stdout } = await run('stats', '--port', port);
      expect(code).toBe(0);
      expect(stdout).toContain('The cache is switched off (CACHE_ENABLED=false)');
      expect(stdout).not.toContain('npm run process');
      expect(JSON.parse((await run('stats', '--port', port, '--json')).stdout)).toMatchObject({ enabled: false });
    } finally {
      cacheStatus = 'up';
    }
  });

  it('prints one JSON object', async () => {
    await use();
    const { stdout } = await run('stats', '--port', port, '--json');
    const stats = JSON.parse(stdout);
    expect(stats).toMatchObject({ hours: 24, hits: 1234, misses: 13, errors: 2, server: { service_status: null } });
    expect(stats.server.keys).toBeGreaterThan(2);
  });
});

describe('npm run cache -- keys', () => {
  it('lists what is stored of a family', async () => {
    await use();
    const { code, stdout } = await run('keys', 'word', '--port', port);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^key +size +expires in +valid\n/);
    expect(stdout.match(/^lp:v:word:\S+ +[\d.]+ B +\d+ min( \d+ s)? +yes$/gm)).toHaveLength(2);
    expect(stdout).toMatch(/\n2 keys, [\d.]+ B\n$/);
  });

  it('lists so many, and says that there are more', async () => {
    await use();
    const { stdout } = await run('keys', 'word', '--limit', '1', '--port', port);
    expect(stdout).toContain('1 key,');
    expect(stdout).toContain('--limit 10');
  });

  it('lists them as JSON', async () => {
    await use();
    const { family, keys } = JSON.parse((await run('keys', 'word', '--port', port, '--json')).stdout);
    expect(family).toBe('word');
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatchObject({
      key: expect.stringMatching(/^lp:v:word:/),
      bytes: expect.any(Number),
      valid: true,
    });
  });

  it('says so when nothing is stored', async () => {
    const { code, stdout } = await run('keys', 'stats', '--port', port);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing is stored of "stats"');
  });
});

describe('npm run cache -- clear', () => {
  const reload = async () => {
    let loads = 0;
    await cache.readThrough(word, { args: ['Haus'] }, async () => {
      loads += 1;
      return 'Haus';
    });
    return loads;
  };

  it('has the next read load from the source', async () => {
    await use();
    expect(await reload()).toBe(0);
    const { code, stdout } = await run('clear', 'word', '--port', port);
    expect(code).toBe(0);
    expect(stdout).toBe('Invalid from now on: word. The next reads load from the source.\n');
    expect(await reload()).toBe(1);
  });

  it('leaves other families alone', async () => {
    await use();
    await run('clear', 'lesson', '--port', port);
    expect(await reload()).toBe(0);
  });

  it('clears all families', async () => {
    await use();
    const { stdout } = await run('clear', 'all', '--port', port, '--json');
    expect(JSON.parse(stdout)).toEqual({ cleared: CACHE_FAMILY_NAMES });
    expect(await reload()).toBe(1);
  });
});

describe('npm run cache, used wrongly', () => {
  it.each([
    ['nothing', [], 'stats, keys, clear or help'],
    ['an unknown command', ['flush'], '"flush" is not known'],
    ['an unknown family', ['keys', 'words'], `"words" is no family of the cache: ${CACHE_FAMILY_NAMES.join(', ')}.`],
    ['no family', ['clear'], `Name a family: ${CACHE_FAMILY_NAMES.join(', ')}, all.`],
    ['a family too many', ['stats', 'word'], 'leave out "word"'],
    ['too much', ['keys', 'word', 'lesson'], '"lesson" is too much'],
    ['a bad limit', ['keys', 'word', '--limit', '0'], '--limit 0 must be'],
    ['a bad port', ['stats', '--port', 'http'], '--port http must be'],
    ['a bad address', ['stats', '--url', 'localhost'], '--url localhost is no URL'],
    ['two targets', ['stats', '--url', 'http://localhost', '--port', '1'], 'not both'],
    ['no one to log in as', ['stats', '--url', 'http://localhost'], 'LANGPLUG_EMAIL and LANGPLUG_PASSWORD'],
    ['an unknown option', ['stats', '--all'], "'--all'"],
  ])('says what is wrong with %s, and how it is used', async (_what, args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('npm run cache -- stats');
  });

  it('says so as JSON, too', async () => {
    const { code, stdout } = await run('clear', 'nonsense', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'USAGE', message: expect.stringContaining('"nonsense" is no family of the cache') },
    });
  });

  it.each([['help'], ['--help'], ['-h']])('explains itself on %s', async (word) => {
    const { code, stdout } = await run(word);
    expect(code).toBe(0);
    for (const family of CACHE_FAMILY_NAMES) expect(stdout).toContain(`  ${family} `);
  });
});

describe('npm run cache, when there is nothing to look into', () => {
  it('says that nothing runs, and what to do', async () => {
    const { code, stdout, stderr } = await run('stats', '--port', '9');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'No LangPlug runs at http://localhost:9. Start one with "npm start", or name its --port, or the --url of a deployed one.\n',
    );
  });

  it('says so as JSON, too', async () => {
    const { code, stdout } = await run('stats', '--port', '9', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'UNREACHABLE', message: expect.any(String) } });
  });

  it('says to one who is no admin how to become one there', async () => {
    const env = { LANGPLUG_EMAIL: 'a@example.org', LANGPLUG_PASSWORD: 'x' };
    const url = `http://localhost:${port}`;
    const { code, stdout, stderr } = await runWith(env, 'stats', '--url', url, '--json');
    expect(code).toBe(1);
    expect(stderr).toContain(`npm run grant-admin -- a@example.org --url ${url}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('says that no API answers', async () => {
    const env = { LANGPLUG_EMAIL: 'a@example.org', LANGPLUG_PASSWORD: 'x' };
    const { code, stderr } = await runWith(env, 'stats', '--url', 'http://127.0.0.1:1/');
    expect(code).toBe(1);
    expect(stderr).toContain('LangPlug at http://127.0.0.1:1 does not answer');
  });

  it('says that Redis does not answer', async () => {
    process.kill(redis.pid, 'SIGSTOP');
    try {
      for (const args of [['stats'], ['keys', 'word'], ['clear', 'all']]) {
        const { code, stderr } = await run(...args, '--port', port);
        expect([code, stderr]).toEqual([
          1,
          `The Redis of the LangPlug on port ${port} does not answer. Without it the API works on, but slower. If it stays so, stop that LangPlug and start it again: npm start\n`,
        ]);
      }
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
  });
});
