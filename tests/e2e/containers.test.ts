import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../local/client/api-client.ts';
import { fixture, startTestCloud, type TestCloud } from './support/cloud.ts';
import { processVideo, uploadVideo } from './support/videos.ts';

let test: TestCloud;
let learner: ApiClient;
let dir: string;
let transcript: string;
beforeAll(async () => {
  test = await startTestCloud();
  learner = await test.learner();
  dir = await mkdtemp(path.join(tmpdir(), 'langplug-containers-'));
  transcript = path.join(dir, 'speech.transcript.json');
  const words = [
    { text: 'Die', start: 0.5, end: 0.8 },
    { text: 'Sonne', start: 0.8, end: 1.4 },
    { text: 'scheint.', start: 1.4, end: 2.1 },
  ];
  await writeFile(transcript, JSON.stringify({ language: 'de', words }));
});
afterAll(async () => {
  await test?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('every container that is accepted', () => {
  it.each([
    'aac.mp4',
    'aac.m4v',
    'aac.mov',
    'opus.webm',
    'vorbis.webm',
    'aac.mkv',
    'speech.mp3',
    'speech.wav',
    'opus.ogg',
    'speech.m4a',
    'speech.flac',
  ])('%s becomes a lesson by its sound', async (name) => {
    const videoId = await uploadVideo(learner, test.cloud.url, fixture(name), { transcript });
    const { task, lessons } = await processVideo(learner, videoId);
    expect(task.error).toBeNull();
    expect(task.parts_done).toBe(1);
    expect(lessons).toHaveLength(1);
    expect(lessons[0]?.segments).toEqual([
      {
        index: 0,
        start: expect.closeTo(0.5, 1),
        end: expect.closeTo(2.1, 1),
        text: 'Die Sonne scheint.',
        translation: expect.any(String),
      },
    ]);
  });
});
