import type { PipelineInput, PlannedVideo } from '../../contracts/pipeline.ts';
import { chooseAudioTrack } from '../media/audio-tracks.ts';
import { checkMedia, checkSize, toMediaFailure } from '../media/check-media.ts';
import type { ByteSource, MediaInfo } from '../media/media.ts';
import { planParts } from '../media/plan-parts.ts';
import { objectKeys } from '../object-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { MediaInspector } from '../ports/media.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type TaskStore, VideoGone, type VideoStore } from '../ports/video-store.ts';
import { taskRefOf } from '../tasks/task.ts';
import { TRANSCRIBE_LANGUAGE_CODES } from '../transcript/transcript.ts';
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
  const taskRef = taskRefOf(input);
  await deps.tasks.advance(taskRef, { step: 'planning' }, deps.clock.now());
  const video = await deps.videos.get(input);
  if (!video) throw new VideoGone(`Video ${input.videoId} is gone`);

  const source = await openSource(deps.objects, objectKeys.source(input), input.etag);
  const limits = { size: source.size, maxBytes: deps.maxUploadBytes };
  await removeTooLarge(deps.objects, objectKeys.source(input), limits);
  const [media, subtitles] = await Promise.all([
    inspectMedia(deps.inspector, source),
    deps.objects.head(objectKeys.subtitles(input)),
  ]);
  const hasSubtitles = subtitles !== undefined;
  checkMedia(media, { ...limits, hasSubtitles });
  const track = hasSubtitles ? undefined : chooseAudioTrack(media, video.sourceLanguage);
  const parts = track ? planParts(media.duration, track.bytesPerSecond, video.chunkMinutes) : [];

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

/** A file larger than allowed is not kept. @throws PermanentFailure FILE_TOO_LARGE */
async function removeTooLarge(objects: ObjectStore, key: string, limits: { size: number; maxBytes: number }) {
  try {
    checkSize(limits);
  } catch (error) {
    await objects.delete(key);
    throw error;
  }
}

async function inspectMedia(inspector: MediaInspector, source: ByteSource): Promise<MediaInfo> {
  try {
    return await inspector.inspect(source);
  } catch (error) {
    throw toMediaFailure(error) ?? error;
  }
}
