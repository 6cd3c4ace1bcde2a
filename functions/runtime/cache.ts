import { RedisConnection } from '../adapters/redis/connection.ts';
import type { CacheObserver } from '../adapters/redis/observer.ts';
import { RedisCache } from '../adapters/redis/redis-cache.ts';
import { Uncached } from '../adapters/redis/uncached.ts';
import { SecretsManagerSecret } from '../adapters/secrets/secret.ts';
import type { Cache } from '../core/ports/cache.ts';
import type { CacheEnv, FunctionName } from './env.ts';
import type { Log } from './logger.ts';

/** Longest that an answer is held back for values that are being refreshed, ms: what is not done by then goes on at the next call. */
const FINISH_LIMIT_MS = 2_000;

export type AppCache = {
  cache: Cache;
  /** Begins a request: it has its own time for Redis. */
  startRequest(): void;
  /** Ends it, before its answer is sent: after that Lambda may freeze the function. */
  finishRequest(): Promise<void>;
};

/** The cache of a function, as its environment says. Connecting begins at once, while the rest of the function starts. */
export function openCache(env: CacheEnv, _name: FunctionName, _log: Log): AppCache {
  if (!env.CACHE_ENABLED) return { cache: new Uncached(), startRequest() {}, async finishRequest() {} };
  const observer: CacheObserver = { read() {}, breaker() {}, incident() {} };
  const connection = new RedisConnection(env.CACHE_URL, {
    onBreaker: (state, why) => observer.breaker(state, why),
    // Each time anew, because it may have been changed. Without TLS a password would be sent for all to read.
    ...(env.CACHE_URL.startsWith('rediss:')
      ? { password: () => new SecretsManagerSecret(env.CACHE_SECRET_ARN).read() }
      : {}),
  });
  connection.warm();
  const cache = new RedisCache(connection, { lifetimes: env.CACHE_LIFETIMES, observer });
  return {
    cache,
    startRequest: () => connection.startRequest(),
    finishRequest: () => cache.settle(FINISH_LIMIT_MS),
  };
}
