import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import type { FinishVideoInput } from '../../contracts/pipeline.ts';
import { finishVideo } from '../../core/pipeline/end-task.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('finish-video');
const deps = {
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

export const handler = pipelineStep('finish-video', async (input: FinishVideoInput) => {
  await finishVideo(deps, input);
  return { videoId: input.videoId };
});
