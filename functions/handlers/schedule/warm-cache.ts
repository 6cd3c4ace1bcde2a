import { CachedLexiconStore } from '../../adapters/cached/cached-lexicon-store.ts';
import { DynamoLexiconStore } from '../../adapters/dynamodb/lexicon-store.ts';
import { warmLevels } from '../../core/vocabulary/warm-levels.ts';
import { openCache, UNHURRIED } from '../../runtime/cache.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('warm-cache');
const log = createLogger('warm-cache');
const cache = openCache(env, log, UNHURRIED);
const lexicon = new CachedLexiconStore(new DynamoLexiconStore(env.LEXICON_TABLE), cache.cache);

/**
 * Runs every 6 hours and after each deployment. @returns how many values it loaded
 * @throws Error when one could not be loaded, for the alarm
 */
export const handler = async (): Promise<{ warmed: number }> => {
  if (!env.CACHE_ENABLED) return { warmed: 0 };
  const { warmed, failed } = await warmLevels({
    mostUsed: (limit) => lexicon.mostUsedLevels(limit),
    renew: (request) => lexicon.renewLevel(request),
    onError: (request, error) => log.error('page of a level could not be warmed', { ...request, error }),
  });
  await cache.finishRequest();
  log.info('cache warmed', { warmed, failed });
  if (failed > 0) throw new Error(`${failed} pages of levels could not be loaded into the cache`);
  return { warmed };
};
