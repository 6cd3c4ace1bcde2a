import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../adapters/dynamodb/video-store.ts';
import { MediabunnyInspector } from '../../adapters/mediabunny/inspector.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { S3ObjectStore } from '../../adapters/s3/object-store.ts';
import type { PipelineInput } from '../../contracts/pipeline.ts';
import { planVideo } from '../../core/pipeline/plan-video.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('plan-chunks');
const deps = {
  videos: new DynamoVideoStore(env.VIDEOS_TABLE),
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  inspector: new MediabunnyInspector(),
  clock: new SystemClock(),
  maxUploadBytes: env.MAX_UPLOAD_BYTES,
};

export const handler = pipelineStep('plan-chunks', (input: PipelineInput) => planVideo(deps, input));
