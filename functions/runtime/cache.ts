import { SystemClock } from '../adapters/node/clock.ts';
import type { ConnectionOptions } from '../adapters/redis/connection.ts';
import { FigureSender } from '../adapters/redis/figure-sender.ts';
import { RedisCache } from '../adapters/redis/redis-cache.ts';
import { Uncached } from '../adapters/redis/uncached.ts';
import type { Cache } from '../core/ports/cache.ts';
import { CacheMetrics } from './cache-metrics.ts';
import { connectRedis } from './connect-redis.ts';
import type { CacheEnv } from './env.ts';
import type { Log } from './logger.ts';

/**
 * Longest that an answer is held back for values that are being stored or refreshed, ms: enough for a healthy source. What is
 * not done by then goes on at the next call.
 */
const FINISH_LIMIT_MS = 150;

export type AppCache = {
  cache: Cache;
  /** Begins a request: it has its own time for Redis. */
  startRequest(): void;
  /** Ends it, before its answer is sent: after that Lambda may freeze the function. What happened is published. */
  finishRequest(): Promise<void>;
};

type Patience = Pick<ConnectionOptions, 'commandTimeoutMs' | 'connectTimeoutMs'> & { finishLimitMs?: number };

/**
 * For functions that nobody waits for, and that do nothing without Redis: a first connection with TLS takes longer than a
 * request would wait. Without `startRequest` there is no limit to the time in all.
 */
export const UNHURRIED = { commandTimeoutMs: 2_000, connectTimeoutMs: 2_000, finishLimitMs: 5_000 } as const;

/** The cache of a function, as its environment says. Connecting begins at once, while the rest of the function starts. */
export function openCache(
  env: CacheEnv,
  log: Log,
  { finishLimitMs = FINISH_LIMIT_MS, ...patience }: Patience = {},
): AppCache {
  if (!env.CACHE_ENABLED) return { cache: new Uncached(), startRequest() {}, async finishRequest() {} };
  const connection = connectRedis(env, {
    ...patience,
    onBreaker: (state, why) => metrics.breaker(state, why),
  });
  const figures = new FigureSender(connection, { clock: new SystemClock() });
  const metrics = new CacheMetrics({ stage: env.STAGE, log, figures });
  connection.warm();
  const cache = new RedisCache(connection, { lifetimes: env.CACHE_LIFETIMES, observer: metrics });
  return {
    cache,
    startRequest: () => cache.startRequest(),
    async finishRequest() {
      await cache.settle(finishLimitMs);
      await metrics.publish();
    },
  };
}
