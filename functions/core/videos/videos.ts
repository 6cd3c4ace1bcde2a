import { FAILURES } from '../../contracts/failures.ts';
import {
  MULTIPART_EXPIRY_SECONDS,
  MULTIPART_PART_BYTES,
  MULTIPART_THRESHOLD_BYTES,
  PRESIGNED_EXPIRY_SECONDS,
  UPLOADED_SUBTITLES_MAX_BYTES,
} from '../../contracts/limits.ts';
import type { NewVideo, Upload, VideoChanges } from '../../contracts/video.ts';
import { tooLargeDetail } from '../media/check-media.ts';
import { objectKeys } from '../object-keys.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { IngestQueue, Pipeline } from '../ports/processing.ts';
import { UploadRejected, type Uploads } from '../ports/uploads.ts';
import type { Page, PageRequest, TaskStore, VideoStore } from '../ports/video-store.ts';
import { notFound, ProblemError } from '../problem-error.ts';
import { parseSubtitles } from '../subtitles/index.ts';
import { activeTask } from '../tasks/active-task.ts';
import { executionName } from '../tasks/execution.ts';
import { seriesOf } from './series.ts';
import type { Video, VideoRef } from './video.ts';

export type VideosDeps = {
  videos: VideoStore;
  tasks: TaskStore;
  objects: ObjectStore;
  uploads: Uploads;
  pipeline: Pipeline;
  queue: IngestQueue;
  clock: Clock;
  ids: IdGenerator;
  /** SHA-256 of a text, hex. */
  digest: (text: string) => string;
  /** Bytes. */
  maxUploadBytes: number;
};

/** Records a video and hands out the presigned request for its file. @throws ProblemError TOO_LARGE */
export async function createVideo(deps: VideosDeps, ownerId: string, wanted: NewVideo) {
  if (wanted.size > deps.maxUploadBytes) {
    throw new ProblemError('TOO_LARGE', tooLargeDetail(wanted.size, deps.maxUploadBytes), [
      { field: 'body.size', reason: `must be at most ${deps.maxUploadBytes} bytes` },
    ]);
  }
  const id = deps.ids.next();
  const key = objectKeys.source({ ownerId, videoId: id });
  const upload =
    wanted.size > MULTIPART_THRESHOLD_BYTES
      ? await deps.uploads.startMultipart(key, wanted.size, MULTIPART_PART_BYTES, MULTIPART_EXPIRY_SECONDS)
      : await deps.uploads.presignPost(
          key,
          Math.min(deps.maxUploadBytes, MULTIPART_THRESHOLD_BYTES),
          PRESIGNED_EXPIRY_SECONDS,
        );
  const now = deps.clock.now();
  const video: Video = {
    id,
    ownerId,
    title: wanted.title,
    state: 'uploading',
    sourceLanguage: wanted.source_language,
    targetLanguage: wanted.target_language,
    chunkMinutes: wanted.chunk_minutes,
    size: wanted.size,
    ...(upload.type === 'multipart' && { uploadId: upload.upload_id }),
    attempt: 0,
    hasSubtitles: false,
    ...(wanted.series !== undefined && { series: seriesOf(wanted.series, deps.digest) }),
    ...(wanted.episode !== undefined && { episode: wanted.episode }),
    chunksDone: [],
    createdAt: now,
    updatedAt: now,
  };
  await deps.videos.create(video);
  return { video, upload };
}

/** @throws ProblemError NOT_FOUND, also for another owner's video */
export async function getVideo(deps: Pick<VideosDeps, 'videos'>, ref: VideoRef): Promise<Video> {
  const video = await deps.videos.get(ref);
  if (!video) throw notFound('video');
  return video;
}

/** Changes how a video is described. @throws VideoGone, or ProblemError INVALID_REQUEST for an episode without a series */
export function updateVideo(
  deps: Pick<VideosDeps, 'videos' | 'digest' | 'clock'>,
  ref: VideoRef,
  { series, ...changes }: VideoChanges,
): Promise<Video> {
  const named = typeof series === 'string' ? seriesOf(series, deps.digest) : series;
  return deps.videos.describe(ref, { ...changes, series: named }, deps.clock.now());
}

/** The videos of a series. @throws ProblemError NOT_FOUND, InvalidCursor */
export async function listEpisodes(
  deps: Pick<VideosDeps, 'videos'>,
  ownerId: string,
  seriesId: string,
  page: PageRequest,
): Promise<Page<Video>> {
  if (!(await deps.videos.getSeries(ownerId, seriesId))) throw notFound('series');
  return deps.videos.listEpisodes(ownerId, seriesId, page);
}

/**
 * Puts the parts together. A presigned part cannot be limited, so their sizes are added up now: too large a file is
 * given up before there is an object, and the video failed.
 * @throws ProblemError NOT_FOUND, ALREADY_UPLOADED, INVALID_REQUEST, TOO_LARGE
 */
export async function completeUpload(
  deps: VideosDeps,
  ref: VideoRef,
  request: { uploadId: string; parts: { partNumber: number; etag: string }[] },
): Promise<Video> {
  const { uploadId } = await uploadingVideo(deps, ref);
  const key = objectKeys.source(ref);
  if (request.uploadId !== uploadId) {
    throw new ProblemError('INVALID_REQUEST', 'This is not the upload of this video.', [
      { field: 'body.upload_id', reason: 'must be the upload_id that POST /videos answered' },
    ]);
  }
  try {
    const size = await deps.uploads.uploadedBytes(key, uploadId);
    if (size > deps.maxUploadBytes) await giveUpTooLarge(deps, ref, uploadId, size);
    await deps.uploads.completeMultipart(key, uploadId, request.parts);
  } catch (error) {
    if (!(error instanceof UploadRejected)) throw error;
    // The answer to an earlier request was lost: the file is in its place.
    if (await deps.objects.head(key)) return finishUpload(deps, ref);
    throw new ProblemError('INVALID_REQUEST', `The parts do not fit what was uploaded: ${error.message}`, [
      { field: 'body.parts', reason: 'must name every uploaded part with the ETag that its upload answered' },
    ]);
  }
  return finishUpload(deps, ref);
}

async function finishUpload(deps: VideosDeps, ref: VideoRef): Promise<Video> {
  await deps.videos.clearUpload(ref, deps.clock.now());
  return getVideo(deps, ref);
}

async function giveUpTooLarge(deps: VideosDeps, ref: VideoRef, uploadId: string, size: number): Promise<never> {
  const now = deps.clock.now();
  await deps.uploads.abortMultipart(objectKeys.source(ref), uploadId);
  await deps.videos.clearUpload(ref, now);
  const detail = tooLargeDetail(size, deps.maxUploadBytes);
  await deps.videos.fail(ref, { code: 'FILE_TOO_LARGE', ...FAILURES.FILE_TOO_LARGE, detail }, now);
  throw new ProblemError('TOO_LARGE', detail);
}

/** Removes what was uploaded so far. @throws ProblemError NOT_FOUND, ALREADY_UPLOADED */
export async function abortUpload(deps: VideosDeps, ref: VideoRef): Promise<void> {
  const video = await uploadingVideo(deps, ref);
  await deps.uploads.abortMultipart(objectKeys.source(ref), video.uploadId);
  await deps.videos.clearUpload(ref, deps.clock.now());
}

/**
 * Deletes a video with its file, chunks and task, and stops its processing. The record goes last, so that a
 * deletion that was cut short can be repeated.
 * @throws ProblemError NOT_FOUND
 */
export async function deleteVideo(deps: VideosDeps, ref: VideoRef): Promise<void> {
  const video = await getVideo(deps, ref);
  // Stopping an execution ends neither a function that runs nor a transcription: what they still write is swept later.
  // Said first, so that nothing is forgotten when this is cut short; a sweep of a video that is there does nothing.
  await deps.queue.send({ type: 'sweep', ownerId: ref.ownerId, videoId: ref.videoId }, SWEEP_DELAY_SECONDS);
  const task = await activeTask(deps.tasks, video);
  if (task) await deps.pipeline.stop(executionName(task), 'The video was deleted');
  if (video.uploadId) await deps.uploads.abortMultipart(objectKeys.source(ref), video.uploadId);
  await deleteObjects(deps, ref);
  await deps.videos.delete(ref);
}

/** The longest that SQS holds a message back; longer than any step runs, and than most transcriptions, seconds. */
const SWEEP_DELAY_SECONDS = 900;

/** Removes what was written after a video was deleted. Does nothing while the video is there. */
export async function sweepDeleted(
  deps: Pick<VideosDeps, 'videos' | 'objects'>,
  ref: VideoRef,
): Promise<'swept' | 'kept'> {
  if (await deps.videos.get(ref)) return 'kept';
  await deleteObjects(deps, ref);
  return 'swept';
}

async function deleteObjects(deps: Pick<VideosDeps, 'objects'>, ref: VideoRef): Promise<void> {
  for (const prefix of objectKeys.prefixes(ref)) await deps.objects.deletePrefix(prefix);
}

export type NewSubtitles = { content: string } | { size: number };

/**
 * Takes subtitles inline, or hands out a presigned upload for them; those are read when the video is processed.
 * @throws ProblemError NOT_FOUND, BEING_PROCESSED, and BAD_SUBTITLES with the line, when sent inline
 */
export async function addSubtitles(
  deps: VideosDeps,
  ref: VideoRef,
  subtitles: NewSubtitles,
): Promise<{ cueCount: number | null; upload: Upload | null }> {
  const video = await getVideo(deps, ref);
  if (await activeTask(deps.tasks, video)) {
    throw new ProblemError('BEING_PROCESSED', 'Subtitles cannot be changed while the video is being processed.');
  }
  const key = objectKeys.subtitles(ref);
  if ('size' in subtitles) {
    const upload = await deps.uploads.presignPost(key, UPLOADED_SUBTITLES_MAX_BYTES, PRESIGNED_EXPIRY_SECONDS);
    return { cueCount: null, upload };
  }
  const cueCount = parseSubtitles(subtitles.content).length;
  await deps.objects.write(key, subtitles.content, 'text/plain; charset=utf-8');
  await deps.videos.update(ref, { hasSubtitles: true }, deps.clock.now());
  return { cueCount, upload: null };
}

async function uploadingVideo(deps: VideosDeps, ref: VideoRef): Promise<Video & { uploadId: string }> {
  const video = await getVideo(deps, ref);
  const { uploadId } = video;
  if (!uploadId) throw new ProblemError('ALREADY_UPLOADED', 'No upload in parts is under way for this video.');
  return { ...video, uploadId };
}
