/**
 * Custom metrics of CloudWatch: what they are called, for functions that publish them and for the dashboard and alarms
 * that read them. Each combination of name and dimensions costs 0.30 USD a month in the hours that it is published in, so
 * there are no others than these.
 */
import type { CacheFamily } from './cache.ts';

export const METRICS_NAMESPACE = 'LangPlug';

/**
 * Metrics of the cache, per family and of all families. A stale value counts as a hit, and what Hits and Misses do not
 * count (`Errors`) was answered by the source because the cache failed. Hits and Misses are published wherever anything was
 * read, also where they are zero; Errors only where there were some: fill it with zero in metric math. Latencies are in ms, as the caller
 * waited, one sample for each read or batch.
 */
export const CACHE_METRICS = {
  hits: 'Hits',
  misses: 'Misses',
  errors: 'Errors',
  /** Only per family. */
  hitLatency: 'HitLatency',
  /** Only per family. */
  missLatency: 'MissLatency',
  /** Only of all families. 1 from every function instance that does without the cache for a moment; no value otherwise. */
  breakerOpen: 'BreakerOpen',
} as const;

/** What separates the stages of one account. */
export const metricsService = (stage: string) => `langplug-${stage}`;

/** @param family @default all families together */
export const cacheMetricDimensions = (stage: string, family?: CacheFamily): Record<string, string> => ({
  service: metricsService(stage),
  ...(family && { family }),
});
