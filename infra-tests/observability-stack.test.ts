import { describe, expect, it } from 'vitest';
import { CACHE_FAMILY_NAMES } from '../functions/contracts/cache.ts';
import { resolverOf } from './support/resolve.ts';
import { synthesise } from './support/synthesise.ts';

type MetricStat = {
  Metric: { Namespace: string; MetricName: string; Dimensions: { Name: string; Value: string }[] };
  Period: number;
  Stat: string;
};
type Alarm = {
  AlarmDescription: string;
  Threshold: number;
  ComparisonOperator: string;
  EvaluationPeriods: number;
  Period?: number;
  Metrics?: { Id: string; Expression?: string; MetricStat?: MetricStat; ReturnData: boolean }[];
} & Partial<MetricStat['Metric']>;

const synthesised = synthesise('dev');
const alarms: [string, Alarm][] = Object.entries(synthesised.observability.findResources('AWS::CloudWatch::Alarm')).map(
  ([id, { Properties }]) => [id, Properties],
);

function alarm(name: string): Alarm {
  const [found, ...others] = alarms.filter(([id]) => id.startsWith(`CacheAlarms${name}`));
  if (!found || others.length > 0) throw new Error(`${others.length + 1} alarms are named ${name}`);
  return found[1];
}

describe('The alarm on the cache’s', () => {
  const server = (name: string) => alarm(name).Metrics?.[0]?.MetricStat;
  const ofThisCache = [{ Name: 'clusterId', Value: 'langplug-dev' }];

  it('hit rate rings below 60 % for an hour, of reads that are enough to judge by', () => {
    const hitRate = alarm('HitRate');
    expect(hitRate).toMatchObject({
      Threshold: 60,
      ComparisonOperator: 'LessThanThreshold',
      EvaluationPeriods: 4,
    });
    const [expression] = hitRate.Metrics?.filter(({ ReturnData }) => ReturnData) ?? [];
    expect(expression?.Expression).toBe('IF(hits + misses >= 100, 100 * hits / (hits + misses), 100)');
    const measured = hitRate.Metrics?.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, MetricStat]] : []));
    expect(measured).toEqual(
      [
        ['hits', 'Hits'],
        ['misses', 'Misses'],
      ].map(([id, MetricName]) => [
        id,
        {
          Metric: { Namespace: 'LangPlug', MetricName, Dimensions: [{ Name: 'service', Value: 'langplug-dev' }] },
          Period: 900,
          Stat: 'Sum',
        },
      ]),
    );
  });

  it('memory rings above 80 % of what it may grow to', () => {
    const { CacheUsageLimits } = Object.values(synthesised.data.findResources('AWS::ElastiCache::ServerlessCache'))[0]
      ?.Properties ?? { CacheUsageLimits: undefined };
    expect(CacheUsageLimits.DataStorage.Unit).toBe('GB');
    expect(alarm('Memory')).toMatchObject({
      Threshold: 0.8 * CacheUsageLimits.DataStorage.Maximum * 1024 ** 3,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    expect(server('Memory')).toMatchObject({
      Metric: { Namespace: 'AWS/ElastiCache', MetricName: 'BytesUsedForCache', Dimensions: ofThisCache },
      Stat: 'Maximum',
    });
  });

  it('load rings above 70 % of the processing units that it may use', () => {
    const { CacheUsageLimits } = Object.values(synthesised.data.findResources('AWS::ElastiCache::ServerlessCache'))[0]
      ?.Properties ?? { CacheUsageLimits: undefined };
    const load = server('Load');
    expect(load).toMatchObject({
      Metric: { Namespace: 'AWS/ElastiCache', MetricName: 'ElastiCacheProcessingUnits', Dimensions: ofThisCache },
      Stat: 'Sum',
    });
    expect(alarm('Load').Threshold).toBeCloseTo(0.7 * CacheUsageLimits.ECPUPerSecond.Maximum * (load?.Period ?? 0));
  });

  it('connections rings above 80 % of the 65,000 that a serverless cache takes', () => {
    expect(alarm('Connections').Threshold).toBe(52_000);
    expect(server('Connections')).toMatchObject({
      Metric: { MetricName: 'CurrConnections', Dimensions: ofThisCache },
      Stat: 'Maximum',
    });
  });

  it('errors rings above 5 % of the reads for a quarter of an hour, of reads that are enough to judge by', () => {
    const errors = alarm('Errors');
    expect(errors).toMatchObject({
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 3,
    });
    const [expression] = errors.Metrics?.filter(({ ReturnData }) => ReturnData) ?? [];
    expect(expression?.Expression).toBe(
      'IF((hits + misses + errors) >= 100, 100 * errors / (hits + misses + errors), 0)',
    );
    const measured = errors.Metrics?.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, MetricStat]] : []));
    expect(measured).toEqual(
      [
        ['hits', 'Hits'],
        ['misses', 'Misses'],
        ['errors', 'Errors'],
      ].map(([id, MetricName]) => [
        id,
        {
          Metric: { Namespace: 'LangPlug', MetricName, Dimensions: [{ Name: 'service', Value: 'langplug-dev' }] },
          Period: 300,
          Stat: 'Sum',
        },
      ]),
    );
  });

  it('absence rings when functions do without it for a quarter of an hour', () => {
    expect(alarm('Down')).toMatchObject({
      Namespace: 'LangPlug',
      MetricName: 'BreakerOpen',
      Dimensions: [{ Name: 'service', Value: 'langplug-dev' }],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 3,
      Period: 300,
    });
  });
});

describe('The dashboard of the cache', () => {
  type Row = (string | { expression?: string; stat?: string; label?: string; visible?: boolean })[];
  type Widget = {
    type: string;
    x: number;
    y: number;
    width: number;
    height: number;
    properties: { title?: string; metrics?: Row[] };
  };
  const [dashboard] = Object.values(synthesised.observability.findResources('AWS::CloudWatch::Dashboard'));
  const { widgets }: { widgets: Widget[] } = JSON.parse(
    String(resolverOf(synthesised)(dashboard?.Properties.DashboardBody)),
  );
  /** Metrics as `[namespace, name, dimension, value, …]`. */
  const rows = widgets.flatMap(({ properties }) => properties.metrics ?? []);
  const textsOf = (row: Row) => row.filter((part) => typeof part === 'string');
  const statisticsOf = (metric: string) =>
    rows
      .filter((row) => row[1] === metric)
      .map((row) => {
        const family = textsOf(row).find((_, i, texts) => texts[i - 1] === 'family');
        return `${family} ${row.flatMap((part) => (typeof part === 'string' ? [] : [part.stat]))}`;
      });

  it('is named after the stage', () => {
    expect(dashboard?.Properties.DashboardName).toBe('LangPlug-dev-cache');
  });

  it('shows the hit rate overall and of every family', () => {
    const [gauge] = widgets.filter(({ properties }) => properties.title === 'Hit rate');
    expect(gauge?.properties.metrics?.[0]).toEqual([{ label: 'all', expression: '100 * hits / (hits + misses)' }]);
    const [graph] = widgets.filter(({ properties }) => properties.title === 'Hit rate by family');
    const labels = graph?.properties.metrics?.flatMap((row) =>
      row.flatMap((part) => (typeof part === 'object' && part.expression ? [part.label] : [])),
    );
    expect(labels).toEqual(CACHE_FAMILY_NAMES);
  });

  it.each(['HitLatency', 'MissLatency'])('shows p50, p95 and p99 of every family: %s', (metric) => {
    const wanted = CACHE_FAMILY_NAMES.flatMap((family) => ['p50', 'p95', 'p99'].map((stat) => `${family} ${stat}`));
    expect(statisticsOf(metric).sort()).toEqual(wanted.sort());
  });

  it.each(['Errors', 'BreakerOpen', 'BytesUsedForCache', 'ElastiCacheProcessingUnits', 'CurrConnections'])(
    'shows %s',
    (metric) => {
      expect(rows.filter((row) => row[1] === metric)).toHaveLength(1);
    },
  );

  it('asks ElastiCache for this very cache', () => {
    const asked = rows.filter(([namespace]) => namespace === 'AWS/ElastiCache').map((row) => textsOf(row).slice(2));
    expect(asked.length).toBeGreaterThan(3);
    for (const dimensions of asked) expect(dimensions).toEqual(['clusterId', 'langplug-dev']);
  });

  it('shows so few metrics that it is free', () => {
    const distinct = new Set(rows.map((row) => textsOf(row).join(' ')).filter((text) => text !== ''));
    expect(distinct.size).toBeGreaterThan(20);
    expect(distinct.size).toBeLessThanOrEqual(50);
  });

  it('fills rows of 24 columns', () => {
    const perRow = Map.groupBy(widgets, ({ y }) => y);
    const widths = [...perRow.values()].map((row) => row.reduce((sum, { width }) => sum + width, 0));
    expect(new Set(widths)).toEqual(new Set([24]));
  });
});
