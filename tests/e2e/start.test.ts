import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../functions/contracts/api.ts';
import { videoSchema } from '../../functions/contracts/video.ts';
import { ApiClient } from '../../local/client/api-client.ts';
import { type Command, running, servicesOf, startCommand } from './support/command.ts';

let dir: string;
let dataDir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'langplug-start-'));
  dataDir = path.join(dir, 'data');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What people read in the banner. */
type Banner = { url: string; video: string; email: string; password: string };

const spawnStart = (...options: string[]) =>
  startCommand(['local/main.ts', '--port', '0', '--data-dir', dataDir, ...options]);

async function start(...options: string[]): Promise<Command & Banner> {
  const command = spawnStart(...options);
  await command.prints('Ctrl-C stops everything');
  const text = command.stdout();
  const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? `nothing like ${pattern} in:\n${text}`;
  return {
    ...command,
    url: find(/API reference +(\S+)/),
    video: find(/GET \/videos\/(\S+)\/chunks\/0/),
    email: find(/signed in as (\S+)/),
    password: find(/with the password (\S+)/),
  };
}

/** The API as the banner says it is to be used. */
async function signIn({ url, email, password }: Banner): Promise<ApiClient> {
  const client = new ApiClient(url);
  await client.logIn({ email, password });
  return client;
}

const videosOf = async (client: ApiClient) =>
  (await client.call('GET', '/videos', pageOf(videoSchema, 'VideoPage'))).items.map(({ id }) => id);

async function stop(command: Command): Promise<void> {
  command.signal('SIGINT');
  await command.ended;
}

describe('npm start', () => {
  let first: Command & Banner;
  beforeAll(async () => {
    first = await start();
  });
  afterAll(() => stop(first));

  it('serves the reference page and the OpenAPI document at the address that it prints', async () => {
    const page = await fetch(first.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const document = await fetch(`${first.url}/openapi.json`);
    expect(await document.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  it('has made the example lesson, to be read as it says', async () => {
    const lesson = await (await signIn(first)).lesson(first.video, 0);
    expect(lesson.segments[0]?.text).toMatch(/^Am Morgen um sieben Uhr/);
  });

  it('is refused over data that another one uses, with the remedy', async () => {
    const second = spawnStart();
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toMatch(/Another LangPlug \(process \d+\) is running.*--data-dir/s);
    expect((await fetch(`${first.url}/openapi.json`)).status).toBe(200);
  });

  it('goes on with its data when it is started again, and makes the example only once', async () => {
    await stop(first);
    const again = await start();
    try {
      expect(again.stdout()).not.toContain('Making the example lesson');
      expect(again.video).toBe(first.video);
      const client = await signIn(again);
      expect(await videosOf(client)).toEqual([first.video]);
      expect((await client.lesson(again.video, 0)).segments.length).toBeGreaterThan(0);
    } finally {
      await stop(again);
    }
  }, 120_000);

  it('begins anew with --fresh', async () => {
    const fresh = await start('--fresh');
    try {
      expect(fresh.video).not.toBe(first.video);
      expect(await videosOf(await signIn(fresh))).toEqual([fresh.video]);
    } finally {
      await stop(fresh);
    }
  }, 120_000);
});

describe('npm start, stopped', () => {
  it.each<[string, number, NodeJS.Signals[]]>([
    ['by one Ctrl-C, which npm passes on once more', 130, ['SIGINT', 'SIGINT']],
    ['by its terminal that closes', 129, ['SIGHUP']],
    ['by a service manager', 143, ['SIGTERM']],
  ])(
    '%s leaves nothing running, and says nothing but that',
    async (_who, code, signals) => {
      const command = spawnStart();
      const services = await servicesOf(() => dataDir);
      await command.signals(signals);
      expect(await command.ended).toBe(code);
      expect(running(services)).toEqual([]);
      expect(command.stderr()).toBe('');
      expect(command.stdout()).toMatch(/Stopping …\nEverything is stopped\.\n$/);
    },
    60_000,
  );
});
