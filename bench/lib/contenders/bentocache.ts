import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { redisDriver } from 'bentocache/drivers/redis';
import { Redis } from 'ioredis';
import { type Contender, LIFETIME_SECONDS, type OpenOptions, PATIENCE_MS, perFamily, readEach } from './contender.ts';

/** How many values the memory holds: all of this bench. */
const MAX_ITEMS = 10_000;
/** How long the breaker leaves Redis alone. */
const BREAK = '10s';

export type BentocacheOptions = OpenOptions & {
  /** Values also in the memory of the process; without messages, which a frozen instance would not hear. */
  memory?: boolean;
  /**
   * What tells the values of a family. A tag is invalidated by writing one timestamp, which every read then asks for; a
   * namespace by SCAN and UNLINK.
   */
  families: 'tags' | 'namespaces';
};

/** In the way its documentation recommends where Redis may fail: old values while new ones are made, errors kept back, a breaker. */
export async function openBentocache(
  url: string,
  { memory = false, families, patienceMs = PATIENCE_MS }: BentocacheOptions,
): Promise<Contender> {
  const connection = new Redis(url, {
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
  });
  connection.on('error', () => {});
  const inRedis = redisDriver({ connection });
  const store = memory
    ? bentostore()
        .useL1Layer(memoryDriver({ maxItems: MAX_ITEMS }))
        .useL2Layer(inRedis)
    : bentostore().useL2Layer(inRedis);
  const cache = new BentoCache({
    default: 'store',
    stores: { store },
    prefix: `bento-${families}${memory ? '-memory' : ''}`,
    ttl: LIFETIME_SECONDS * 1000,
    // Past the lifetime the old value is answered while a new one is made, for as long again.
    grace: 2 * LIFETIME_SECONDS * 1000,
    timeout: 0,
    suppressL2Errors: true,
    l2CircuitBreakerDuration: BREAK,
  });
  // Its locks are those of one namespace object, so there is one for each family.
  const namespaceOf = perFamily((family) => cache.namespace(family));
  const read: Contender['read'] =
    families === 'tags'
      ? ({ family }, id, load) => cache.getOrSet({ key: `${family}:${id}`, tags: [family], factory: () => load() })
      : ({ family }, id, load) => namespaceOf(family).getOrSet({ key: id, factory: () => load() });

  return {
    read,
    readMany: readEach(read),
    async invalidate({ family }) {
      if (families === 'tags') await cache.deleteByTag({ tags: [family] });
      else await namespaceOf(family).clear();
    },
    async close() {
      connection.disconnect();
    },
  };
}
