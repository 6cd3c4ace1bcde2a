import { createCache } from 'async-cache-dedupe';
import { Redis } from 'ioredis';
import type { CacheFamily } from '../../../functions/contracts/cache.ts';
import { type Contender, LIFETIME_SECONDS, type OpenOptions, PATIENCE_MS, readEach } from './contender.ts';

/** What comes out of Redis, of no known type. */
type Json = ReturnType<typeof JSON.parse>;
type Call = { family: CacheFamily; id: string; load: () => Promise<unknown> };

/** Every family is a reference: a set of all its keys in Redis, whose members are deleted. */
export async function open(url: string, { patienceMs = PATIENCE_MS }: OpenOptions = {}): Promise<Contender> {
  const client = new Redis(url, {
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
  });
  client.on('error', () => {});
  const cache = createCache({
    ttl: LIFETIME_SECONDS,
    storage: { type: 'redis', options: { client, invalidation: { referencesTTL: LIFETIME_SECONDS } } },
  }).define(
    'value',
    {
      serialize: ({ family, id }: Call) => `${family}:${id}`,
      references: ({ family }: Call) => [family],
    },
    async ({ load }: Call): Promise<Json> => load(),
  );

  const read: Contender['read'] = ({ family }, id, load) => cache.value({ family, id, load });

  return {
    read,
    readMany: readEach(read),
    invalidate: ({ family }) => cache.invalidateAll(family),
    async close() {
      client.disconnect();
    },
  };
}
