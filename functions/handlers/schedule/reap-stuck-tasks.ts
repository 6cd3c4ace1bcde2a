import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { SfnPipeline } from '../../adapters/stepfunctions/pipeline.ts';
import { reapStuckTasks } from '../../core/pipeline/end-task.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('reap-stuck-tasks');
const log = createLogger('reap-stuck-tasks');
const deps = {
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  pipeline: new SfnPipeline(env.STATE_MACHINE_ARN),
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

/** Runs every 5 minutes. @returns how many tasks it ended */
export const handler = async (): Promise<{ ended: number }> => {
  const ended = await reapStuckTasks(deps);
  for (const task of ended) log.warn('stuck task ended', { task_id: task.id, video_id: task.videoId });
  return { ended: ended.length };
};
