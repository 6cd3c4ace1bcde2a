import { Cacheable } from 'cacheable';
import { CACHE_FAMILY_NAMES } from '../../../functions/contracts/cache.ts';
import { type Contender, LIFETIME_SECONDS, type OpenOptions, readEach } from './contender.ts';
import { openStores } from './keyv-stores.ts';

/** Redis is its first and only layer. Its tags cannot be given to `getOrSet`, so a family is a namespace. */
export async function open(url: string, options?: OpenOptions): Promise<Contender> {
  const stores = await openStores(url, 'cacheable', options);
  const caches = new Map<string, Cacheable>(
    CACHE_FAMILY_NAMES.map((family) => {
      const cache = new Cacheable({ primary: stores.of(family), ttl: LIFETIME_SECONDS * 1000 });
      cache.on('error', () => {});
      return [family, cache];
    }),
  );

  const read: Contender['read'] = async ({ family }, id, load) => {
    const value = await caches.get(family)?.getOrSet(id, load, { throwErrors: true });
    if (value === undefined) throw new Error('Nothing was loaded');
    return value;
  };

  return {
    read,
    readMany: readEach(read),
    async invalidate({ family }) {
      await caches.get(family)?.clear();
    },
    async close() {
      stores.close();
    },
  };
}
