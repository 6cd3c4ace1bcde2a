import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GaugeWidget,
  GraphWidget,
  type IMetric,
  type IWidget,
  TextWidget,
  type YAxisProps,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { CACHE_FAMILY_NAMES, type CacheFamily } from '../../../functions/contracts/cache.ts';
import type { CacheMetrics } from './cache-metrics.ts';
import { THRESHOLDS } from './thresholds.ts';

export type CacheDashboardProps = { stage: string; metrics: CacheMetrics; runbook: string };

/** Columns that a widget takes of the 24 of a dashboard. */
const WHOLE = 24;
const THIRD = 8;
const QUARTER = 6;
const HEIGHT = 6;

const axis = (label: string, max?: number): YAxisProps => ({
  min: 0,
  label,
  showUnits: false,
  ...(max !== undefined && { max }),
});

const graph = (title: string, width: number, left: IMetric[], leftYAxis: YAxisProps, line?: number) =>
  new GraphWidget({
    title,
    width,
    height: HEIGHT,
    left,
    leftYAxis,
    ...(line !== undefined && { leftAnnotations: [{ value: line, label: 'alarm', color: '#d13212' }] }),
  });

const eachFamily = (metricOf: (family: CacheFamily) => IMetric) => CACHE_FAMILY_NAMES.map(metricOf);

/**
 * Hit rate above all; then how much is read, how fast, and how the server does. It shows fewer than 50 metrics, up to
 * which the first three dashboards of an account are free.
 */
export class CacheDashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, metrics, runbook }: CacheDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `LangPlug-${stage}-cache`,
      defaultInterval: Duration.hours(24),
    });
    dashboard.addWidgets(
      new TextWidget({
        width: WHOLE,
        height: 2,
        markdown: `A read is a **hit** (the cache answered), a **miss** (the source answered, and the cache keeps it) or an **error** (the cache failed, the source answered). Nothing fails because of the cache. What to do: \`${runbook}\`.`,
      }),
    );
    for (const row of [hitRates(metrics), ...latencies(metrics), failures(metrics), server(metrics)]) {
      dashboard.addWidgets(...row);
    }
  }
}

const hitRates = (metrics: CacheMetrics): IWidget[] => [
  new GaugeWidget({
    title: 'Hit rate',
    width: QUARTER,
    height: HEIGHT,
    metrics: [metrics.hitRate()],
    leftYAxis: { min: 0, max: 100 },
  }),
  graph(
    'Hit rate by family',
    9,
    eachFamily((family) => metrics.hitRate(family)),
    axis('%', 100),
    THRESHOLDS.hitRate,
  ),
  graph(
    'Reads by family',
    9,
    eachFamily((family) => metrics.reads(family)),
    axis('reads in 5 min'),
  ),
];

const latencies = (metrics: CacheMetrics): IWidget[][] =>
  [
    { name: 'hitLatency' as const, title: 'A hit takes' },
    { name: 'missLatency' as const, title: 'A miss takes, with its load' },
  ].map(({ name, title }) =>
    ['p50', 'p95', 'p99'].map((statistic) =>
      graph(
        `${title}: ${statistic}`,
        THIRD,
        eachFamily((family) => metrics.published(name, family, statistic).with({ label: family })),
        axis('ms'),
      ),
    ),
  );

const failures = (metrics: CacheMetrics): IWidget[] => [
  graph(
    'Reads that the cache failed',
    THIRD,
    [metrics.published('errors').with({ label: 'errors' })],
    axis('reads in 5 min'),
  ),
  graph(
    'Functions doing without the cache',
    THIRD,
    [metrics.published('breakerOpen').with({ label: 'breaker opened' })],
    axis('times in 5 min'),
  ),
  graph(
    'Commands turned away, values dropped',
    THIRD,
    [metrics.server('ThrottledCmds', 'Sum', 'throttled'), metrics.server('Evictions', 'Sum', 'evicted')],
    axis('in 5 min'),
  ),
];

const server = (metrics: CacheMetrics): IWidget[] => [
  graph('Memory', THIRD, [metrics.server('BytesUsedForCache', 'Maximum', 'used')], axis('bytes'), THRESHOLDS.memory),
  graph(
    'Load (processing units)',
    THIRD,
    [metrics.server('ElastiCacheProcessingUnits', 'Sum', 'used')],
    axis('units in 5 min'),
    THRESHOLDS.load,
  ),
  graph(
    'Connections',
    THIRD,
    [metrics.server('CurrConnections', 'Maximum', 'open')],
    axis('connections'),
    THRESHOLDS.connections,
  ),
];
