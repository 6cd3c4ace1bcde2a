import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CacheObserver, CacheOutcome } from '../adapters/redis/observer.ts';
import type { CacheFamily } from '../contracts/cache.ts';
import { CACHE_METRICS, METRICS_NAMESPACE, metricsService } from '../contracts/metrics.ts';
import type { Log } from './logger.ts';

export type CacheMetricsOptions = {
  stage: string;
  log: Pick<Log, 'warn'>;
  /** Adds up the figures of all instances. */
  figures: {
    count(family: CacheFamily, outcome: CacheOutcome, values: number, milliseconds: number): void;
    sendIfDue(): Promise<void>;
  };
};

type Tally = { hits: number; stale: number; misses: number; errors: number; hitMs: number[]; missMs: number[] };
const newTally = (): Tally => ({ hits: 0, stale: 0, misses: 0, errors: 0, hitMs: [], missMs: [] });

/** A line of the embedded format takes 100 values of a metric; with the hundredth the library publishes by itself. */
const MAX_SAMPLES = 99;

/**
 * Makes metrics, figures and log lines of what the cache tells. Metrics go to CloudWatch in lines of the log (embedded
 * metric format) whenever `publish` is called: at the end of each request, message or run.
 */
export class CacheMetrics implements CacheObserver {
  readonly #log: CacheMetricsOptions['log'];
  readonly #figures: CacheMetricsOptions['figures'];
  readonly #metrics: Metrics;
  readonly #tallies = new Map<CacheFamily, Tally>();
  readonly #incidents = new Set<string>();
  #all = { hits: 0, misses: 0, errors: 0 };
  #isOpen = false;
  #hasOpened = false;

  constructor({ stage, log, figures }: CacheMetricsOptions) {
    this.#log = log;
    this.#figures = figures;
    this.#metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: metricsService(stage) });
  }

  read(family: CacheFamily, outcome: CacheOutcome, values: number, milliseconds: number): void {
    this.#figures.count(family, outcome, values, milliseconds);
    const tally = this.#tallies.get(family) ?? newTally();
    this.#tallies.set(family, tally);
    if (outcome === 'error') {
      tally.errors += values;
    } else if (outcome === 'miss') {
      tally.misses += values;
      tally.missMs.push(milliseconds);
    } else {
      tally.hits += values;
      if (outcome === 'stale') tally.stale += values;
      tally.hitMs.push(milliseconds);
    }
    if (Math.max(tally.hitMs.length, tally.missMs.length) >= MAX_SAMPLES) this.#publishFamily(family, tally);
  }

  breaker(state: 'open' | 'closed', why: string): void {
    if (this.#isOpen === (state === 'open')) return;
    this.#isOpen = state === 'open';
    this.#hasOpened ||= this.#isOpen;
    this.#log.warn(this.#isOpen ? 'cache given up for a while' : 'cache is used again', { why });
  }

  /** Logged once until the next publication: what happens to one value happens to many. */
  incident(family: CacheFamily, what: string): void {
    const incident = `${family}: ${what}`;
    if (this.#incidents.has(incident)) return;
    this.#incidents.add(incident);
    this.#log.warn('cache incident', { family, what });
  }

  /** Writes the metrics of what happened since the last time, if anything did. Never throws. */
  async publish(): Promise<void> {
    for (const [family, tally] of this.#tallies) this.#publishFamily(family, tally);
    this.#publishAll();
    this.#incidents.clear();
    await this.#figures.sendIfDue();
  }

  #publishFamily(family: CacheFamily, tally: Tally): void {
    this.#tallies.delete(family);
    for (const name of ['hits', 'misses', 'errors'] as const) this.#all[name] += tally[name];
    this.#metrics.addDimension('family', family);
    this.#addCounts(tally);
    for (const ms of tally.hitMs) this.#metrics.addMetric(CACHE_METRICS.hitLatency, MetricUnit.Milliseconds, ms);
    for (const ms of tally.missMs) this.#metrics.addMetric(CACHE_METRICS.missLatency, MetricUnit.Milliseconds, ms);
    if (tally.stale > 0) this.#metrics.addMetadata('stale', String(tally.stale));
    this.#metrics.publishStoredMetrics();
  }

  #publishAll(): void {
    const all = this.#all;
    this.#all = { hits: 0, misses: 0, errors: 0 };
    const wasRead = all.hits + all.misses + all.errors > 0;
    if (!wasRead && !this.#hasOpened) return;
    if (wasRead) this.#addCounts(all);
    if (this.#isOpen || this.#hasOpened) this.#metrics.addMetric(CACHE_METRICS.breakerOpen, MetricUnit.Count, 1);
    this.#hasOpened = false;
    this.#metrics.publishStoredMetrics();
  }

  #addCounts({ hits, misses, errors }: { hits: number; misses: number; errors: number }): void {
    this.#metrics.addMetric(CACHE_METRICS.hits, MetricUnit.Count, hits);
    this.#metrics.addMetric(CACHE_METRICS.misses, MetricUnit.Count, misses);
    if (errors > 0) this.#metrics.addMetric(CACHE_METRICS.errors, MetricUnit.Count, errors);
  }
}
