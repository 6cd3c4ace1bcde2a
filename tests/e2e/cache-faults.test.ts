/** Redis that is frozen, killed or gone for good: learners notice nothing but a little time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../local/client/api-client.ts';
import { silentLog } from '../../local/log.ts';
import { bodyOf, EXAMPLE, EXAMPLE_SUBTITLES, startTestCloud, type TestCloud } from './support/cloud.ts';
import { processVideo, uploadVideo } from './support/videos.ts';

/** Far more than the 150 ms that a request may wait for the cache, and far less than one that hangs: machines are busy, ms. */
const GENEROUS_MS = 10_000;

let test: TestCloud;
let learner: ApiClient;
let videoId: string;
const lines: string[] = [];
const note = (source: string, message: string) => void lines.push(`${source}: ${message}`);
beforeAll(async () => {
  test = await startTestCloud({ log: { ...silentLog, info: note, warn: note, error: note } });
});
afterAll(() => test?.stop());

/** What a learner of a lesson asks for. @returns statuses, and how long the slowest took, ms */
async function readAround(client: ApiClient): Promise<{ statuses: number[]; slowest: number }> {
  const paths = ['/videos', `/videos/${videoId}`, `/videos/${videoId}/chunks`, `/videos/${videoId}/chunks/0`, '/stats'];
  const asked = paths.map(async (path) => {
    const started = performance.now();
    const response = await client.send('GET', path);
    await response.arrayBuffer();
    return { status: response.status, ms: performance.now() - started };
  });
  const answers = await Promise.all(asked);
  return { statuses: answers.map(({ status }) => status), slowest: Math.max(...answers.map(({ ms }) => ms)) };
}
const allWell = { statuses: [200, 200, 200, 200, 200], slowest: expect.toSatisfy((ms: number) => ms < GENEROUS_MS) };
const readiness = async () => bodyOf(await fetch(`${test.cloud.url}/readiness`));
const cacheHits = async () => {
  await readAround(learner);
  return (await bodyOf(await fetch(`${test.cloud.url}/health/cache`))).hit_rate ?? 0;
};

describe('Redis that never answers from the start', () => {
  it('keeps nobody from signing in, processing a video and reading it', async () => {
    const redis = await test.inspect.redisPid();
    process.kill(redis, 'SIGSTOP');
    try {
      learner = await test.learner();
      videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
      const { task, lessons } = await processVideo(learner, videoId);
      expect([task.state, lessons.length]).toEqual(['completed', 2]);
      expect(await readAround(learner)).toEqual(allWell);
      expect(await readiness()).toEqual({
        status: 'degraded',
        dependencies: { database: 'up', storage: 'up', cache: 'down' },
      });
    } finally {
      process.kill(redis, 'SIGCONT');
    }
    await expect.poll(readiness).toMatchObject({ status: 'ready' });
    await expect.poll(cacheHits).toBeGreaterThan(0);
  }, 90_000);
});

describe('Redis that is killed while many read', () => {
  it('fails no request and holds none up, and is there again soon', async () => {
    const killed = await test.inspect.redisPid();
    let over = false;
    const reader = async () => {
      const rounds = [];
      while (!over) rounds.push(await readAround(learner));
      return rounds;
    };
    const readers = Promise.all(Array.from({ length: 4 }, reader));
    await sleep(300);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => lines).toContain('redis-server: redis-server is running again');
    await sleep(300);
    over = true;
    const rounds = (await readers).flat();
    expect(rounds.length).toBeGreaterThan(4);
    expect(rounds).toEqual(rounds.map(() => allWell));
    expect(await test.inspect.redisPid()).not.toBe(killed);
    // It has come back empty, so its figures are of now.
    await expect.poll(cacheHits).toBeGreaterThan(0);
  }, 60_000);

  it('forgets nothing that was invalidated: who writes then reads it afterwards', async () => {
    await learner.getVideo(videoId);
    process.kill(await test.inspect.redisPid(), 'SIGKILL');
    expect((await learner.send('PATCH', `/videos/${videoId}`, { title: 'Written without Redis' })).status).toBe(200);
    for (let i = 0; i < 10; i++) {
      expect((await learner.getVideo(videoId)).title).toBe('Written without Redis');
      await sleep(100);
    }
  });
});

describe('Redis that is frozen while a learner writes', () => {
  it('has been told when it goes on: the learner reads what they wrote', async () => {
    const title = async () => (await learner.getVideo(videoId)).title;
    await title();
    const redis = await test.inspect.redisPid();
    process.kill(redis, 'SIGSTOP');
    try {
      expect((await learner.send('PATCH', `/videos/${videoId}`, { title: 'Written to ice' })).status).toBe(200);
      expect(await title()).toBe('Written to ice');
    } finally {
      process.kill(redis, 'SIGCONT');
    }
    await expect.poll(readiness).toMatchObject({ status: 'ready' });
    await expect.poll(title).toBe('Written to ice');
    await expect.poll(cacheHits).toBeGreaterThan(0);
    expect(await title()).toBe('Written to ice');
  }, 60_000);
});

describe('Redis that does not stay up', () => {
  it('is given up after some tries, and all goes on without it', async () => {
    const isGivenUp = () => lines.some((line) => line.includes('redis-server does not stay up'));
    while (!isGivenUp()) {
      await test.inspect.redisPid().then(
        (pid) => process.kill(pid, 'SIGKILL'),
        () => undefined,
      );
      await sleep(50);
    }
    const newcomer = await test.learner();
    expect((await newcomer.send('GET', '/auth/me')).status).toBe(200);
    expect(await readAround(learner)).toEqual(allWell);
    expect(await readiness()).toMatchObject({ status: 'degraded' });
    const health = async () => bodyOf(await fetch(`${test.cloud.url}/health/cache`));
    await expect.poll(health).toEqual({ status: 'down', hit_rate: null, server: null });
  }, 60_000);
});
