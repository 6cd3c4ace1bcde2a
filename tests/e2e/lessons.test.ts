import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lesson } from '../../functions/contracts/lesson.ts';
import type { ApiClient } from '../../local/client/api-client.ts';
import { sparseWav } from '../support/wav.ts';
import {
  bodyOf,
  EXAMPLE,
  EXAMPLE_SUBTITLES,
  EXAMPLE_TRANSCRIPT,
  startTestCloud,
  type TestCloud,
} from './support/cloud.ts';
import { lessonsOf, processVideo, uploadVideo } from './support/videos.ts';

let test: TestCloud;
let learner: ApiClient;
beforeAll(async () => {
  test = await startTestCloud();
  learner = await test.learner();
});
afterAll(() => test?.stop());

const sentencesOfExample = async () =>
  (await readFile('examples/ein-tag-in-hamburg.txt', 'utf8'))
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
const textsOf = (lessons: Lesson[]) => lessons.flatMap((lesson) => lesson.segments.map((segment) => segment.text));

function expectWholeLesson(lessons: Lesson[]) {
  expect(lessons).toHaveLength(2);
  expect(lessons[0]?.start).toBe(0);
  expect(lessons[1]?.start).toBe(lessons[0]?.end);
  for (const { segments, vocabulary, word_count, start, end } of lessons) {
    expect(segments.length).toBeGreaterThan(5);
    expect(word_count).toBeGreaterThan(50);
    for (const segment of segments) {
      expect(segment.translation).not.toBe('');
      expect(segment.start).toBeGreaterThanOrEqual(start);
      expect(segment.end).toBeLessThanOrEqual(end);
    }
    expect(vocabulary.length).toBeGreaterThan(20);
    const texts = segments.map((segment) => segment.text);
    for (const word of vocabulary) expect(texts).toContain(word.example.text);
  }
}

describe('a video with subtitles', () => {
  let videoId: string;
  beforeAll(async () => {
    videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
  });

  it('becomes a lesson of its subtitles, and nothing is transcribed', async () => {
    const before = test.cloud.services.engineCalls().transcriptionJobs;
    const { task, percents, lessons } = await processVideo(learner, videoId);
    expect(task).toMatchObject({ state: 'completed', percent: 100, chunks_done: 2, chunks_total: 2, error: null });
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expectWholeLesson(lessons);
    expect(textsOf(lessons)).toEqual(await sentencesOfExample());
    expect(lessons[0]?.transcript_origin).toBe('subtitles');
    expect(test.cloud.services.engineCalls().transcriptionJobs).toBe(before);
  });

  it('is ready, with its duration, in the list of its owner', async () => {
    const response = await learner.send('GET', '/videos');
    const { items } = await bodyOf(response);
    expect(items[0]).toMatchObject({
      id: videoId,
      state: 'ready',
      has_subtitles: true,
      chunks_done: 2,
      chunks_total: 2,
    });
    expect(items[0].duration).toBeCloseTo(119.15, 1);
  });

  it('gives its subtitles back as WebVTT and SRT, in both languages', async () => {
    const vtt = await learner.send('GET', `/videos/${videoId}/subtitles.vtt?track=both`);
    expect(vtt.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    const text = await vtt.text();
    expect(text).toMatch(/^WEBVTT/);
    expect(text).toContain('word by word');
    const srt = await learner.send('GET', `/videos/${videoId}/subtitles.srt?track=original`);
    const original = await readFile(EXAMPLE_SUBTITLES, 'utf8');
    expect((await srt.text()).trim()).toBe(original.trim());
    const [lesson] = await lessonsOf(learner, videoId);
    const translated = await (await learner.send('GET', `/videos/${videoId}/subtitles.srt?track=translation`)).text();
    expect(translated).toContain(lesson?.segments[0]?.translation);
  });

  it('answers 304 to a client that has the answer already', async () => {
    const first = await learner.send('GET', `/videos/${videoId}/chunks/0`);
    const etag = first.headers.get('etag') ?? '';
    const second = await learner.send('GET', `/videos/${videoId}/chunks/0`, undefined, { 'if-none-match': etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('is processed again at no cost: nothing is translated twice', async () => {
    const before = test.cloud.services.engineCalls();
    const { task } = await processVideo(learner, videoId);
    expect(task.state).toBe('completed');
    expect(test.cloud.services.engineCalls()).toEqual(before);
  });
});

describe('a video without subtitles', () => {
  it('is transcribed into the very same sentences', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { transcript: EXAMPLE_TRANSCRIPT });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(task).toMatchObject({ state: 'completed', parts_done: 1, parts_total: 1 });
    expectWholeLesson(lessons);
    expect(textsOf(lessons)).toEqual(await sentencesOfExample());
    expect(lessons[0]?.transcript_origin).toBe('speech');
  });
});

describe('a video over 100 MB', () => {
  it('is uploaded in parts and becomes a lesson', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'langplug-large-'));
    const media = await sparseWav(path.join(dir, 'large.wav'), 3 * 3600, 12_000);
    const { upload } = await learner.createVideo({
      title: 'Large',
      source_language: 'de',
      target_language: 'en',
      size: 3 * 3600 * 12_000 + 44,
    });
    expect(upload).toMatchObject({ type: 'multipart', parts: { length: 8 } });
    const videoId = await uploadVideo(learner, test.cloud.url, media, {
      subtitles: EXAMPLE_SUBTITLES,
      chunkMinutes: 20,
    });
    await rm(dir, { recursive: true });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(task).toMatchObject({ state: 'completed', chunks_done: 9 });
    expect(lessons.at(-1)?.end).toBe(3 * 3600);
    expect(textsOf(lessons)).toEqual(await sentencesOfExample());
  }, 60_000);

  it('can be given up', async () => {
    const { video } = await learner.createVideo({
      title: 'Given up',
      source_language: 'de',
      target_language: 'en',
      size: 101 * 1024 * 1024,
    });
    expect((await learner.send('DELETE', `/videos/${video.id}/upload`)).status).toBe(204);
    expect((await learner.send('DELETE', `/videos/${video.id}/upload`)).status).toBe(409);
    expect((await learner.send('DELETE', `/videos/${video.id}`)).status).toBe(204);
  });
});

describe('corrected subtitles', () => {
  it('replace the lesson whole: nothing of the old one stays beside it', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    expect((await processVideo(learner, videoId)).lessons).toHaveLength(2);
    await learner.addSubtitles(videoId, {
      content: '1\n00:01:50,000 --> 00:01:55,000\nMorgen beginnt ein neuer Tag.\n',
    });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(task.state).toBe('completed');
    expect(textsOf(lessons)).toEqual(['Morgen beginnt ein neuer Tag.']);
    expect((await learner.getVideo(videoId)).chunks_done).toBe(lessons.length);
  });
});

describe('an upload alone', () => {
  it('starts processing by the S3 event, without being asked', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    await expect.poll(async () => (await learner.getVideo(videoId)).state, { timeout: 20_000 }).toBe('ready');
  });
});

describe('four videos at once', () => {
  it('are all processed', async () => {
    const jobs = Array.from({ length: 4 }, async () => {
      const client = await test.learner();
      const videoId = await uploadVideo(client, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
      return (await processVideo(client, videoId)).task.state;
    });
    expect(await Promise.all(jobs)).toEqual(['completed', 'completed', 'completed', 'completed']);
  }, 60_000);
});

describe('deleting a video', () => {
  it('removes it with its files, chunks and task', async () => {
    const videoId = await uploadVideo(learner, test.cloud.url, EXAMPLE, { subtitles: EXAMPLE_SUBTITLES });
    const { task } = await processVideo(learner, videoId);
    expect((await learner.send('DELETE', `/videos/${videoId}`)).status).toBe(204);
    for (const path of [
      `/videos/${videoId}`,
      `/videos/${videoId}/chunks`,
      `/videos/${videoId}/chunks/0`,
      `/tasks/${task.task_id}/status`,
    ]) {
      expect((await learner.send('GET', path)).status, path).toBe(404);
    }
    expect((await learner.send('DELETE', `/videos/${videoId}`)).status).toBe(404);
    expect(await test.inspect.objectKeys(videoId)).toEqual([]);
  });
});

describe('lists', () => {
  it('come in pages that hold every video once, newest first', async () => {
    const client = await test.learner();
    const created: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { video } = await client.createVideo({
        title: `Video ${i}`,
        source_language: 'de',
        target_language: 'en',
        size: 1,
      });
      created.unshift(video.id);
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const response = await client.send('GET', `/videos?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const page = await bodyOf(response);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item: { id: string }) => item.id));
      cursor = page.next_cursor ?? '';
    } while (cursor);
    expect(seen).toEqual(created);
  });
});
