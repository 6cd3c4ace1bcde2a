import type { CacheFamily, CacheScope } from '../../contracts/cache.ts';
import type { Cache, CacheArguments, CachedRead, CacheKey } from '../../core/ports/cache.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { RedisConnection } from './connection.ts';
import type { CacheObserver } from './observer.ts';
import { valuesOf } from './wanted.ts';

export type RedisCacheOptions = {
  /** Hard lifetimes that differ from `CACHE_FAMILIES`, seconds. */
  lifetimes?: Partial<Record<CacheFamily, number>>;
  observer: CacheObserver;
  /** @default the system's */
  clock?: Clock;
};

export class RedisCache implements Cache {
  readonly #connection: RedisConnection;

  constructor(connection: RedisConnection, _options: RedisCacheOptions) {
    this.#connection = connection;
  }

  readThrough<T>(_read: CachedRead<T>, _key: CacheKey, load: () => Promise<T>): Promise<T> {
    return load();
  }

  async readThroughMany<T>(
    _read: CachedRead<T>,
    keys: readonly CacheKey[],
    load: (missing: readonly number[]) => Promise<readonly T[]>,
  ): Promise<T[]> {
    return keys.length === 0 ? [] : valuesOf(await load([...keys.keys()]), keys.length);
  }

  async invalidate(scopes: readonly CacheScope[]): Promise<boolean> {
    await this.#connection.run(scopes.map((scope) => ['DEL', `lp:g:${scope}`]));
    return true;
  }

  renew<T>(_read: CachedRead<T>, _key: CacheKey, load: () => Promise<T>): Promise<T> {
    return load();
  }

  async mostUsed(_family: CacheFamily, _limit: number): Promise<CacheArguments[]> {
    return [];
  }

  /** Waits for what goes on behind answers that were given already: values being stored or refreshed. @param limitMs longest wait */
  async settle(_limitMs: number): Promise<void> {}
}
