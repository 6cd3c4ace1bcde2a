import packageJson from '../../../../package.json' with { type: 'json' };
import { DynamoVideoStore } from '../../../adapters/dynamodb/video-store.ts';
import { connectCache } from '../../../adapters/redis/connect-cache.ts';
import { S3ObjectStore } from '../../../adapters/s3/object-store.ts';
import { SecretsManagerSecret } from '../../../adapters/secrets/secret.ts';
import { Answer, apiFunction } from '../../../runtime/api/api-function.ts';
import { openApiDocument } from '../../../runtime/api/openapi.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';
import { readiness } from './readiness.ts';

const env = readEnv('health');
const log = createLogger('health');
const cacheSecret = new SecretsManagerSecret(env.CACHE_SECRET_ARN);
/** A first TLS connection of a small function takes some 125 ms; readiness can wait, ms. */
const CACHE_PATIENCE_MS = 1000;
const cache = connectCache(env.CACHE_URL, {
  connectTimeoutMs: CACHE_PATIENCE_MS,
  commandTimeoutMs: CACHE_PATIENCE_MS,
  // A cache without TLS is one on a laptop, which has no password.
  ...(env.CACHE_URL.startsWith('rediss:') && { password: () => cacheSecret.read() }),
});
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
        helpful: {
          cache: async () => {
            if (!(await cache.ping())) throw new Error('The cache does not answer');
          },
        },
        onDown: (name, error) => log.warn('dependency down', { name, error }),
      });
      return new Answer(report.status === 'unavailable' ? 503 : 200, report);
    },
    getOpenApi: async () => JSON.stringify(openApiDocument(routes, packageJson.version)),
  },
  { log },
);
