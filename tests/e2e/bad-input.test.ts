import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, fileSize, UploadRefused } from '../../local/client/api-client.ts';
import { follow } from '../../local/client/run-job.ts';
import { sparseWav } from '../support/wav.ts';
import { bodyOf, EXAMPLE, EXAMPLE_SUBTITLES, fixture, startTestCloud, type TestCloud } from './support/cloud.ts';
import { processVideo, uploadVideo } from './support/videos.ts';

const MB = 1024 * 1024;

let test: TestCloud;
let learner: ApiClient;
let dir: string;
beforeAll(async () => {
  // A limit just above the size from which uploads go in parts, so that both ways can be tried with small files.
  test = await startTestCloud({ context: { maxUploadMegabytes: 101 } });
  learner = await test.learner();
  dir = await mkdtemp(path.join(tmpdir(), 'langplug-bad-'));
});
afterAll(async () => {
  await test?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const target = path.join(dir, name);
  await writeFile(target, content);
  return target;
}

/** A file that is mostly a hole, so that large ones cost nothing. */
async function sparseFile(name: string, size: number): Promise<string> {
  const target = path.join(dir, name);
  const handle = await open(target, 'w');
  await handle.truncate(size);
  await handle.close();
  return target;
}

async function failureOf(media: string, options: Parameters<typeof uploadVideo>[3] = {}) {
  const videoId = await uploadVideo(learner, test.cloud.url, media, options);
  const { task } = await processVideo(learner, videoId);
  const video = await learner.getVideo(videoId);
  expect(task.state).toBe('failed');
  expect(video.state).toBe('failed');
  expect(video.error).toEqual(task.error);
  expect(task.error?.advice).not.toBe('');
  return { videoId, error: task.error };
}

describe('a file that is no media', () => {
  it.each([
    ['an empty file', async () => file('empty.mp4', ''), /empty/],
    ['text renamed .mp4', async () => file('text.mp4', 'Dies ist kein Video.\n'.repeat(50)), /text/],
    [
      'a truncated video',
      async () => file('cut.mp4', (await readFile(EXAMPLE)).subarray(0, 100_000)),
      /too early|truncated/,
    ],
    ['a picture', async () => file('p.mp4', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), /PNG/],
  ])('%s fails as UNSUPPORTED_MEDIA and says what was found', async (_what, make, found) => {
    const { videoId, error } = await failureOf(await make());
    expect(error?.code).toBe('UNSUPPORTED_MEDIA');
    expect(error?.detail).toMatch(found);
    expect(error?.advice).toMatch(/MP4.*MKV/);
    // The original is kept until the learner deletes it.
    expect(await test.inspect.objectKeys(videoId)).toContain(`source`);
  });
});

describe('media that cannot become a lesson', () => {
  it('without sound and without subtitles: NO_AUDIO', async () => {
    expect((await failureOf(fixture('silent.mp4'))).error?.code).toBe('NO_AUDIO');
  });

  it('without sound but with subtitles: completed', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, fixture('silent.mp4'), {
      subtitles: await file('short.srt', '1\n00:00:00,500 --> 00:00:01,500\nGuten Tag.\n'),
    });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(task.state).toBe('completed');
    expect(lessons.flatMap((lesson) => lesson.segments).map((segment) => segment.text)).toEqual(['Guten Tag.']);
  });

  it('too short: DURATION_OUT_OF_RANGE with the limits', async () => {
    const { error } = await failureOf(fixture('too-short.mp4'));
    expect(error?.code).toBe('DURATION_OUT_OF_RANGE');
    expect(error?.detail).toMatch(/0\.5/);
  });

  it('too long: DURATION_OUT_OF_RANGE with the limits', async () => {
    const { error } = await failureOf(await sparseWav(path.join(dir, 'long.wav'), 5 * 3600, 1000));
    expect(error?.code).toBe('DURATION_OUT_OF_RANGE');
    expect(error?.detail).toMatch(/4 h/);
  });

  it('with a codec that cannot be transcribed: UNSUPPORTED_AUDIO_CODEC naming it', async () => {
    const { error } = await failureOf(fixture('ac3.mkv'));
    expect(error?.code).toBe('UNSUPPORTED_AUDIO_CODEC');
    expect(error?.detail).toMatch(/AC-3/);
  });

  it('with no speech engine on this machine: NO_SPEECH_ENGINE saying how to get one', async () => {
    const { error } = await failureOf(fixture('aac.mp4'));
    expect(error?.code).toBe('NO_SPEECH_ENGINE');
    expect(error?.advice).toContain('npm run engines:install');
  });

  it('into a language that nothing here translates into: NO_TRANSLATION_ENGINE', async () => {
    const { error } = await failureOf(EXAMPLE, { subtitles: EXAMPLE_SUBTITLES, to: 'ja' });
    expect(error?.code).toBe('NO_TRANSLATION_ENGINE');
  });
});

describe('broken subtitles', () => {
  const broken = '1\n00:00:01,000 --> 00:00:02,000\nGut.\n\n2\n00:00:xx,000 --> 00:00:04,000\nSchlecht.\n';

  it('sent inline get 400 with the line number, and nothing is kept', async () => {
    const { video } = await learner.createVideo({ title: 'x', source_language: 'de', target_language: 'en', size: 1 });
    const response = await learner.send('POST', `/videos/${video.id}/subtitles`, { content: broken });
    expect(response.status).toBe(400);
    const problem = await bodyOf(response);
    expect(problem).toMatchObject({ code: 'BAD_SUBTITLES', status: 400, errors: [{ field: 'body.content' }] });
    expect(problem.detail).toMatch(/line 6/i);
    expect((await learner.getVideo(video.id)).has_subtitles).toBe(false);
    expect(await test.inspect.objectKeys(video.id)).toEqual([]);
  });

  it('uploaded by presigned request fail the task as BAD_SUBTITLES, and corrected ones make it work', async () => {
    const { video, upload } = await learner.createVideo({
      title: 'x',
      source_language: 'de',
      target_language: 'en',
      size: await fileSize(EXAMPLE),
    });
    const { upload: subtitleUpload } = await learner.addSubtitles(video.id, { size: broken.length });
    if (!subtitleUpload) throw new Error('no upload was offered');
    await learner.upload(video.id, subtitleUpload, await file('broken.srt', broken));
    await learner.upload(video.id, upload, EXAMPLE);
    const failed = await processVideo(learner, video.id);
    expect(failed.task.error).toMatchObject({ code: 'BAD_SUBTITLES' });
    expect(failed.task.error?.detail).toMatch(/line 6/i);

    await learner.addSubtitles(video.id, { content: await readFile(EXAMPLE_SUBTITLES, 'utf8') });
    expect((await processVideo(learner, video.id)).task.state).toBe('completed');
  });
});

describe('a file larger than allowed', () => {
  it('is refused when it is announced', async () => {
    const body = { title: 'x', source_language: 'de', target_language: 'en', size: 102 * MB };
    const response = await learner.send('POST', '/videos', body);
    expect(response.status).toBe(413);
    expect(await bodyOf(response)).toMatchObject({ code: 'TOO_LARGE', errors: [{ field: 'body.size' }] });
  });

  it('is refused by S3 when it was announced smaller', async () => {
    const { video, upload } = await learner.createVideo({
      title: 'x',
      source_language: 'de',
      target_language: 'en',
      size: 10,
    });
    const refused = await learner
      .upload(video.id, upload, await sparseFile('large', 101 * MB))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UploadRefused);
    expect(refused).toMatchObject({ status: 400, body: expect.stringContaining('EntityTooLarge') });
    expect(await test.inspect.objectKeys(video.id)).toEqual([]);
  });

  it('is found and removed when its parts are put together', async () => {
    const announced = 100 * MB + 1;
    const { video, upload } = await learner.createVideo({
      title: 'x',
      source_language: 'de',
      target_language: 'en',
      size: announced,
    });
    if (upload.type !== 'multipart') throw new Error('expected an upload in parts');
    const tooLarge = await sparseFile('larger', upload.parts.length * 17 * MB);
    const refused = await learner
      .upload(video.id, { ...upload, part_size: 17 * MB }, tooLarge)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: { code: 'TOO_LARGE', status: 413 } });
    expect(await learner.getVideo(video.id)).toMatchObject({ state: 'failed', error: { code: 'FILE_TOO_LARGE' } });
    expect(await test.inspect.objectKeys(video.id)).toEqual([]);
  }, 60_000);
});

describe('a file larger than allowed that got past all that', () => {
  it('is found by the pipeline and removed', async () => {
    const { video } = await learner.createVideo({ title: 'x', source_language: 'de', target_language: 'en', size: 10 });
    await test.inspect.putSource(video.id, 101 * MB + 1);
    await expect.poll(async () => (await learner.getVideo(video.id)).state, { timeout: 20_000 }).toBe('failed');
    expect((await learner.getVideo(video.id)).error).toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await test.inspect.objectKeys(video.id)).toEqual([]);
  }, 60_000);
});

describe('following a task', () => {
  it('of a video that has failed gives the reason until it is processed again', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, await file('again.mp4', 'no video'));
    const { status_url } = await learner.process(videoId);
    const { task } = await follow(learner, status_url);
    expect(task).toMatchObject({ state: 'failed', message: task.error?.title, ended_at: expect.any(String) });
  });
});
