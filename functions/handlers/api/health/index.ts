import packageJson from '../../../../package.json' with { type: 'json' };
import { DynamoVideoStore } from '../../../adapters/dynamodb/video-store.ts';
import { ServerlessCache } from '../../../adapters/elasticache/serverless-cache.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { RedisInspector } from '../../../adapters/redis/inspector.ts';
import { S3ObjectStore } from '../../../adapters/s3/object-store.ts';
import { Answer, apiFunction } from '../../../runtime/api/api-function.ts';
import { openApiDocument } from '../../../runtime/api/openapi.ts';
import { cacheServerReader } from '../../../runtime/cache-server.ts';
import { connectRedis } from '../../../runtime/connect-redis.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { remembered } from '../../../runtime/remembered.ts';
import { routes } from '../routes.ts';
import { cacheHealth } from './cache-health.ts';
import { readiness } from './readiness.ts';

const env = readEnv('health');
const log = createLogger('health');
const clock = new SystemClock();
/** A first TLS connection of a small function takes some 125 ms; who asks for health can wait, ms. */
const CACHE_PATIENCE_MS = 1000;
const redis = connectRedis(env, {
  connectTimeoutMs: CACHE_PATIENCE_MS,
  commandTimeoutMs: CACHE_PATIENCE_MS,
  requestBudgetMs: 2 * CACHE_PATIENCE_MS,
});
const inspector = new RedisInspector(redis, { clock, lifetimes: env.CACHE_LIFETIMES });
const readServer = cacheServerReader({ inspector, service: new ServerlessCache(env.CACHE_NAME), clock, log });
/** Anybody may ask, as often as they like: the cache is asked at most so often, ms. */
const HEALTH_REMEMBERED_MS = 1000;
const readCacheHealth = remembered(HEALTH_REMEMBERED_MS, clock, () => cacheHealth({ inspector, readServer }));

const videos = new DynamoVideoStore(env.VIDEOS_TABLE);
const objects = new S3ObjectStore(env.MEDIA_BUCKET);

/** Names a video that never exists: reading it proves that the database answers. */
const NOBODY = { ownerId: 'readiness', videoId: 'readiness' };

export const handler = apiFunction(
  routes,
  'health',
  {
    getHealth: async () => ({ status: 'ok' as const }),
    getReadiness: async () => {
      const report = await readiness({
        needed: {
          database: async () => void (await videos.get(NOBODY)),
          storage: async () => void (await objects.head('readiness')),
        },
        // Switched off, nobody waits for it.
        helpful: env.CACHE_ENABLED ? { cache: async () => void (await redis.run([['PING']])) } : {},
        onDown: (name, error) => log.warn('dependency down', { name, error }),
      });
      return new Answer(report.status === 'unavailable' ? 503 : 200, report);
    },
    getCacheHealth: async () =>
      env.CACHE_ENABLED ? readCacheHealth() : { status: 'off' as const, hit_rate: null, server: null },
    getOpenApi: async () => JSON.stringify(openApiDocument(routes, packageJson.version)),
  },
  { log, cache: { startRequest: () => redis.startRequest(), finishRequest: async () => {} } },
);
