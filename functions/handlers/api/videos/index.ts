import { DynamoChunkStore } from '../../../adapters/dynamodb/chunk-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../../adapters/dynamodb/video-store.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../../adapters/node/ids.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
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
} from '../../../core/videos/videos.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';
import { chunkView, pageView, videoView } from './view.ts';

const env = readEnv('videos');
const clock = new SystemClock();
const deps = {
  videos: new DynamoVideoStore(env.VIDEOS_TABLE),
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  chunks: new DynamoChunkStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  uploads: new S3Uploads(env.MEDIA_BUCKET),
  pipeline: new SfnPipeline(env.STATE_MACHINE_ARN),
  queue: new SqsIngestQueue(env.INGEST_QUEUE_URL),
  clock,
  ids: new UuidV7Generator(),
  maxUploadBytes: env.MAX_UPLOAD_BYTES,
};

export const handler = apiFunction(
  routes,
  'videos',
  {
    createVideo: async ({ identity, body }) => {
      const { video, upload } = await createVideo(deps, identity.accountId, body);
      return { video: videoView(video), upload };
    },
    listVideos: async ({ identity, query }) => pageView(await deps.videos.list(identity.accountId, query), videoView),
    getVideo: async (call) => videoView(await getVideo(deps, refOf(call))),
    deleteVideo: async (call) => {
      await deleteVideo(deps, refOf(call));
      return undefined;
    },
    completeUpload: async (call) => {
      const parts = call.body.parts.map(({ part_number, etag }) => ({ partNumber: part_number, etag }));
      return videoView(await completeUpload(deps, refOf(call), { uploadId: call.body.upload_id, parts }));
    },
    abortUpload: async (call) => {
      await abortUpload(deps, refOf(call));
      return undefined;
    },
    processVideo: async (call) => {
      const task = await requestProcessing(deps, refOf(call));
      return { task_id: task.id, status_url: `/tasks/${task.id}/status` };
    },
    addSubtitles: async (call) => {
      const { cueCount, upload } = await addSubtitles(deps, refOf(call), call.body);
      return { cue_count: cueCount, upload };
    },
    listChunks: async (call) => {
      const ref = refOf(call);
      await getVideo(deps, ref);
      return pageView(await deps.chunks.list(ref, call.query), chunkView);
    },
    getChunk: async (call) => getLesson(deps, refOf(call), call.params.chunk_index),
    getSubtitlesVtt: async (call) => subtitles(refOf(call), call.query.track, 'vtt'),
    getSubtitlesSrt: async (call) => subtitles(refOf(call), call.query.track, 'srt'),
  },
  { log: createLogger('videos'), verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), clock) },
);

async function subtitles(ref: VideoRef, track: SubtitleTrack, format: 'vtt' | 'srt'): Promise<string> {
  await getVideo(deps, ref);
  return renderSubtitles(await allLessons(deps, ref), track, format);
}

const refOf = (call: { identity: Identity; params: { video_id: string } }): VideoRef => ({
  ownerId: call.identity.accountId,
  videoId: call.params.video_id,
});
