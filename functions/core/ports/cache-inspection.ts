import type { CacheFamily, CacheFigures, CacheKeyInfo, CacheServer } from '../../contracts/cache.ts';
import type { Page, PageRequest } from './video-store.ts';

/** What the cache server says of itself. */
export type CacheServerState = Pick<CacheServer, 'engine' | 'keys' | 'memory_bytes' | 'clients' | 'uptime_seconds'> & {
  memory_limit_bytes: number | null;
};

/** Looks into the cache, for operators. Everything is undefined when it does not answer. */
export interface CacheInspector {
  server(): Promise<CacheServerState | undefined>;
  /** @param hours up to now, from 1 to 48. @default 24 */
  figures(hours?: number): Promise<CacheFigures | undefined>;
  /**
   * Stored values of a family, in no order. Each call looks at a bounded number of keys: a page may have fewer than asked for (none,
   * too) or a few more, and keys may come twice. @throws InvalidCursor
   */
  keys(family: CacheFamily, page: PageRequest): Promise<Page<CacheKeyInfo> | undefined>;
}

/** What the service that runs the cache knows about it. What it does not tell is null. */
export type CacheServiceState = {
  engine: string | null;
  /** For instance `available`. */
  status: string | null;
  memoryLimitBytes: number | null;
  /** ms since the epoch. */
  lastSnapshotAt: number | null;
};

export interface CacheService {
  /** @throws Error when it cannot be told in time */
  describe(): Promise<CacheServiceState>;
}
