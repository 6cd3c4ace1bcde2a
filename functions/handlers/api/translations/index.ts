import { CachedTranslator } from '../../../adapters/cached/cached-translator.ts';
import { DynamoBatchTaskStore } from '../../../adapters/dynamodb/batch-task-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoTranslationMemory } from '../../../adapters/dynamodb/translation-memory.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../../adapters/node/ids.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { S3ObjectStore } from '../../../adapters/s3/object-store.ts';
import { SqsTranslationQueue } from '../../../adapters/sqs/translation-queue.ts';
import { promptTranslateClient } from '../../../adapters/translate/client.ts';
import { AmazonTranslator } from '../../../adapters/translate/translator.ts';
import { batchResult, startBatch } from '../../../core/batches/start-batch.ts';
import { answerOf, pairOf } from '../../../core/translation/answer.ts';
import { RememberingTranslator } from '../../../core/translation/remembering-translator.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { openCache } from '../../../runtime/cache.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('translations');
const log = createLogger('translations');
const clock = new SystemClock();
const cache = openCache(env, log);
const memory = new DynamoTranslationMemory(env.TRANSLATIONS_TABLE);
const translator = new CachedTranslator(
  new RememberingTranslator({ memory, translator: new AmazonTranslator(promptTranslateClient()), clock }),
  cache.cache,
);
const deps = {
  batches: new DynamoBatchTaskStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  queue: new SqsTranslationQueue(env.TRANSLATION_QUEUE_URL),
  clock,
  ids: new UuidV7Generator(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

export const handler = apiFunction(
  routes,
  'translations',
  {
    translate: async ({ body }) => answerOf(body.texts, await translator.translate(body.texts, pairOf(body))),
    startBatchTranslation: async ({ identity, body }) => {
      const { id } = await startBatch(deps, identity.accountId, body);
      return { task_id: id, status_url: `/tasks/${id}/status` };
    },
    getBatchTranslation: ({ identity, params }) =>
      batchResult(deps, { ownerId: identity.accountId, taskId: params.task_id }),
  },
  { log, verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), clock), cache },
);
