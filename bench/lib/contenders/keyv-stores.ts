import { createClient, createKeyv } from '@keyv/redis';
import type { Keyv } from 'keyv';
import { CACHE_FAMILY_NAMES, type CacheFamily } from '../../../functions/contracts/cache.ts';
import { type OpenOptions, PATIENCE_MS } from './contender.ts';

/**
 * A namespace of Keyv for each family, all over one connection. Clearing one is SCAN and UNLINK.
 * @param owner keeps the namespaces of two libraries apart
 */
export async function openStores(
  url: string,
  owner: string,
  { patienceMs = PATIENCE_MS }: OpenOptions = {},
): Promise<{ of(family: CacheFamily): Keyv; close(): void }> {
  const client = createClient({
    url,
    socket: { connectTimeout: patienceMs, reconnectStrategy: PATIENCE_MS },
    // Commands that were sent already are waited for whatever this says.
    commandOptions: { timeout: patienceMs },
  });
  // Without a listener the process would end when Redis is away.
  client.on('error', () => {});
  await client.connect();
  const stores = new Map(
    CACHE_FAMILY_NAMES.map((family) => {
      const store = createKeyv(client, { namespace: `${owner}-${family}` });
      store.on('error', () => {});
      return [family, store];
    }),
  );
  return {
    of(family) {
      const store = stores.get(family);
      if (!store) throw new Error(`There is no family ${family}`);
      return store;
    },
    close: () => client.destroy(),
  };
}
