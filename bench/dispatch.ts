/**
 * How fast processing is accepted, and how fast the pipeline itself is: the local cloud with engines that answer at once
 * (a recorded transcript, the glossary), so that what is measured is the system around them.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiClient, fileSize } from '../local/client/api-client.ts';
import { follow, sendRecordedTranscript } from '../local/client/run-job.ts';
import { startLocalCloud } from '../local/cloud.ts';
import { silentLog } from '../local/log.ts';
import { sparseWav } from '../tests/support/wav.ts';
import { type Bench, measure } from './lib/report.ts';
import { quantile } from './lib/statistics.ts';

const VIDEOS = 10;
const CHUNKS = 9;
const SENTENCES_PER_MINUTE = 12;

export const summary = 'ten processing requests in a row, then ten videos of nine chunks each with instant engines';

export const run: Bench['run'] = async (say) => {
  const dir = await mkdtemp(path.join(tmpdir(), 'langplug-dispatch-'));
  const cloud = await startLocalCloud({
    dataDir: path.join(dir, 'data'),
    port: 0,
    ephemeral: true,
    maxWaitMs: 100,
    // A folder without engines: those of this machine would be measured otherwise.
    engines: { enginesDir: path.join(dir, 'engines') },
    log: silentLog,
  });
  try {
    const client = new ApiClient(cloud.url);
    await client.registerThrowAway();
    const media = await sparseWav(path.join(dir, 'film.wav'), CHUNKS * 60, 8000);

    say('Processing ten videos once, so that everything is warm …');
    const warm = await uploadAll(client, cloud.url, dir, media, 'warm');
    await processAll(client, warm);

    say('Asking for processing ten times in a row …');
    const times: number[] = [];
    const accepted: string[] = [];
    for (const videoId of warm) {
      const begin = performance.now();
      accepted.push((await client.process(videoId)).status_url);
      times.push(performance.now() - begin);
    }
    for (const url of accepted) await follow(client, url);

    say('Processing ten new videos of nine chunks each …');
    const fresh = await uploadAll(client, cloud.url, dir, media, 'fresh');
    const begin = performance.now();
    const chunks = await processAll(client, fresh);
    const seconds = (performance.now() - begin) / 1000;

    const total = times.reduce((a, b) => a + b, 0);
    const p95 = quantile(times, 0.95);
    return [
      measure('ten requests in a row', 'ms', total, { atMost: 1000 }),
      measure('one request, p95', 'ms', p95, { atMost: 50 }),
      measure(`${VIDEOS} videos of ${CHUNKS} chunks, all finished`, 's', seconds),
      measure('chunks', 'per second', chunks / seconds),
    ];
  } finally {
    await cloud.stop();
    await rm(dir, { recursive: true, force: true });
  }
};

/** Every video says something of its own, so that no translation is remembered from another. */
async function uploadAll(client: ApiClient, url: string, dir: string, media: string, name: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < VIDEOS; n++) {
    const transcript = path.join(dir, `${name}-${n}.transcript.json`);
    await writeFile(transcript, JSON.stringify({ language: 'de', words: speech(`${name}${n}`) }));
    const { video, upload } = await client.createVideo({
      title: `${name} ${n}`,
      source_language: 'de',
      target_language: 'en',
      size: await fileSize(media),
      chunk_minutes: 1,
    });
    await sendRecordedTranscript(url, video.id, transcript);
    await client.upload(video.id, upload, media);
    ids.push(video.id);
  }
  return ids;
}

/** @returns how many chunks were made. @throws Error when a video failed */
async function processAll(client: ApiClient, ids: string[]): Promise<number> {
  const tasks = await Promise.all(
    ids.map(async (id) => (await follow(client, (await client.process(id)).status_url)).task),
  );
  const failed = tasks.find((task) => task.state === 'failed');
  if (failed) throw new Error(`A video failed: ${failed.error?.title} ${failed.error?.detail}`);
  return tasks.reduce((sum, task) => sum + task.chunks_done, 0);
}

function speech(name: string) {
  const length = 60 / SENTENCES_PER_MINUTE;
  return Array.from({ length: CHUNKS * SENTENCES_PER_MINUTE }, (_, sentence) =>
    ['Das', 'Haus', `${name}x${sentence}`, 'ist', 'sehr', 'groß', 'und', 'schön.'].map((text, i) => ({
      text,
      start: sentence * length + i * 0.4,
      end: sentence * length + i * 0.4 + 0.35,
    })),
  ).flat();
}
