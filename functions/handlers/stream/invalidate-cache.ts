import { scopesTouchedBy } from '../../adapters/dynamodb/touched-scopes.ts';
import { openCache, UNHURRIED } from '../../runtime/cache.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { streamConsumer } from '../../runtime/stream-consumer.ts';

const name = 'invalidate-cache';
const env = { ...readEnv(name), CACHE_ENABLED: true };
const { cache, finishRequest } = openCache(env, createLogger(name), UNHURRIED);

/**
 * Makes cached values invalid that somebody changed: the pipeline, which has no cache, or a writer that died before it
 * could. Also while the cache is switched off, so that it holds nothing old when it is switched on again.
 * @throws Error when the cache has not taken it in, so that the batch is delivered again
 */
export const handler = streamConsumer(name, async (keys, log) => {
  const scopes = new Set(keys.flatMap(scopesTouchedBy));
  if (scopes.size === 0) return;
  const done = await cache.invalidate([...scopes]);
  await finishRequest();
  if (!done) throw new Error(`The cache does not answer; ${scopes.size} scopes stay valid until the next try`);
  log.debug('scopes invalidated', { records: keys.length, scopes: scopes.size });
});
