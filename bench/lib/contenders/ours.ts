import { RedisConnection } from '../../../functions/adapters/redis/connection.ts';
import type { CacheObserver } from '../../../functions/adapters/redis/observer.ts';
import { RedisCache } from '../../../functions/adapters/redis/redis-cache.ts';
import { cacheScopes } from '../../../functions/contracts/cache.ts';
import { type Contender, type OpenOptions, PATIENCE_MS } from './contender.ts';

/** Longest wait for values that are being stored, ms: in a function, the rest of its time. */
const SETTLE_MS = 10_000;

const silent: CacheObserver = { read() {}, breaker() {}, incident() {} };

export async function open(url: string, { patienceMs = PATIENCE_MS }: OpenOptions = {}): Promise<Contender> {
  const connection = new RedisConnection(url, { commandTimeoutMs: patienceMs });
  const cache = new RedisCache(connection, { observer: silent });
  return {
    read: (kind, id, load) => cache.readThrough(kind, { args: [id] }, load),
    readMany: (kind, ids, load) =>
      cache.readThroughMany(
        kind,
        ids.map((id) => ({ args: [id] })),
        load,
      ),
    async invalidate({ family }) {
      await cache.invalidate([cacheScopes.family(family)]);
    },
    settle: () => cache.settle(SETTLE_MS),
    async close() {
      connection.close();
    },
  };
}
