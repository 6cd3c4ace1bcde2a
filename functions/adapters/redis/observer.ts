import type { CacheFamily } from '../../contracts/cache.ts';

/**
 * How a read ended. `stale`: a hit past its soft lifetime. `error`: the source answered because the cache is down, was too
 * slow, or is out of this request's time.
 */
export type CacheOutcome = 'hit' | 'stale' | 'miss' | 'error';

/** Is told what the cache does, for figures and alarms. */
export interface CacheObserver {
  /**
   * @param values how many values were read this way: a batch is told once for each outcome in it
   * @param milliseconds how long the caller waited for them, with the load
   */
  read(family: CacheFamily, outcome: CacheOutcome, values: number, milliseconds: number): void;
  /** The breaker opened or closed. */
  breaker(state: 'open' | 'closed', why: string): void;
  /** Something that no caller notices but an operator may want to know: a value too large, a corrupt one, a refresh that failed. */
  incident(family: CacheFamily, what: string): void;
}
