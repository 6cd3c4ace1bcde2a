/** What several steps of the pipeline are made of. */
import { DynamoChunkStore } from '../../adapters/dynamodb/chunk-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../adapters/dynamodb/video-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { sha256 } from '../../adapters/node/sha256.ts';
import { S3ObjectStore } from '../../adapters/s3/object-store.ts';
import type { PlanLessonsDeps } from '../../core/pipeline/plan-lessons.ts';

type Stores = { VIDEOS_TABLE: string; MEDIA_BUCKET: string };

/** For the steps that turn subtitles or speech into a plan of chunks. */
export const lessonPlanner = (env: Stores): PlanLessonsDeps => ({
  ...chunkStepServices(env),
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  chunks: new DynamoChunkStore(env.VIDEOS_TABLE),
  digest: sha256,
});

/** For the steps that make the lesson of one chunk. */
export const chunkStepServices = (env: Stores) => ({
  videos: new DynamoVideoStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  clock: new SystemClock(),
});
