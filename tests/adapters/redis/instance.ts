import { type ConnectionOptions, RedisConnection } from '../../../functions/adapters/redis/connection.ts';
import type { CacheOutcome } from '../../../functions/adapters/redis/observer.ts';
import { RedisCache, type RedisCacheOptions } from '../../../functions/adapters/redis/redis-cache.ts';

/** Time-outs that no busy machine reaches, for tests that are not about them. */
export const PATIENT: ConnectionOptions = { commandTimeoutMs: 10_000, connectTimeoutMs: 10_000 };

/** The cache as one instance of a function has it, and all that its observer is told. */
export function openInstance(
  url: string,
  connectionOptions: ConnectionOptions = PATIENT,
  cacheOptions: Partial<RedisCacheOptions> = {},
) {
  const counts: Record<CacheOutcome, number> = { hit: 0, stale: 0, miss: 0, error: 0 };
  const incidents: string[] = [];
  const breaker: string[] = [];
  const connection = new RedisConnection(url, { ...connectionOptions, onBreaker: (state) => breaker.push(state) });
  const cache = new RedisCache(connection, {
    observer: {
      read: (_family, outcome, values) => {
        counts[outcome] += values;
      },
      breaker() {},
      incident: (_family, what) => incidents.push(what),
    },
    // So that no lock is lost because a busy machine stood still.
    lockMs: 2_000,
    ...cacheOptions,
  });
  return { cache, connection, counts, incidents, breaker, close: () => connection.close() };
}

export type Instance = ReturnType<typeof openInstance>;

/** Counts how often it is called. @param make is given the number of the call, from 1 */
export function loader<T>(make: (call: number) => T | Promise<T>) {
  const counted = {
    calls: 0,
    load: async () => {
      counted.calls += 1;
      return make(counted.calls);
    },
  };
  return counted;
}
