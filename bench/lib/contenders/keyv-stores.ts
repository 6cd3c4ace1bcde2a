import { createClient, createKeyv } from '@keyv/redis';
import type { Keyv } from 'keyv';
import type { CacheFamily } from '../../../functions/contracts/cache.ts';
import { type OpenOptions, PATIENCE_MS, perFamily } from './contender.ts';

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
  const of = perFamily((family) => {
    const store = createKeyv(client, { namespace: `${owner}-${family}` });
    store.on('error', () => {});
    return store;
  });
  return { of, close: () => client.destroy() };
}
