import { Duration } from 'aws-cdk-lib';
import { MAX_BYTES, MAX_CONNECTIONS, MAX_ECPU_PER_SECOND } from '../cache/cache.ts';

/** Of all figures of the cache but where said otherwise. */
export const PERIOD = Duration.minutes(5);

/** From where on the figures of the cache are no good, for alarms and for the lines in the graphs. */
export const THRESHOLDS = {
  /** No lower, percent. */
  hitRate: 60,
  /** 80 % of what the cache may grow to, bytes. */
  memory: 0.8 * MAX_BYTES,
  /**
   * 70 % of the processing units that the cache may use in a period. A serverless cache has no CPU that one could watch: these
   * units are its measure of work, and what it is limited by.
   */
  load: 0.7 * MAX_ECPU_PER_SECOND * PERIOD.toSeconds(),
  /** 80 % of what the cache takes. */
  connections: 0.8 * MAX_CONNECTIONS,
  /** Of all reads, percent. New function instances fail their first one or two while they connect, however healthy the cache is. */
  errors: 5,
} as const;
