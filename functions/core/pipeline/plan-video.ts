import type { PipelineInput, PlannedVideo } from '../../contracts/pipeline.ts';
import { PermanentFailure } from '../failure.ts';
import { checkMedia } from '../media/check-media.ts';
import type { MediaInfo } from '../media/media.ts';
import { planParts } from '../media/plan-parts.ts';
import { objectKeys } from '../object-keys.ts';
import type { Clock } from '../ports/clock.ts';
import { type MediaInspector, UnsupportedMedia } from '../ports/media.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type TaskStore, VideoGone, type VideoStore } from '../ports/video-store.ts';
import { TRANSCRIBE_LANGUAGE_CODES } from '../transcript/transcript.ts';
import { tooLarge } from '../videos/videos.ts';
import { openSource } from './open-source.ts';

export type PlanVideoDeps = {
  videos: VideoStore;
  tasks: TaskStore;
  objects: ObjectStore;
  inspector: MediaInspector;
  clock: Clock;
  /** Bytes. */
  maxUploadBytes: number;
};

/**
 * Looks at the uploaded file and plans how its sound is transcribed.
 * @throws PermanentFailure for a file that cannot become a lesson, VideoGone
 */
export async function planVideo(deps: PlanVideoDeps, input: PipelineInput): Promise<PlannedVideo> {
  const taskRef = { ownerId: input.ownerId, taskId: input.taskId, videoId: input.videoId };
  await deps.tasks.advance(taskRef, { step: 'planning' }, deps.clock.now());
  const video = await deps.videos.get(input);
  if (!video) throw new VideoGone(`Video ${input.videoId} is gone`);

  const key = objectKeys.source(input);
  const source = await openSource(deps.objects, key);
  if (source.size > deps.maxUploadBytes) {
    await deps.objects.delete(key);
    throw new PermanentFailure('FILE_TOO_LARGE', tooLarge(source.size, deps.maxUploadBytes).detail);
  }
  const [media, subtitles] = await Promise.all([
    inspect(deps.inspector, source),
    deps.objects.head(objectKeys.subtitles(input)),
  ]);
  const hasSubtitles = subtitles !== undefined;
  const track = checkMedia(media, { hasSubtitles, language: video.sourceLanguage });
  const parts = hasSubtitles || !track ? [] : planParts(media.duration, track.bytesPerSecond, video.chunkMinutes);

  const now = deps.clock.now();
  await deps.videos.update(input, { duration: media.duration, size: source.size, hasSubtitles }, now);
  await deps.tasks.advance(taskRef, { step: 'transcribing', partsTotal: parts.length }, now);
  return {
    ownerId: input.ownerId,
    videoId: input.videoId,
    taskId: input.taskId,
    etag: input.etag,
    attempt: input.attempt,
    sourceLanguage: video.sourceLanguage,
    targetLanguage: video.targetLanguage,
    transcribeLanguage: TRANSCRIBE_LANGUAGE_CODES[video.sourceLanguage],
    hasSubtitles,
    parts,
  };
}

async function inspect(inspector: MediaInspector, source: Awaited<ReturnType<typeof openSource>>): Promise<MediaInfo> {
  try {
    return await inspector.inspect(source);
  } catch (error) {
    if (!(error instanceof UnsupportedMedia)) throw error;
    throw new PermanentFailure('UNSUPPORTED_MEDIA', `The file is ${error.found}.`, { cause: error });
  }
}
