import { DynamoBatchTaskStore } from '../../adapters/dynamodb/batch-task-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { SfnPipeline } from '../../adapters/stepfunctions/pipeline.ts';
import { reapStuckBatches } from '../../core/batches/reap-batches.ts';
import { reapStuckTasks } from '../../core/pipeline/end-task.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('reap-stuck-tasks');
const log = createLogger('reap-stuck-tasks');
const deps = {
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  batches: new DynamoBatchTaskStore(env.VIDEOS_TABLE),
  pipeline: new SfnPipeline(env.STATE_MACHINE_ARN),
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

/** Runs every 5 minutes. @returns how many tasks it ended. @throws Error when one could not be dealt with, for the alarm */
export const handler = async (): Promise<{ ended: number }> => {
  let failures = 0;
  const onError = (task: { id: string }, error: unknown) => {
    failures += 1;
    log.error('stuck task could not be ended', { task_id: task.id, error });
  };
  // Side by side: of one kind that cannot be listed, the other is no worse off.
  const reaped = await Promise.allSettled([
    reapStuckTasks({ ...deps, onError }),
    reapStuckBatches({ ...deps, onError }),
  ]);
  const ended = reaped.flatMap((result): readonly { id: string }[] =>
    result.status === 'fulfilled' ? result.value : [],
  );
  for (const task of ended) log.warn('stuck task ended', { task_id: task.id });
  const failed = reaped.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  if (failures > 0) throw new Error(`${failures} silent tasks could not be dealt with`);
  return { ended: ended.length };
};
