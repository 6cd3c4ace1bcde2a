/** Ways to send a video in the tests, over the public API. */
import { readFile } from 'node:fs/promises';
import { type ApiClient, fileSize } from '../../../local/client/api-client.ts';
import { follow, sendRecordedTranscript } from '../../../local/client/run-job.ts';

export type VideoOptions = {
  subtitles?: string;
  /** File of a recorded transcript to hand over. */
  transcript?: string;
  chunkMinutes?: number;
  to?: 'en' | 'ja';
};

/** Announces a video and uploads its file. @returns its id */
export async function uploadVideo(
  client: ApiClient,
  url: string,
  file: string,
  options: VideoOptions = {},
): Promise<string> {
  const { video, upload } = await client.createVideo({
    title: 'A test video',
    source_language: 'de',
    target_language: options.to ?? 'en',
    size: await fileSize(file),
    chunk_minutes: options.chunkMinutes ?? 1,
  });
  if (options.subtitles) await client.addSubtitles(video.id, { content: await readFile(options.subtitles, 'utf8') });
  if (options.transcript) await sendRecordedTranscript(url, video.id, options.transcript);
  await client.upload(video.id, upload, file);
  return video.id;
}

/** Asks for processing and waits for its end. */
export async function processVideo(client: ApiClient, videoId: string) {
  const { status_url } = await client.process(videoId);
  const seen: number[] = [];
  const { task } = await follow(client, status_url, (status) => seen.push(status.percent));
  return { task, percents: seen, lessons: await lessonsOf(client, videoId) };
}

export async function lessonsOf(client: ApiClient, videoId: string) {
  const chunks = await client.chunks(videoId);
  return Promise.all(chunks.map((chunk) => client.lesson(videoId, chunk.index)));
}
