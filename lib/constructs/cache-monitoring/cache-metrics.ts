import type { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { CacheFamily } from '../../../functions/contracts/cache.ts';
import { CACHE_METRICS, cacheMetricDimensions, METRICS_NAMESPACE } from '../../../functions/contracts/metrics.ts';
import { PERIOD } from './thresholds.ts';

/** The figures of one stage's cache: what the functions publish, and what ElastiCache does. */
export class CacheMetrics {
  readonly #stage: string;
  readonly #cacheName: string;

  constructor(stage: string, cacheName: string) {
    this.#stage = stage;
    this.#cacheName = cacheName;
  }

  /** @param family @default all families together */
  published(name: keyof typeof CACHE_METRICS, family?: CacheFamily, statistic = 'Sum', period = PERIOD): Metric {
    return new Metric({
      namespace: METRICS_NAMESPACE,
      metricName: CACHE_METRICS[name],
      dimensionsMap: cacheMetricDimensions(this.#stage, family),
      statistic,
      period,
    });
  }

  /** Percent of the reads that the cache answered. No value without reads. */
  hitRate(family?: CacheFamily): MathExpression {
    return this.#ofReads('100 * hits / (hits + misses)', family ?? 'all', family);
  }

  /** Reads that reached the cache. */
  reads(family?: CacheFamily): MathExpression {
    return this.#ofReads('hits + misses', family ?? 'all', family);
  }

  /** The hit rate of all families, and 100 for a period with too few reads to judge by. */
  judgedHitRate(fewestReads: number, period: Duration): MathExpression {
    const expression = `IF(hits + misses >= ${fewestReads}, 100 * hits / (hits + misses), 100)`;
    return this.#ofReads(expression, 'hit rate', undefined, period);
  }

  /** Percent of the reads of all families that the cache failed, and 0 for a period with too few reads to judge by. */
  judgedErrorRate(fewestReads: number): MathExpression {
    const reads = '(hits + misses + errors)';
    return new MathExpression({
      expression: `IF(${reads} >= ${fewestReads}, 100 * errors / ${reads}, 0)`,
      usingMetrics: {
        hits: this.published('hits'),
        misses: this.published('misses'),
        errors: this.published('errors'),
      },
      label: 'error rate',
      period: PERIOD,
    });
  }

  /** What ElastiCache says of the server. Serverless caches are named by `clusterId`, other ones by `CacheClusterId`. */
  server(metricName: string, statistic: string, label: string): Metric {
    return new Metric({
      namespace: 'AWS/ElastiCache',
      metricName,
      dimensionsMap: { clusterId: this.#cacheName },
      statistic,
      label,
      period: PERIOD,
    });
  }

  #ofReads(expression: string, label: string, family?: CacheFamily, period = PERIOD): MathExpression {
    const ids = { hits: idOf('hits', family), misses: idOf('misses', family) };
    return new MathExpression({
      expression: expression.replaceAll(/hits|misses/g, (name) => (name === 'hits' ? ids.hits : ids.misses)),
      usingMetrics: {
        [ids.hits]: this.published('hits', family, 'Sum', period),
        [ids.misses]: this.published('misses', family, 'Sum', period),
      },
      label,
      period,
    });
  }
}

/** Names within one graph must differ, and have no hyphen. */
const idOf = (name: string, family: CacheFamily | undefined) =>
  family === undefined ? name : `${name}_${family.replaceAll('-', '_')}`;
