/** The main job, over the public API: from a media file to its lessons. */
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceLanguage, TargetLanguage } from '../../functions/contracts/languages.ts';
import type { ChunkSummary, Lesson } from '../../functions/contracts/lesson.ts';
import { INLINE_SUBTITLES_MAX_BYTES } from '../../functions/contracts/limits.ts';
import type { ProcessingStatus, TaskStatus } from '../../functions/contracts/task.ts';
import type { VideoView } from '../../functions/contracts/video.ts';
import { type ApiClient, fileSize, postForm } from './api-client.ts';

export type Job = {
  media: string;
  subtitles?: string;
  from: SourceLanguage;
  to: TargetLanguage;
  chunkMinutes: number;
  title?: string;
};

export type JobProgress =
  | { phase: 'upload'; sent: number; total: number }
  | { phase: 'processing'; status: ProcessingStatus };

export type JobResult = {
  video: VideoView;
  task: ProcessingStatus;
  chunks: ChunkSummary[];
  lessons: Lesson[];
  /** Seconds; for processing also each step, as it was seen to take. */
  timings: { upload: number; processing: number; steps: Record<string, number> };
};

/** How often the status is asked for, ms. On a laptop nothing is gained by waiting the 2 s of a browser. */
const POLL_MS = 200;

/** Where a recorded transcript of a media file is looked for. */
export const recordedTranscriptOf = (media: string) =>
  path.join(path.dirname(media), `${path.basename(media, path.extname(media))}.transcript.json`);

/**
 * Uploads a media file, waits until it is processed and reads its lessons.
 * @param url of the API: a local cloud is handed the recorded transcript beside the media file, if there is one
 */
export async function runJob(
  client: ApiClient,
  url: string,
  job: Job,
  onProgress: (progress: JobProgress) => void = () => {},
): Promise<JobResult> {
  const uploadStarted = performance.now();
  const total = await fileSize(job.media);
  const { video, upload } = await client.createVideo({
    title: job.title ?? (path.basename(job.media, path.extname(job.media)).slice(0, 200) || 'Video'),
    source_language: job.from,
    target_language: job.to,
    size: total,
    chunk_minutes: job.chunkMinutes,
  });
  if (job.subtitles) await sendSubtitles(client, video.id, job.subtitles);
  await sendRecordedTranscript(url, video.id, recordedTranscriptOf(job.media));
  onProgress({ phase: 'upload', sent: 0, total });
  await client.upload(video.id, upload, job.media, (sent) => onProgress({ phase: 'upload', sent, total }));

  const processingStarted = performance.now();
  const { status_url } = await client.process(video.id);
  const { task, steps } = await follow(client, status_url, (status) => onProgress({ phase: 'processing', status }));
  const ended = performance.now();

  const chunks = await client.chunks(video.id);
  const lessons = await Promise.all(chunks.map((chunk) => client.lesson(video.id, chunk.index)));
  return {
    video: await client.getVideo(video.id),
    task,
    chunks,
    lessons,
    timings: {
      upload: (processingStarted - uploadStarted) / 1000,
      processing: (ended - processingStarted) / 1000,
      steps,
    },
  };
}

/** Polls the processing of a video until it has ended. @returns its end, and how many seconds each step was seen to take */
export async function follow(
  client: ApiClient,
  statusUrl: string,
  onStatus: (status: ProcessingStatus) => void = () => {},
) {
  const steps: Record<string, number> = {};
  let before: { step: string; time: number } | undefined;
  const task = await untilEnded(client, statusUrl, (status) => {
    const { step } = onlyProcessing(status);
    const time = performance.now();
    if (before) steps[before.step] = (steps[before.step] ?? 0) + (time - before.time) / 1000;
    before = { step, time };
    onStatus(onlyProcessing(status));
  });
  return { task: onlyProcessing(task), steps };
}

/** Polls a task of any kind until it has ended. */
export async function untilEnded(
  client: ApiClient,
  statusUrl: string,
  onStatus: (status: TaskStatus) => void = () => {},
): Promise<TaskStatus> {
  for (;;) {
    const task = await client.taskStatus(statusUrl);
    onStatus(task);
    if (task.state === 'completed' || task.state === 'failed') return task;
    await sleep(POLL_MS);
  }
}

function onlyProcessing(status: TaskStatus): ProcessingStatus {
  if (status.kind === 'processing') return status;
  throw new Error(`Task ${status.task_id} processes no video: it is a ${status.kind}`);
}

/** Inline when they are UTF-8 and small enough, otherwise by a presigned upload: then the pipeline finds the encoding. */
async function sendSubtitles(client: ApiClient, videoId: string, file: string): Promise<void> {
  const bytes = await readFile(file);
  const text = bytes.length <= INLINE_SUBTITLES_MAX_BYTES ? utf8(bytes) : undefined;
  if (text !== undefined) {
    await client.addSubtitles(videoId, { content: text });
    return;
  }
  const { upload } = await client.addSubtitles(videoId, { size: bytes.length });
  if (upload?.type === 'post') await postForm(upload, new Blob([bytes]));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Hands a recorded transcript to the local cloud, which plays it back in place of a speech engine. A deployed LangPlug
 * has no such path (404) and transcribes.
 */
export async function sendRecordedTranscript(url: string, videoId: string, file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const response = await fetch(`${url}/_local/videos/${videoId}/transcript`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await readFile(file),
  });
  if (!response.ok && response.status !== 404)
    throw new Error(`The recorded transcript ${file} was not accepted: ${await response.text()}`);
}
