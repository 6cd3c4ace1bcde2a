import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { CacheMetrics } from './cache-metrics.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Fewer reads in a period say nothing about how many of them the cache answered, or failed. */
const FEWEST_READS = 100;
/** Four of these in a row: a cache that was just emptied is warm again within the first. */
const HIT_RATE_PERIOD = Duration.minutes(15);

type Watch = {
  metric: IMetric;
  threshold: number;
  /** Periods in a row. */
  periods: number;
  comparison?: ComparisonOperator;
  impact: string;
  entry: string;
};

/** What rings when the cache does not do its work. No request fails because of it, so none of these is for the night. */
export class CacheAlarms extends Construct {
  constructor(scope: Construct, id: string, { metrics, runbook }: { metrics: CacheMetrics; runbook: string }) {
    super(scope, id);
    const watch = (name: string, { metric, threshold, periods, comparison, impact, entry }: Watch) =>
      new Alarm(this, name, {
        alarmDescription: `${impact} ${runbook}#${entry}`,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: comparison ?? ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });

    watch('HitRate', {
      metric: metrics.judgedHitRate(FEWEST_READS, HIT_RATE_PERIOD),
      threshold: THRESHOLDS.hitRate,
      periods: 4,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      impact: 'Pages open more slowly than they should: too many reads go past the cache to the database.',
      entry: 'cache-hit-rate',
    });
    watch('Memory', {
      metric: metrics.server('BytesUsedForCache', 'Maximum', 'memory'),
      threshold: THRESHOLDS.memory,
      periods: 3,
      impact: 'Nobody sees anything yet; when the cache is full it drops values, and pages open more slowly.',
      entry: 'cache-memory',
    });
    watch('Load', {
      metric: metrics.server('ElastiCacheProcessingUnits', 'Sum', 'load'),
      threshold: THRESHOLDS.load,
      periods: 3,
      impact: 'Nobody sees anything yet; at the limit the cache turns commands away, and pages open more slowly.',
      entry: 'cache-load',
    });
    watch('Connections', {
      metric: metrics.server('CurrConnections', 'Maximum', 'connections'),
      threshold: THRESHOLDS.connections,
      periods: 3,
      impact:
        'Nobody sees anything yet; at the limit new function instances do without the cache, and answer more slowly.',
      entry: 'cache-connections',
    });
    watch('Errors', {
      metric: metrics.judgedErrorRate(FEWEST_READS),
      threshold: THRESHOLDS.errors,
      periods: 3,
      impact: 'Pages open more slowly: the cache fails some reads, and the database answers them.',
      entry: 'cache-errors',
    });
    watch('Down', {
      metric: metrics.published('breakerOpen'),
      threshold: 0,
      periods: 3,
      impact: 'Pages open more slowly: functions do without the cache, because it is down or does not answer in time.',
      entry: 'cache-errors',
    });
  }
}
