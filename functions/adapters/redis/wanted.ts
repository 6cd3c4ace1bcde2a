import type { CacheFamily, CacheScope } from '../../contracts/cache.ts';
import { cacheScopes } from '../../contracts/cache.ts';
import type { CacheKey } from '../../core/ports/cache.ts';
import { valueKey } from './keys.ts';

/** One value of those that are read together. */
export type Wanted = {
  /** The first of its positions among the keys of the caller. */
  position: number;
  /** Where it is stored. */
  key: string;
  /** What it depends on, its family included, sorted. */
  scopes: readonly CacheScope[];
};

/** @returns each value once, and for each key of the caller the one that it asks for */
export function distinct(family: CacheFamily, keys: readonly CacheKey[]): { wanted: Wanted[]; asked: Wanted[] } {
  const known = new Map<string, Wanted>();
  const asked = keys.map(({ args, scopes = [] }, position) => {
    const all = [...new Set([cacheScopes.family(family), ...scopes])].sort();
    const key = valueKey(family, args);
    const id = [key, ...all].join('\n');
    const wanted = known.get(id) ?? { position, key, scopes: all };
    known.set(id, wanted);
    return wanted;
  });
  return { wanted: [...known.values()], asked };
}

/** @throws Error when a loader has not returned as many values as it was asked for */
export function valuesOf<T>(loaded: readonly T[], wanted: number): readonly T[] {
  if (loaded.length === wanted) return loaded;
  throw new Error(
    `A loader of the cache was asked for ${wanted} values and returned ${loaded.length}: return one for each position, in order`,
  );
}

/** @throws Error when it is not one */
export function only<T>(values: readonly T[]): T {
  for (const value of valuesOf(values, 1)) return value;
  throw new Error('No value');
}
