import type { BatchRef } from './batches/batch.ts';
import type { VideoRef } from './videos/video.ts';

/**
 * Keys of the media bucket. Every key holds the owner and the video or task, all made by the server: no client file
 * name ever reaches a path.
 *
 * - `uploads/` what learners upload; kept until the video is deleted
 * - `work/` what the steps leave for each other; removed by a lifecycle rule
 * - `lessons/` finished lessons
 * - `translations/` what batch translations are asked and answer; removed by a lifecycle rule, not before the record of their task
 */
export const objectKeys = {
  source: ({ ownerId, videoId }: VideoRef) => `uploads/${ownerId}/${videoId}/source`,
  subtitles: ({ ownerId, videoId }: VideoRef) => `uploads/${ownerId}/${videoId}/subtitles`,
  /** Cut audio of a part; the real start and end of the cut are in its name, in milliseconds. */
  audio: (ref: VideoRef, etag: string, cut: { index: number; offsetMs: number; endMs: number }, extension: string) =>
    `work/${ref.ownerId}/${ref.videoId}/${etag}/audio/${pad(cut.index)}-${cut.offsetMs}-${cut.endMs}.${extension}`,
  /** What was cut for a part, so that a retry finds it (`core/pipeline/cut-part.ts`). */
  audioInfo: (ref: VideoRef, etag: string, jobName: string) =>
    `work/${ref.ownerId}/${ref.videoId}/${etag}/audio/${jobName}.json`,
  /** Result of the transcription of a part. */
  partTranscript: (ref: VideoRef, etag: string, jobName: string) =>
    `work/${ref.ownerId}/${ref.videoId}/${etag}/transcripts/${jobName}.json`,
  /** Transcript, translation and vocabulary of a chunk on their way to the lesson. */
  chunkWork: (ref: VideoRef, hash: string, what: 'transcript' | 'translation' | 'vocabulary') =>
    `work/${ref.ownerId}/${ref.videoId}/chunks/${hash}.${what}.json`,
  lesson: ({ ownerId, videoId }: VideoRef, index: number, hash: string) =>
    `lessons/${ownerId}/${videoId}/${pad(index)}-${hash}.json`,
  /** The body of the request. */
  batchRequest: ({ ownerId, taskId }: BatchRef) => `translations/${ownerId}/${taskId}/request.json`,
  /** What the API answers when the batch is finished. */
  batchResult: ({ ownerId, taskId }: BatchRef) => `translations/${ownerId}/${taskId}/result.json`,
  /** Everything of a video, for its deletion. */
  prefixes: ({ ownerId, videoId }: VideoRef) =>
    ['uploads', 'work', 'lessons'].map((area) => `${area}/${ownerId}/${videoId}/`),
};

/** Owner and video of a source key, or undefined for any other key. */
export function parseSourceKey(key: string): VideoRef | undefined {
  const [area, ownerId, videoId, name, ...rest] = key.split('/');
  if (area !== 'uploads' || !ownerId || !videoId || name !== 'source' || rest.length > 0) return undefined;
  return { ownerId, videoId };
}

const pad = (n: number) => String(n).padStart(4, '0');
