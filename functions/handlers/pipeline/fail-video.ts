import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import type { FailVideoInput } from '../../contracts/pipeline.ts';
import { failVideo } from '../../core/pipeline/end-task.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('fail-video');
const deps = {
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

export const handler = pipelineStep('fail-video', async (input: FailVideoInput, log) => {
  const { code, detail } = await failVideo(deps, input);
  log.warn('video failed', { code, detail, error: input.error.Error });
  return { videoId: input.videoId, code };
});
