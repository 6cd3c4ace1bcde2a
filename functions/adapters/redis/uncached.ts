import type { Cache, CacheArguments, CachedRead, CacheKey } from '../../core/ports/cache.ts';
import { valuesOf } from './wanted.ts';

/** The cache switched off: every read goes to its source, and there is nothing to invalidate. */
export class Uncached implements Cache {
  readThrough<T>(_read: CachedRead<T>, _key: CacheKey, load: () => Promise<T>): Promise<T> {
    return load();
  }

  async readThroughMany<T>(
    _read: CachedRead<T>,
    keys: readonly CacheKey[],
    load: (missing: readonly number[]) => Promise<readonly T[]>,
  ): Promise<T[]> {
    return keys.length === 0 ? [] : [...valuesOf(await load([...keys.keys()]), keys.length)];
  }

  async invalidate(): Promise<boolean> {
    return true;
  }

  async renew(): Promise<void> {}

  async mostUsed(): Promise<CacheArguments[]> {
    return [];
  }
}
