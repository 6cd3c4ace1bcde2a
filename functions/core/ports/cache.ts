import type { z } from 'zod';
import type { CacheFamily, CacheScope } from '../../contracts/cache.ts';

/** What tells one value of a family from another. Whose it is belongs here too, so that nobody reads another's. */
export type CacheArguments = readonly (string | number | boolean | null)[];

/**
 * briefly: as long as the knowledge that something is missing. not: it is about to be changed by writers of whom the cache
 * hears late, so it is answered and not stored.
 */
export type Keep = 'for its lifetime' | 'briefly' | 'not';

/** A kind of cached read. */
export type CachedRead<T> = {
  family: CacheFamily;
  /** What is stored must be of this shape, or it counts as a miss. To cache that something is missing, allow undefined. */
  schema: z.ZodType<T>;
  /** How long a value is kept. @default for its lifetime, whatever it is */
  keep?: (value: T) => Keep;
  /** Whether it is counted how often each value is read, so that the most used can be warmed. @default false */
  ranked?: boolean;
};

/** Arguments of one value, and what it depends on besides its family. */
export type CacheKey = { args: CacheArguments; scopes?: readonly CacheScope[] };

/**
 * A read-through cache. Reading and invalidating never fail: where it is down, slow, full or holds rubbish, the loader
 * answers. What the loader throws is thrown, and nothing is stored.
 */
export interface Cache {
  /** The cached value, or what `load` returns. However many ask at once, here and in other instances, one loads. */
  readThrough<T>(read: CachedRead<T>, key: CacheKey, load: () => Promise<T>): Promise<T>;
  /**
   * The same for many keys in one round trip.
   * @param load is called with the positions (in `keys`) of what is missing, and returns their values in that order; usually once, again
   *   where another instance that was loading some of them gave up
   */
  readThroughMany<T>(
    read: CachedRead<T>,
    keys: readonly CacheKey[],
    load: (missing: readonly number[]) => Promise<readonly T[]>,
  ): Promise<T[]>;
  /**
   * Makes everything invalid that depends on one of these.
   * @returns whether the cache has taken it in. Where it could not, the values end with their lifetime, unless someone tries again
   */
  invalidate(scopes: readonly CacheScope[]): Promise<boolean>;
  /**
   * Loads and stores, whatever is there: for warming.
   * @throws what `load` throws, or Error when the cache cannot be reached: then nothing is warmer than before
   */
  renew<T>(read: CachedRead<T>, key: CacheKey, load: () => Promise<T>): Promise<void>;
  /** Arguments of the most used values of a family with `ranked` reads, most used first. Empty when the cache is down. */
  mostUsed(family: CacheFamily, limit: number): Promise<CacheArguments[]>;
}
