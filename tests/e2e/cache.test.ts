/** What learners see of the cache, over the whole system: it makes reads cheap and never wrong. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricsSchema, pageOf } from '../../functions/contracts/api.ts';
import type { CacheFamily } from '../../functions/contracts/cache.ts';
import { seriesSchema, videoSchema } from '../../functions/contracts/video.ts';
import { wordSchema, wordsSchema } from '../../functions/contracts/vocabulary.ts';
import { cloudContext } from '../../local/cli/cloud-context.ts';
import { ApiClient } from '../../local/client/api-client.ts';
import { silentLog } from '../../local/log.ts';
import { sendRaw } from '../support/send-raw.ts';
import { bodyOf, EXAMPLE, EXAMPLE_SUBTITLES, startTestCloud, type TestCloud } from './support/cloud.ts';
import { learnersWalk } from './support/learners-walk.ts';
import { processVideo, uploadVideo } from './support/videos.ts';

const ADMIN = { email: 'admin@example.org', password: 'Correct-Horse-9' };
const LEVEL = '/vocabulary/levels/A1?language=de&target=en';
const WORD = '/vocabulary/words/haus?language=de&target=en';

let test: TestCloud;
let learner: ApiClient;
let admin: ApiClient;
const warnings: string[] = [];
beforeAll(async () => {
  test = await startTestCloud({
    triggers: true,
    log: { ...silentLog, warn: (source, message) => warnings.push(`${source}: ${message}`) },
  });
  learner = await test.learner();
  admin = new ApiClient(test.cloud.url);
  await admin.send('POST', '/auth/register', ADMIN);
  await test.inspect.makeAdmin(ADMIN.email);
  await admin.logIn(ADMIN);
});
afterAll(() => test?.stop());

const figuresOf = async (family: CacheFamily) => {
  const { cache } = await admin.call('GET', '/admin/metrics', metricsSchema);
  const { hits, misses } = cache?.families.find((figures) => figures.family === family) ?? { hits: 0, misses: 0 };
  return { hits, misses };
};
const newVideo = (client: ApiClient, title: string, more: { series?: string; episode?: number } = {}) =>
  client
    .createVideo({ title, source_language: 'de', target_language: 'en', size: 1000, ...more })
    .then(({ video }) => video);
const videosOf = async (client: ApiClient) =>
  (await client.call('GET', '/videos', pageOf(videoSchema, 'VideoPage'))).items;
const seriesOf = async (client: ApiClient) =>
  (await client.call('GET', '/series', pageOf(seriesSchema, 'SeriesPage'))).items;
const episodesOf = async (client: ApiClient, series: string) =>
  (await client.call('GET', `/series/${series}/episodes`, pageOf(videoSchema, 'EpisodePage'))).items;

describe('a second read', () => {
  it('of a video and of the list of videos is a hit', async () => {
    const client = await test.learner();
    const { id } = await newVideo(client, 'Read twice');
    const before = { video: await figuresOf('video'), list: await figuresOf('video-list') };
    const hits = async () => {
      await client.getVideo(id);
      await videosOf(client);
      const now = { video: await figuresOf('video'), list: await figuresOf('video-list') };
      return Math.min(now.video.hits - before.video.hits, now.list.hits - before.list.hits);
    };
    // Figures are sent every few seconds.
    await expect.poll(hits).toBeGreaterThan(1);
  });
});

describe('who writes', () => {
  it('reads a new title at once, wherever it stands', async () => {
    const client = await test.learner();
    const { id } = await newVideo(client, 'Before');
    for (let i = 1; i <= 5; i++) {
      await client.getVideo(id);
      await videosOf(client);
      expect((await client.send('PATCH', `/videos/${id}`, { title: `Title ${i}` })).status).toBe(200);
      expect((await client.getVideo(id)).title).toBe(`Title ${i}`);
      expect((await videosOf(client)).map(({ title }) => title)).toEqual([`Title ${i}`]);
    }
  });

  it('sees a video in its series, with the others by number, until it leaves it', async () => {
    const client = await test.learner();
    expect(await seriesOf(client)).toEqual([]);
    const second = await newVideo(client, 'Second', { series: 'Hamburg', episode: 2 });
    const first = await newVideo(client, 'First', { series: 'Hamburg', episode: 1 });
    const [series] = await seriesOf(client);
    expect(series).toMatchObject({ title: 'Hamburg', episode_count: 2 });
    const ids = async () => (await episodesOf(client, series?.id ?? '')).map(({ id }) => id);
    expect(await ids()).toEqual([first.id, second.id]);

    await client.send('PATCH', `/videos/${first.id}`, { episode: 3 });
    expect(await ids()).toEqual([second.id, first.id]);
    await client.send('PATCH', `/videos/${first.id}`, { series: null });
    expect(await ids()).toEqual([second.id]);
    expect(await seriesOf(client)).toMatchObject([{ episode_count: 1 }]);
  });

  it('does not see a deleted video again, and its figures no more', async () => {
    const client = await test.learner();
    const { id } = await newVideo(client, 'Gone soon', { series: 'Short' });
    await client.getVideo(id);
    await videosOf(client);
    const [series] = await seriesOf(client);
    expect(await bodyOf(await client.send('GET', '/stats'))).toMatchObject({ videos: { total: 1 } });
    expect((await client.send('DELETE', `/videos/${id}`)).status).toBe(204);
    expect((await client.send('GET', `/videos/${id}`)).status).toBe(404);
    expect(await videosOf(client)).toEqual([]);
    expect(await seriesOf(client)).toEqual([]);
    expect((await client.send('GET', `/series/${series?.id}/episodes`)).status).toBe(404);
    expect(await bodyOf(await client.send('GET', '/stats'))).toMatchObject({ videos: { total: 0 } });
  });
});

describe('what the pipeline writes, which has no cache', () => {
  it('is seen by its owner as soon as the task says so, and by nobody else', async () => {
    const other = await test.learner();
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const reads = [`/videos/${videoId}`, `/videos/${videoId}/chunks`, `/videos/${videoId}/subtitles.vtt`];
    // Whatever is there now is cached, also that something is not there yet.
    for (const path of [...reads, `/videos/${videoId}/chunks/0`, '/videos', '/stats']) {
      await learner.send('GET', path);
      await other.send('GET', path);
    }
    const present = async () => ({
      state: (await learner.getVideo(videoId)).state,
      chunks: (await learner.chunks(videoId)).length,
      lesson: (await learner.send('GET', `/videos/${videoId}/chunks/1`)).status,
      subtitles: (await learner.send('GET', `/videos/${videoId}/subtitles.vtt`)).status,
      listed: (await videosOf(learner)).find(({ id }) => id === videoId)?.state,
      ready: (await bodyOf(await learner.send('GET', '/stats'))).videos.ready,
    });
    const { status_url } = await learner.process(videoId);
    // An impatient client: it asks for everything all the time, and so has all that there is in the cache.
    while ((await learner.taskStatus(status_url)).state !== 'completed') await present();
    expect(await present()).toEqual({
      state: 'ready',
      chunks: 2,
      lesson: 200,
      subtitles: 200,
      listed: 'ready',
      ready: 1,
    });
    for (const path of [...reads, `/videos/${videoId}/chunks/0`]) {
      expect((await other.send('GET', path)).status, path).toBe(404);
    }
    expect(await videosOf(other)).toEqual([]);
  }, 60_000);

  it('is seen after new subtitles were processed, too', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const first = await processVideo(learner, videoId);
    expect(first.lessons[0]?.segments[0]?.text).toMatch(/^Am Morgen um sieben Uhr/);
    const content = (await readFile(EXAMPLE_SUBTITLES, 'utf8')).replace('Am Morgen', 'Am Abend');
    await learner.addSubtitles(videoId, { content });
    const second = await processVideo(learner, videoId);
    expect(second.lessons[0]?.segments[0]?.text).toMatch(/^Am Abend um sieben Uhr/);
  }, 60_000);
});

describe('an answer', () => {
  it('is compressed over the wire, and costs nothing when it is known', async () => {
    const session = await bodyOf(await admin.send('POST', '/auth/login', ADMIN));
    const headers = { authorization: `Bearer ${session.access_token}`, 'accept-encoding': 'gzip' };
    const url = `${test.cloud.url}${LEVEL}&limit=100`;
    await test.cloud.runTriggers();
    const first = await sendRaw('GET', url, headers);
    expect(first).toMatchObject({
      status: 200,
      headers: { 'content-encoding': 'gzip', 'content-length': `${first.body.length}` },
    });
    expect(JSON.parse(gunzipSync(first.body).toString()).items.length).toBe(100);
    const again = await sendRaw('GET', url, { ...headers, 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const plain = await sendRaw('GET', url, { ...headers, 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.etag).toBe(first.headers.etag);
  });
});

describe('after a deployment', () => {
  beforeAll(() => test.cloud.runTriggers());

  it('the lexicon is filled, and nothing went wrong', async () => {
    expect(warnings.filter((line) => /^(seed-lexicon|warm-cache|stream)/.test(line))).toEqual([]);
    const { items } = await learner.call('GET', WORD, wordsSchema);
    expect(items).toMatchObject([{ lemma: 'Haus', article: 'das', translation: expect.stringMatching(/house/) }]);
    const level = await learner.call('GET', LEVEL, pageOf(wordSchema, 'WordPage'));
    expect(level.items.length).toBeGreaterThan(10);
    expect(level.items.every((word) => word.level === 'A1')).toBe(true);
  });

  it('the first pages of the levels are warm: nobody waits for them', async () => {
    const before = await figuresOf('level-list');
    await learner.send('GET', '/vocabulary/levels/A2?language=fr&target=en');
    await expect.poll(async () => (await figuresOf('level-list')).hits).toBeGreaterThan(before.hits);
    expect((await figuresOf('level-list')).misses).toBe(before.misses);
  });

  it('the cache is warmed again on a schedule', async () => {
    const { warmed } = Object(await test.cloud.runSchedule('warm-cache'));
    expect(warmed).toBeGreaterThan(0);
  });
});

describe('an admin', () => {
  it('clears a family: the next read is answered by the source', async () => {
    await test.cloud.runTriggers();
    await learner.send('GET', WORD);
    const before = await figuresOf('word');
    expect((await admin.send('POST', '/admin/cache/clear', { family: 'word' })).status).toBe(200);
    await learner.send('GET', WORD);
    await expect.poll(async () => (await figuresOf('word')).misses).toBeGreaterThan(before.misses);
  });
});

describe('CACHE_ENABLED=false', () => {
  it('changes no answer', async () => {
    const without = await startTestCloud({ context: cloudContext({ CACHE_ENABLED: 'false' }), triggers: true });
    try {
      expect(await bodyOf(await fetch(`${without.cloud.url}/health/cache`))).toMatchObject({ status: 'off' });
      await Promise.all([test, without].map(({ cloud }) => cloud.runTriggers()));
      const [cached, uncached] = await Promise.all([test, without].map(learnersWalk));
      expect(uncached).toEqual(cached);
    } finally {
      await without.stop();
    }
  }, 120_000);
});
