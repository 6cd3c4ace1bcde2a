import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudContext } from '../../local/cli/cloud-context.ts';
import { parseStartArguments } from '../../local/cli/start-arguments.ts';
import { clearDataDir, lockDataDir } from '../../local/data-dir.ts';
import { onFirstStart } from '../../local/first-start.ts';
import { logFunctionLine } from '../../local/functions/log-lines.ts';
import { createLog, silentLog } from '../../local/log.ts';
import { localRoutes } from '../../local/server/local-routes.ts';
import { openPublicServer, type PublicServer } from '../../local/server/public-server.ts';
import { UnknownSchedule } from '../../local/wiring/scheduler.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'langplug-host-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is used by one local cloud at a time', async () => {
    const dataDir = path.join(folder, 'locked');
    const unlock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({
      name: 'DataDirInUse',
      message: expect.stringMatching(new RegExp(`process ${process.pid}.*--data-dir`)),
    });
    await unlock();
    await (await lockDataDir(dataDir))();
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 - 1, started: '1' }],
    ['an older process of the same id', { pid: process.pid, started: 'long ago' }],
    ['nobody', 'not JSON'],
  ])('is taken over from %s', async (_, lock) => {
    const dataDir = await mkdtemp(path.join(folder, 'stale-'));
    await writeFile(path.join(dataDir, 'lock.json'), typeof lock === 'string' ? lock : JSON.stringify(lock));
    const unlock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
  });

  it('is cleared of everything but installed engines', async () => {
    const dataDir = path.join(folder, 'cleared');
    await mkdir(path.join(dataDir, 'engines'), { recursive: true });
    const unlock = await lockDataDir(dataDir);
    await mkdir(path.join(dataDir, 's3'));
    await clearDataDir(dataDir);
    await unlock();
    expect((await readdir(dataDir)).sort()).toEqual(['engines', 'langplug-data.txt']);
  });

  it('is not cleared when it is not ours', async () => {
    const dataDir = path.join(folder, 'foreign');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'thesis.odt'), '');
    const unlock = await lockDataDir(dataDir);
    await expect(clearDataDir(dataDir)).rejects.toMatchObject({ name: 'NotOurData' });
    await unlock();
    expect(await readdir(dataDir)).toEqual(['thesis.odt']);
  });
});

it('the first start does its steps once, and remembers what they had to say', async () => {
  const dataDir = await mkdtemp(path.join(folder, 'first-'));
  let times = 0;
  const step = async (url: string) => [`${++times}: ${url}`];
  const start = (url: string) => onFirstStart(dataDir, [step], url, () => undefined);
  expect(await start('one')).toEqual(['1: one']);
  expect(await start('two')).toEqual(['1: one']);
});

it('a first step that fails keeps nobody from starting, says why, and is tried again at the next start', async () => {
  const dataDir = await mkdtemp(path.join(folder, 'first-'));
  const reported: string[] = [];
  const failing = async () => {
    throw new Error('no sound');
  };
  expect(await onFirstStart(dataDir, [failing], 'one', (line) => reported.push(line))).toEqual([]);
  expect(reported.join('\n')).toMatch(/no sound[\s\S]*next start/);
  expect(await onFirstStart(dataDir, [async () => ['made']], 'two', () => undefined)).toEqual(['made']);
});

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(parseStartArguments([])).toEqual({ port: 3000, dataDir: '.langplug', fresh: false, verbose: false });
  });

  it('are read', () => {
    expect(parseStartArguments(['--port', '8080', '--data-dir', 'x', '--fresh', '--verbose'])).toEqual({
      port: 8080,
      dataDir: 'x',
      fresh: true,
      verbose: true,
    });
  });

  it.each([[['--prot', '1']], [['--port', 'http']], [['--port', '65536']], [['--data-dir', '']], [['extra']]])(
    '%j is refused',
    (argv) => {
      expect(() => parseStartArguments(argv)).toThrow(expect.objectContaining({ name: 'UsageError' }));
    },
  );

  it('come with the switch of the cache from the environment', () => {
    expect(cloudContext({})).toEqual({});
    expect(cloudContext({ CACHE_ENABLED: '' })).toEqual({});
    expect(cloudContext({ CACHE_ENABLED: 'false' })).toEqual({ cacheEnabled: 'false' });
    expect(() => cloudContext({ CACHE_ENABLED: 'no' })).toThrow('CACHE_ENABLED=no must be true or false');
  });

  it('that are wrong end the command with status 2 and the usage', () => {
    const { status, stderr } = spawnSync(process.execPath, ['local/main.ts', '--prot', '1'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/--prot[\s\S]*npm start -- \[options\]/)]);
  });
});

describe('the public server', () => {
  let server: PublicServer;
  beforeAll(async () => {
    server = await openPublicServer(0, silentLog);
  });
  afterAll(() => server.stop());
  const send = (target: string, init?: RequestInit) => fetch(server.url + target, init);

  it('says so while the rest is starting', async () => {
    const response = await send('/health');
    expect([response.status, await response.json()]).toEqual([503, { message: 'LangPlug is still starting' }]);
  });

  it('says which port is taken and how to choose another', async () => {
    const port = Number(new URL(server.url).port);
    await expect(openPublicServer(port, silentLog)).rejects.toMatchObject({
      name: 'PortTaken',
      message: expect.stringMatching(new RegExp(`Port ${port} is already in use.*--port ${port + 1}`)),
    });
  });

  describe('that serves', () => {
    const recorded: unknown[] = [];
    beforeAll(() => {
      server.serve({
        gateway: async (_, response, target) => void response.end(`API ${target}`),
        localRoute: localRoutes({
          services: {
            endpoint: 'http://aws',
            redisUrl: 'redis://cache',
            recordTranscript: async (...call) => void recorded.push(call),
            engineCalls: () => ({ transcriptionJobs: 1, translateCalls: 2 }),
          },
          region: 'us-east-1',
          tables: { users: 'Users' },
          cacheName: 'langplug',
          runSchedule: async (name) => {
            if (name !== 'reap') throw new UnknownSchedule(`There is no schedule "${name}"`);
            return { ended: 1 };
          },
        }),
      });
    });

    it('hands requests to the API, with and without its prefix', async () => {
      expect(await (await send('/videos?limit=1')).text()).toBe('API /videos?limit=1');
      expect(await (await send('/api/videos?limit=1')).text()).toBe('API /videos?limit=1');
      expect(await (await send('/apis')).text()).toBe('API /apis');
    });

    it.each([
      ['/', 'text/html; charset=utf-8'],
      ['/docs/reference.js', 'text/javascript; charset=utf-8'],
      ['/docs/reference.css', 'text/css; charset=utf-8'],
      ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
      ['/docs/swagger-ui.css', 'text/css; charset=utf-8'],
      ['/docs/icon.svg', 'image/svg+xml'],
    ])('serves %s', async (target, type) => {
      const response = await send(target);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
      expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')));
      const again = await send(target, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    });

    it('has a page that loads nothing from elsewhere', async () => {
      const response = await send('/');
      const page = await response.text();
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      const loaded = [...page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
      expect(loaded.length).toBeGreaterThan(4);
      for (const source of loaded) expect((await send(source ?? '')).status).toBe(200);
    });

    it('keeps recorded transcripts', async () => {
      const id = '01a1fbaa-7b58-7339-b883-2404435cabcb';
      const post = (to: string, body: string) => send(`/_local/videos/${to}/transcript`, { method: 'POST', body });
      expect((await post(id, '{"language":"de","words":[]}')).status).toBe(204);
      expect(recorded).toEqual([[id, { language: 'de', words: [] }]]);
      expect((await post('..%2F..%2Fx', '{}')).status).toBe(400);
      expect((await post(id, 'no JSON')).status).toBe(400);
      expect(recorded).toHaveLength(1);
    });

    it('tells about the local cloud and runs schedules', async () => {
      expect(await (await send('/_local/engine-calls')).json()).toEqual({ transcriptionJobs: 1, translateCalls: 2 });
      expect(await (await send('/_local/cloud')).json()).toMatchObject({
        endpoint: 'http://aws',
        tables: { users: 'Users' },
        redisUrl: 'redis://cache',
        cacheName: 'langplug',
      });
      expect(await (await send('/_local/schedules/reap', { method: 'POST' })).json()).toEqual({ result: { ended: 1 } });
      expect((await send('/_local/schedules/nope', { method: 'POST' })).status).toBe(404);
      expect(await (await send('/_local/else')).text()).toBe('API /_local/else');
    });

    it('does nothing local for pages of other sites', async () => {
      const post = (headers: Record<string, string>) => send('/_local/schedules/reap', { method: 'POST', headers });
      expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
      expect((await post({ origin: server.url })).status).toBe(200);
    });
  });
});

describe('lines that functions print', () => {
  const lines: string[] = [];
  const log = {
    info: (source: string, text: string) => lines.push(`info ${source}: ${text}`),
    warn: (source: string, text: string) => lines.push(`warn ${source}: ${text}`),
    error: (source: string, text: string) => lines.push(`error ${source}: ${text}`),
    verbose: (source: string, text: string) => lines.push(`verbose ${source}: ${text}`),
  };
  const read = (line: unknown) => {
    logFunctionLine(log, 'save-chunk', typeof line === 'string' ? line : JSON.stringify(line));
    return lines.at(-1);
  };

  it('become one readable line with level and ids', () => {
    expect(
      read({
        level: 'INFO',
        message: 'step done',
        timestamp: 'now',
        cold_start: true,
        video_id: 'v1',
        task_id: 't',
        ms: 5,
      }),
    ).toBe('info save-chunk: step done  video_id=v1  ms=5');
    expect(
      read({
        level: 'ERROR',
        message: 'failed',
        error: { name: 'TypeError', message: 'x', location: '/a/b/functions/c.ts:3' },
      }),
    ).toBe('error save-chunk: failed  TypeError: x (functions/c.ts:3)');
  });

  it.each([
    ['debugging', { level: 'DEBUG', message: 'm' }],
    ['requests that went well', { level: 'INFO', message: 'request', status: 304 }],
    ['metrics', { _aws: {}, level: 'INFO' }],
    ['what is no structured line', '(node:1) Warning: {'],
  ])('are only shown when asked for: %s', (_, line) => {
    expect(read(line)).toMatch(/^verbose/);
  });

  it('are shown when a request failed on our side', () => {
    expect(read({ level: 'INFO', message: 'request', status: 500 })).toBe('info save-chunk: request  status=500');
  });
});

it('the log prints one line an event, whatever the message is', async () => {
  const written: string[] = [];
  const stream = Object.assign(Object.create(process.stderr), {
    isTTY: false,
    write: (text: string) => written.push(text) > 0,
  });
  createLog(stream, false).warn('save-chunk', 'two\n   lines\n');
  createLog(stream, false).verbose('save-chunk', 'hidden');
  createLog(stream, true).verbose('save-chunk', 'shown');
  expect(written).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d {2}save-chunk {11}WARN {2}two lines\n$/),
    expect.stringMatching(/shown\n$/),
  ]);
});
