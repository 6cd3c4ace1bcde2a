import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionName } from '../../functions/runtime/env.ts';
import { ApiClient, fileSize } from '../../local/client/api-client.ts';
import type { InvokeFault } from '../../local/functions/function-host.ts';
import {
  bodyOf,
  EXAMPLE,
  EXAMPLE_SUBTITLES,
  EXAMPLE_TRANSCRIPT,
  startTestCloud,
  type TestCloud,
} from './support/cloud.ts';
import { processVideo, uploadVideo } from './support/videos.ts';

/** What happens to invocations, set by each test; every invocation is counted. */
let fault: ((name: FunctionName, payload: unknown) => InvokeFault | undefined) | undefined;
let invocations: { name: FunctionName; payload: unknown }[] = [];
const countOf = (name: FunctionName) => invocations.filter((invocation) => invocation.name === name).length;

let test: TestCloud;
let learner: ApiClient;
beforeAll(async () => {
  test = await startTestCloud({
    onInvoke: (name, payload) => {
      invocations.push({ name, payload });
      return fault?.(name, payload);
    },
  });
  learner = await test.learner();
});
afterAll(() => test?.stop());
afterEach(() => {
  fault = undefined;
});

async function newLearner() {
  const client = new ApiClient(test.cloud.url);
  return { client, accountId: await client.registerThrowAway() };
}

const chunkIndexOf = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && 'chunk' in payload ? JSON.stringify(payload.chunk) : '';
const isSecondChunk = (payload: unknown) => chunkIndexOf(payload).includes('"index":1');

describe('the same S3 event ten times', () => {
  it('starts one execution', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const before = countOf('plan-chunks');
    await test.inspect.repeatObjectEvent(videoId, 10);
    await expect.poll(async () => (await learner.getVideo(videoId)).state, { timeout: 20_000 }).toBe('ready');
    await expect.poll(() => test.inspect.waitingMessages(), { timeout: 10_000 }).toBe(0);
    expect(countOf('plan-chunks') - before).toBeLessThanOrEqual(1);
    expect((await test.inspect.executions(videoId)).length).toBe(1);
  });
});

describe('a step that fails twice and then works', () => {
  it('is retried, and nobody notices', async () => {
    let failures = 0;
    fault = (name) => {
      if (name !== 'extract-vocabulary' || failures >= 2) return undefined;
      failures += 1;
      return { fail: new Error('The network went away') };
    };
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(failures).toBe(2);
    expect(task).toMatchObject({ state: 'completed', chunks_done: 2 });
    expect(lessons).toHaveLength(2);
  });
});

describe('a function that is killed in the middle of a chunk, again and again', () => {
  it('fails the video, keeps what is finished, and the retry redoes only what is missing', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { transcript: EXAMPLE_TRANSCRIPT });
    fault = (name, payload) => (name === 'save-chunk' && isSecondChunk(payload) ? { killAfterMs: 1 } : undefined);
    const failed = await processVideo(learner, videoId);
    expect(failed.task).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } });
    expect(failed.lessons.map((lesson) => lesson.index)).toEqual([0]);

    fault = undefined;
    const calls = test.cloud.services.engineCalls();
    invocations = [];
    const retried = await processVideo(learner, videoId);
    expect(retried.task).toMatchObject({ state: 'completed', chunks_done: 2, chunks_total: 2 });
    expect(retried.lessons.map((lesson) => lesson.index)).toEqual([0, 1]);
    expect(retried.lessons[0]).toEqual(failed.lessons[0]);
    // Nothing is paid for twice, and only the missing chunk is made.
    expect(test.cloud.services.engineCalls()).toEqual(calls);
    expect(invocations.filter(({ name }) => name === 'save-chunk').every(({ payload }) => isSecondChunk(payload))).toBe(
      true,
    );
    expect(countOf('save-chunk')).toBe(1);
  }, 60_000);
});

describe('a chunk that is saved, but whose function dies before it can say so', () => {
  it('is counted once', async () => {
    let killed = false;
    fault = (name) => {
      if (name !== 'save-chunk' || killed) return undefined;
      killed = true;
      return { killAfterSuccess: true };
    };
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(killed).toBe(true);
    expect(task).toMatchObject({ state: 'completed', chunks_done: 2 });
    expect(lessons).toHaveLength(2);
  });
});

describe('a video that is deleted while it is processed', () => {
  it('leaves nothing behind, not even what was still being written', async () => {
    const { accountId, client } = await newLearner();
    const deletions: Promise<Response>[] = [];
    let videoId = '';
    fault = (name) => {
      if (name === 'translate-chunk' && deletions.length === 0) {
        deletions.push(client.send('DELETE', `/videos/${videoId}`));
      }
      return undefined;
    };
    const { video, upload } = await client.createVideo({
      title: 'Deleted',
      source_language: 'de',
      target_language: 'en',
      size: await fileSize(EXAMPLE),
    });
    videoId = video.id;
    await client.addSubtitles(videoId, { content: await readFile(EXAMPLE_SUBTITLES, 'utf8') });
    const waiting = await test.inspect.delayedMessages();
    await client.upload(videoId, upload, EXAMPLE);
    await expect.poll(() => deletions.length).toBe(1);
    expect((await deletions[0])?.status).toBe(204);
    const running = async () =>
      (await test.inspect.executions(videoId)).filter((execution) => execution.status === 'RUNNING');
    await expect.poll(running).toEqual([]);

    // The sweep is due in 15 minutes; here it comes at once.
    expect(await test.inspect.delayedMessages()).toBe(waiting + 1);
    await test.inspect.sendToIngest(JSON.stringify({ type: 'sweep', ownerId: accountId, videoId }));
    await expect.poll(() => test.inspect.objectKeys(videoId)).toEqual([]);
    expect(await test.inspect.items(videoId)).toEqual([]);
    expect((await client.send('GET', `/videos/${videoId}`)).status).toBe(404);
  }, 60_000);

  it('is not swept while it is there', async () => {
    const { accountId, client } = await newLearner();
    const videoId = await uploadVideo(client, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    await processVideo(client, videoId);
    const before = await test.inspect.objectKeys(videoId);
    await test.inspect.sendToIngest(JSON.stringify({ type: 'sweep', ownerId: accountId, videoId }));
    await expect.poll(() => test.inspect.waitingMessages()).toBe(0);
    expect(await test.inspect.objectKeys(videoId)).toEqual(before);
  });
});

describe('a task that nothing works on any more', () => {
  it('is found and failed by the reaper, and can be processed again', async () => {
    // Even what would say that the video has failed does not work.
    fault = (name) =>
      name === 'plan-chunks' || name === 'fail-video' ? { fail: new Error('The cloud is down') } : undefined;
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const { status_url } = await learner.process(videoId);
    const states = async () => (await test.inspect.executions(videoId)).map((execution) => execution.status);
    await expect.poll(states, { timeout: 20_000 }).toEqual(['FAILED']);
    expect(await learner.taskStatus(status_url)).toMatchObject({ state: 'pending' });
    // As far as anyone can tell it is being processed.
    const subtitles = await learner.send('POST', `/videos/${videoId}/subtitles`, { size: 10 });
    expect(subtitles.status).toBe(409);
    expect(await bodyOf(subtitles)).toMatchObject({ code: 'BEING_PROCESSED' });
    await test.inspect.backdateTasks(videoId, 40 * 60);
    expect(await test.cloud.runSchedule('reap-stuck-tasks')).toEqual({ ended: 1 });
    expect(await learner.taskStatus(status_url)).toMatchObject({ state: 'failed', error: { code: 'STUCK' } });
    fault = undefined;
    expect((await processVideo(learner, videoId)).task.state).toBe('completed');
  });

  it('is left alone while it is young', async () => {
    expect(await test.cloud.runSchedule('reap-stuck-tasks')).toEqual({ ended: 0 });
  });
});

describe('a message that cannot be read', () => {
  it('ends in the dead-letter queue, and an admin can send it back', async () => {
    await test.inspect.sendToIngest('this is no JSON');
    await expect.poll(() => test.inspect.deadMessages(), { timeout: 30_000 }).toBe(1);

    expect((await learner.send('POST', '/admin/queues/ingest/redrive')).status).toBe(403);
    const admin = new ApiClient(test.cloud.url);
    const credentials = { email: 'admin@example.org', password: 'Correct-Horse-9' };
    await admin.send('POST', '/auth/register', credentials);
    await test.inspect.makeAdmin(credentials.email);
    await admin.logIn(credentials);
    const response = await admin.send('POST', '/admin/queues/ingest/redrive');
    expect(response.status).toBe(202);
    expect(await bodyOf(response)).toEqual({ queue: 'ingest', messages: 1 });
    await expect.poll(() => test.inspect.deadMessages(), { timeout: 10_000 }).toBe(0);
  }, 60_000);
});
