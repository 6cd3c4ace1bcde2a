import { CachedChunkStore } from '../../../adapters/cached/cached-chunk-store.ts';
import { CachedLessonStore } from '../../../adapters/cached/cached-lesson-store.ts';
import { cachedStats } from '../../../adapters/cached/cached-stats.ts';
import { CachedVideoStore } from '../../../adapters/cached/cached-video-store.ts';
import { InvalidatingTaskStore } from '../../../adapters/cached/invalidating-task-store.ts';
import { InvalidatingVideoStore } from '../../../adapters/cached/invalidating-video-store.ts';
import { DynamoChunkStore } from '../../../adapters/dynamodb/chunk-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../../adapters/dynamodb/video-store.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../../adapters/node/ids.ts';
import { sha256 } from '../../../adapters/node/sha256.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { S3LessonStore } from '../../../adapters/s3/lesson-store.ts';
import { S3ObjectStore } from '../../../adapters/s3/object-store.ts';
import { S3Uploads } from '../../../adapters/s3/uploads.ts';
import { SqsIngestQueue } from '../../../adapters/sqs/ingest-queue.ts';
import { SfnPipeline } from '../../../adapters/stepfunctions/pipeline.ts';
import type { SubtitleTrack } from '../../../contracts/api.ts';
import { allLessons, getLesson } from '../../../core/lessons/lessons.ts';
import { renderSubtitles } from '../../../core/lessons/render-subtitles.ts';
import type { Identity } from '../../../core/ports/accounts.ts';
import { requestProcessing } from '../../../core/videos/processing.ts';
import type { VideoRef } from '../../../core/videos/video.ts';
import {
  abortUpload,
  addSubtitles,
  completeUpload,
  createVideo,
  deleteVideo,
  getVideo,
  listEpisodes,
  updateVideo,
} from '../../../core/videos/videos.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { openCache } from '../../../runtime/cache.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';
import { chunkView, pageView, seriesView, videoView } from './view.ts';

const env = readEnv('videos');
const log = createLogger('videos');
const clock = new SystemClock();
const cache = openCache(env, log);
const videos = new DynamoVideoStore(env.VIDEOS_TABLE);
const chunks = new DynamoChunkStore(env.VIDEOS_TABLE);
const objects = new S3ObjectStore(env.MEDIA_BUCKET);

/** For what only shows. */
const reads = {
  videos: new CachedVideoStore(videos, cache.cache),
  chunks: new CachedChunkStore(chunks, cache.cache),
  lessons: new CachedLessonStore(new S3LessonStore(objects), cache.cache),
  stats: cachedStats(videos, cache.cache),
};
/** For what writes: it decides by the source, and makes invalid what it changes. */
const writes = {
  videos: new InvalidatingVideoStore(videos, cache.cache),
  tasks: new InvalidatingTaskStore(new DynamoTaskStore(env.VIDEOS_TABLE), cache.cache),
  objects,
  uploads: new S3Uploads(env.MEDIA_BUCKET),
  pipeline: new SfnPipeline(env.STATE_MACHINE_ARN),
  queue: new SqsIngestQueue(env.INGEST_QUEUE_URL),
  clock,
  ids: new UuidV7Generator(),
  digest: sha256,
  maxUploadBytes: env.MAX_UPLOAD_BYTES,
};

export const handler = apiFunction(
  routes,
  'videos',
  {
    createVideo: async ({ identity, body }) => {
      const { video, upload } = await createVideo(writes, identity.accountId, body);
      return { video: videoView(video), upload };
    },
    listVideos: async ({ identity, query }) => pageView(await reads.videos.list(identity.accountId, query), videoView),
    getVideo: async (call) => videoView(await getVideo(reads, refOf(call))),
    updateVideo: async (call) => videoView(await updateVideo(writes, refOf(call), call.body)),
    deleteVideo: async (call) => {
      await deleteVideo(writes, refOf(call));
      return undefined;
    },
    completeUpload: async (call) => {
      const parts = call.body.parts.map(({ part_number, etag }) => ({ partNumber: part_number, etag }));
      return videoView(await completeUpload(writes, refOf(call), { uploadId: call.body.upload_id, parts }));
    },
    abortUpload: async (call) => {
      await abortUpload(writes, refOf(call));
      return undefined;
    },
    processVideo: async (call) => {
      const task = await requestProcessing(writes, refOf(call));
      return { task_id: task.id, status_url: `/tasks/${task.id}/status` };
    },
    addSubtitles: async (call) => {
      const { cueCount, upload } = await addSubtitles(writes, refOf(call), call.body);
      return { cue_count: cueCount, upload };
    },
    listChunks: async (call) => {
      const ref = refOf(call);
      const { chunks } = await lessonReads(ref);
      return pageView(await chunks.list(ref, call.query), chunkView);
    },
    getChunk: async (call) => {
      const ref = refOf(call);
      return getLesson(await lessonReads(ref), ref, call.params.chunk_index);
    },
    getSubtitlesVtt: async (call) => subtitles(refOf(call), call.query.track, 'vtt'),
    getSubtitlesSrt: async (call) => subtitles(refOf(call), call.query.track, 'srt'),
    listSeries: async ({ identity, query }) =>
      pageView(await reads.videos.listSeries(identity.accountId, query), seriesView),
    listEpisodes: async ({ identity, params, query }) =>
      pageView(await listEpisodes(reads, identity.accountId, params.series_id, query), videoView),
    getStats: async ({ identity }) => reads.stats(identity.accountId),
  },
  { log, cache, verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), clock) },
);

async function subtitles(ref: VideoRef, track: SubtitleTrack, format: 'vtt' | 'srt'): Promise<string> {
  return renderSubtitles(await allLessons(await lessonReads(ref), ref), track, format);
}

/**
 * For the lessons of a video: through the cache, once it has been processed. Before, chunks come one by one, and the cache
 * hears of each a moment later.
 * @throws ProblemError NOT_FOUND
 */
async function lessonReads(ref: VideoRef) {
  const { state } = await getVideo(reads, ref);
  const isSettled = state === 'ready' || state === 'failed';
  return { lessons: reads.lessons, chunks: isSettled ? reads.chunks : chunks };
}

const refOf = (call: { identity: Identity; params: { video_id: string } }): VideoRef => ({
  ownerId: call.identity.accountId,
  videoId: call.params.video_id,
});
