import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../local/client/api-client.ts';
import { follow } from '../../local/client/run-job.ts';
import { EXAMPLE, EXAMPLE_SUBTITLES, startTestCloud, type TestCloud } from './support/cloud.ts';
import { lessonsOf, uploadVideo } from './support/videos.ts';

const credentials = { email: 'restart@example.org', password: 'Correct-Horse-9' };

let dataDir: string;
let test: TestCloud | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-restart-'));
});
afterEach(async () => {
  await test?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<ApiClient> {
  test = await startTestCloud({ dataDir });
  return new ApiClient(test.cloud.url);
}

describe('stopping and starting again over the same data', () => {
  it('keeps accounts, videos and lessons, and goes on with what was being processed', async () => {
    const before = await start();
    await before.send('POST', '/auth/register', credentials);
    await before.logIn(credentials);
    const url = test?.cloud.url ?? '';
    const videoId = await uploadVideo(before, url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const { status_url } = await before.process(videoId);
    await expect.poll(async () => (await before.taskStatus(status_url)).state, { interval: 20 }).toBe('processing');
    await test?.stop();

    const after = await start();
    await after.logIn(credentials);
    const { task } = await follow(after, status_url);
    expect(task).toMatchObject({ state: 'completed', chunks_done: 2 });
    expect(await lessonsOf(after, videoId)).toHaveLength(2);
  }, 60_000);
});
