import { createCache } from 'cache-manager';
import { type Contender, LIFETIME_SECONDS, type OpenOptions, perFamily } from './contender.ts';
import { openStores } from './keyv-stores.ts';

export async function open(url: string, options?: OpenOptions): Promise<Contender> {
  const stores = await openStores(url, 'cache-manager', options);
  const cacheOf = perFamily((family) => createCache({ stores: [stores.of(family)], ttl: LIFETIME_SECONDS * 1000 }));

  return {
    read: ({ family }, id, load) => cacheOf(family).wrap(id, load),
    async readMany({ family, schema }, ids, load) {
      const cache = cacheOf(family);
      const found = await cache.mget<ReturnType<typeof schema.parse>>([...ids]);
      const missing = found.flatMap((value, i) => (value === undefined ? [i] : []));
      if (missing.length > 0) {
        const loaded = await load(missing);
        const list = missing.map((at, i) => ({ at, key: ids[at] ?? '', value: loaded[i] }));
        for (const { at, value } of list) found[at] = value;
        await cache.mset(list.map(({ key, value }) => ({ key, value })));
      }
      return found.filter((value) => value !== undefined);
    },
    async invalidate({ family }) {
      await cacheOf(family).clear();
    },
    async close() {
      stores.close();
    },
  };
}
