import { Cacheable } from 'cacheable';
import { type Contender, LIFETIME_SECONDS, type OpenOptions, perFamily, readEach } from './contender.ts';
import { openStores } from './keyv-stores.ts';

/** Redis is its first and only layer. Its tags cannot be given to `getOrSet`, so a family is a namespace. */
export async function open(url: string, options?: OpenOptions): Promise<Contender> {
  const stores = await openStores(url, 'cacheable', options);
  const cacheOf = perFamily((family) => {
    const cache = new Cacheable({ primary: stores.of(family), ttl: LIFETIME_SECONDS * 1000 });
    cache.on('error', () => {});
    return cache;
  });
  const read: Contender['read'] = async ({ family }, id, load) => {
    const value = await cacheOf(family).getOrSet(id, load, { throwErrors: true });
    if (value === undefined) throw new Error('Nothing was loaded');
    return value;
  };

  return {
    read,
    readMany: readEach(read),
    async invalidate({ family }) {
      await cacheOf(family).clear();
    },
    async close() {
      stores.close();
    },
  };
}
