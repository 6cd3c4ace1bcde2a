import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import type { TaskStatus } from '../../../contracts/task.ts';
import { notFound } from '../../../core/problem-error.ts';
import { messageOf, percentOf } from '../../../core/tasks/progress.ts';
import type { Task } from '../../../core/tasks/task.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('tasks');
const tasks = new DynamoTaskStore(env.VIDEOS_TABLE);

export const handler = apiFunction(
  routes,
  'tasks',
  {
    getTaskStatus: async ({ identity, params }) => {
      const task = await tasks.get(identity.accountId, params.task_id);
      if (!task) throw notFound('task');
      return statusView(task);
    },
  },
  {
    log: createLogger('tasks'),
    verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), new SystemClock()),
  },
);

const statusView = (task: Task): TaskStatus => ({
  task_id: task.id,
  video_id: task.videoId,
  state: task.state,
  percent: percentOf(task),
  step: task.step,
  parts_done: task.partsDone.length,
  parts_total: task.partsTotal,
  chunks_done: task.chunksDone.length,
  chunks_total: task.chunksTotal,
  message: messageOf(task),
  error: task.error ?? null,
  created_at: new Date(task.createdAt).toISOString(),
  updated_at: new Date(task.updatedAt).toISOString(),
  ended_at: task.endedAt === undefined ? null : new Date(task.endedAt).toISOString(),
});
