import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { ServerlessCache } from '../../../adapters/elasticache/serverless-cache.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { RedisInspector } from '../../../adapters/redis/inspector.ts';
import { RedisCache } from '../../../adapters/redis/redis-cache.ts';
import { SqsDeadLetterQueues } from '../../../adapters/sqs/dead-letter-queues.ts';
import type { QUEUES } from '../../../contracts/api.ts';
import { CACHE_FAMILY_NAMES, cacheScopes } from '../../../contracts/cache.ts';
import type { DeadLetterQueues } from '../../../core/ports/processing.ts';
import { ProblemError } from '../../../core/problem-error.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { cacheServerReader } from '../../../runtime/cache-server.ts';
import { connectRedis } from '../../../runtime/connect-redis.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('admin');
const log = createLogger('admin');
const clock = new SystemClock();

const deadLetterQueues: Record<(typeof QUEUES)[number], DeadLetterQueues> = {
  ingest: new SqsDeadLetterQueues({ url: env.INGEST_DLQ_URL, arn: env.INGEST_DLQ_ARN }),
  translation: new SqsDeadLetterQueues({ url: env.TRANSLATION_DLQ_URL, arn: env.TRANSLATION_DLQ_ARN }),
};

/** An operator rather waits than be told nothing, ms. */
const PATIENCE_MS = 1000;
// Also when the cache is switched off: what it still holds can be looked at, and cleared before it is switched on again.
const redis = connectRedis(env, {
  connectTimeoutMs: PATIENCE_MS,
  commandTimeoutMs: PATIENCE_MS,
  requestBudgetMs: 5 * PATIENCE_MS,
  onBreaker: (state, why) => log.warn('redis', { state, why }),
});
const inspector = new RedisInspector(redis, { clock, lifetimes: env.CACHE_LIFETIMES });
const readServer = cacheServerReader({ inspector, service: new ServerlessCache(env.CACHE_NAME), clock, log });
const cache = new RedisCache(redis, {
  observer: { read() {}, breaker() {}, incident: (family, what) => log.warn('cache incident', { family, what }) },
});

const unavailable = () =>
  new ProblemError('UNAVAILABLE', 'The cache does not answer. Without it the API works on, but slower.');

export const handler = apiFunction(
  routes,
  'admin',
  {
    redriveQueue: async ({ params, identity }) => {
      const messages = await deadLetterQueues[params.queue].redrive();
      log.info('queue redriven', { queue: params.queue, messages, account_id: identity.accountId });
      return { queue: params.queue, messages };
    },
    getMetrics: async () => {
      const [figures, server] = await Promise.all([inspector.figures(), readServer()]);
      return { cache: figures && server ? { ...figures, server } : null };
    },
    clearCache: async ({ body, identity }) => {
      const families = body.family === 'all' ? CACHE_FAMILY_NAMES : [body.family];
      const isCleared = await cache.invalidate(families.map(cacheScopes.family));
      log.info('cache cleared', { family: body.family, done: isCleared, account_id: identity.accountId });
      if (!isCleared) throw unavailable();
      return { cleared: families };
    },
    listCacheKeys: async ({ query: { family, ...page } }) => {
      const found = await inspector.keys(family, page);
      if (!found) throw unavailable();
      return { items: found.items, next_cursor: found.cursor ?? null };
    },
  },
  {
    log,
    verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), clock),
    cache: { startRequest: () => redis.startRequest(), finishRequest: async () => {} },
  },
);
