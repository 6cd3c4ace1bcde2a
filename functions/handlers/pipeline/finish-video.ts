import { DynamoChunkStore } from '../../adapters/dynamodb/chunk-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import type { FinishVideoInput } from '../../contracts/pipeline.ts';
import { finishVideo } from '../../core/pipeline/end-task.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('finish-video');
const deps = {
  chunks: new DynamoChunkStore(env.VIDEOS_TABLE),
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

export const handler = pipelineStep('finish-video', async (input: FinishVideoInput) => {
  await finishVideo(deps, input);
  return { videoId: input.videoId };
});
