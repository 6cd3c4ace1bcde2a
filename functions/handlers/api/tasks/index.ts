import { DynamoBatchTaskStore } from '../../../adapters/dynamodb/batch-task-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../adapters/dynamodb/task-store.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { notFound } from '../../../core/problem-error.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';
import { processingView, translationView } from './view.ts';

const env = readEnv('tasks');
const tasks = new DynamoTaskStore(env.VIDEOS_TABLE);
const batches = new DynamoBatchTaskStore(env.VIDEOS_TABLE);

export const handler = apiFunction(
  routes,
  'tasks',
  {
    getTaskStatus: async ({ identity, params }) => {
      const { accountId: ownerId } = identity;
      const { task_id: taskId } = params;
      // Its id does not tell the kind of a task.
      const [task, batch] = await Promise.all([tasks.get(ownerId, taskId), batches.get({ ownerId, taskId })]);
      if (task) return processingView(task);
      if (batch) return translationView(batch);
      throw notFound('task');
    },
  },
  {
    log: createLogger('tasks'),
    verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), new SystemClock()),
  },
);
