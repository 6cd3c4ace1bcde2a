import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { SqsDeadLetterQueues } from '../../../adapters/sqs/dead-letter-queues.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('admin');
const ingest = new SqsDeadLetterQueues({ url: env.INGEST_DLQ_URL, arn: env.INGEST_DLQ_ARN });

export const handler = apiFunction(
  routes,
  'admin',
  { redriveQueue: async ({ params }) => ({ queue: params.queue, messages: await ingest.redrive() }) },
  {
    log: createLogger('admin'),
    verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), new SystemClock()),
  },
);
