/** Takes the place of `functions/runtime/cache.ts` in bundles that show what the cache adds to a function. */
import { Uncached } from '../../functions/adapters/redis/uncached.ts';
import type { AppCache } from '../../functions/runtime/cache.ts';

export const openCache = (): AppCache => ({ cache: new Uncached(), startRequest() {}, async finishRequest() {} });
