import type { z } from 'zod';
import type { CacheFamily } from '../../../functions/contracts/cache.ts';

/** What is read: a family of values of one shape. */
export type Kind<T> = { family: CacheFamily; schema: z.ZodType<T> };

/**
 * A cache as an application uses it. Every contender keeps its values in Redis only: what an instance of a Lambda
 * function holds in memory is out of reach for an invalidation, since a frozen instance hears no message.
 */
export interface Contender {
  read<T>(kind: Kind<T>, id: string, load: () => Promise<T>): Promise<T>;
  /** @param load is called with the positions of what is missing */
  readMany<T>(
    kind: Kind<T>,
    ids: readonly string[],
    load: (missing: readonly number[]) => Promise<readonly T[]>,
  ): Promise<T[]>;
  /** Makes all values of a family invalid. */
  invalidate(kind: Kind<unknown>): Promise<void>;
  /** Waits for what goes on behind answers that were given already; where there is no such thing, it is left out. */
  settle?(): Promise<void>;
  close(): Promise<void>;
}

/** Lifetime of every value, s. */
export const LIFETIME_SECONDS = 3600;

export type OpenOptions = {
  /** Longest wait for Redis that a library is set to, where it has such a setting, ms. @default 100 */
  patienceMs?: number;
};
export const PATIENCE_MS = 100;
/** For what shows how fast a library is, not when it gives up on a busy machine. */
export const UNHURRIED: OpenOptions = { patienceMs: 10_000 };

/** Something for each family, made when it is first needed. */
export function perFamily<T>(make: (family: CacheFamily) => T): (family: CacheFamily) => T {
  const made = new Map<CacheFamily, T>();
  return (family) => {
    const known = made.get(family) ?? make(family);
    made.set(family, known);
    return known;
  };
}

/** For libraries without batches: all at the same time, one by one. */
export function readEach(read: Contender['read']): Contender['readMany'] {
  return (kind, ids, load) => Promise.all(ids.map((id, i) => read(kind, id, async () => only(await load([i])))));
}

function only<T>(values: readonly T[]): T {
  const [value] = values;
  if (value === undefined) throw new Error('A loader must return a value for every position');
  return value;
}
