/** @throws Error when a loader has not returned as many values as it was asked for */
export function valuesOf<T>(loaded: readonly T[], wanted: number): T[] {
  if (loaded.length === wanted) return [...loaded];
  throw new Error(
    `A loader of the cache was asked for ${wanted} values and returned ${loaded.length}: return one for each position, in order`,
  );
}
