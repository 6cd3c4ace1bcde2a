import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheMetricDimensions } from '../../functions/contracts/metrics.ts';
import { CacheMetrics } from '../../functions/runtime/cache-metrics.ts';

const log = { warn: vi.fn() };
const figures = { count: vi.fn(), sendIfDue: vi.fn(async () => {}) };
let written: string[];
let metrics: CacheMetrics;

beforeEach(() => {
  vi.clearAllMocks();
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  metrics = new CacheMetrics({ stage: 'dev', log, figures });
});
afterEach(() => vi.restoreAllMocks());

/** Lines in embedded metric format, each with the dimensions that it is published under. */
const published = () =>
  written
    .join('')
    .split('\n')
    .filter((line) => line.includes('_aws'))
    .map((line) => {
      const entry = JSON.parse(line);
      const [{ Namespace, Dimensions, Metrics }] = entry._aws.CloudWatchMetrics;
      expect(Namespace).toBe('LangPlug');
      const dimensions = Dimensions.map((names: string[]) =>
        Object.fromEntries(names.map((name) => [name, entry[name]])),
      );
      const values = Object.fromEntries(Metrics.map(({ Name }: { Name: string }) => [Name, entry[Name]]));
      const units = Object.fromEntries(Metrics.map(({ Name, Unit }: { Name: string; Unit: string }) => [Name, Unit]));
      return { dimensions, values, units, stale: entry.stale };
    });

describe('metrics of the cache', () => {
  it('are published per family and of all families together, under the names that the dashboard reads', async () => {
    metrics.read('word', 'hit', 3, 1.5);
    metrics.read('word', 'stale', 1, 2);
    metrics.read('word', 'miss', 2, 40);
    metrics.read('lesson', 'hit', 1, 3);
    metrics.read('lesson', 'error', 4, 101);
    await metrics.publish();
    expect(published().map(({ dimensions, values }) => ({ dimensions, values }))).toEqual([
      {
        dimensions: [cacheMetricDimensions('dev', 'word')],
        values: { Hits: 4, Misses: 2, HitLatency: [1.5, 2], MissLatency: 40 },
      },
      {
        dimensions: [cacheMetricDimensions('dev', 'lesson')],
        values: { Hits: 1, Misses: 0, Errors: 4, HitLatency: 3 },
      },
      { dimensions: [cacheMetricDimensions('dev')], values: { Hits: 5, Misses: 2, Errors: 4 } },
    ]);
  });

  it('tell of no hit and no miss where there were only errors, so that the share of these is known', async () => {
    metrics.read('word', 'error', 2, 1);
    await metrics.publish();
    expect(published().map(({ values }) => values)).toEqual([
      { Hits: 0, Misses: 0, Errors: 2 },
      { Hits: 0, Misses: 0, Errors: 2 },
    ]);
  });

  it('have units, and stale values as a property that costs nothing', async () => {
    metrics.read('word', 'stale', 2, 1);
    metrics.read('word', 'miss', 1, 1);
    metrics.read('word', 'error', 1, 1);
    await metrics.publish();
    const [word] = published();
    expect(word).toMatchObject({
      units: {
        Hits: 'Count',
        Misses: 'Count',
        Errors: 'Count',
        HitLatency: 'Milliseconds',
        MissLatency: 'Milliseconds',
      },
      stale: '2',
    });
  });

  it('are not published when nothing happened', async () => {
    await metrics.publish();
    metrics.read('word', 'hit', 1, 1);
    await metrics.publish();
    const before = written.length;
    await metrics.publish();
    expect(written).toHaveLength(before);
    expect(published()).toHaveLength(2);
  });

  it('lose none of many reads in one request', async () => {
    for (let i = 0; i < 250; i++) metrics.read('word', i % 50 === 0 ? 'miss' : 'hit', 1, 1);
    await metrics.publish();
    const lines = published();
    const words = lines.filter(({ dimensions }) => dimensions[0].family === 'word');
    const sum = (name: string) => words.reduce((total, { values }) => total + values[name], 0);
    const samples = words.flatMap(({ values }) => values.HitLatency);
    expect([sum('Hits'), sum('Misses'), samples.length]).toEqual([245, 5, 245]);
    // The format allows 100 values of a metric in a line.
    for (const { values } of words) expect(values.HitLatency.length).toBeLessThan(100);
    expect(lines.filter(({ dimensions }) => dimensions[0].family === undefined)).toMatchObject([
      { dimensions: [cacheMetricDimensions('dev')], values: { Hits: 245, Misses: 5 } },
    ]);
    expect(words.length + 1).toBe(lines.length);
  });

  it('say that the cache is given up, as long as it is', async () => {
    const breakerOpen = async () => {
      written = [];
      await metrics.publish();
      return published().at(-1)?.values.BreakerOpen;
    };
    metrics.breaker('open', 'no answer within 100 ms');
    expect(await breakerOpen()).toBe(1);
    expect(await breakerOpen()).toBeUndefined();
    metrics.read('word', 'error', 1, 0.1);
    expect(await breakerOpen()).toBe(1);
    metrics.breaker('closed', 'answered');
    metrics.read('word', 'hit', 1, 1);
    expect(await breakerOpen()).toBeUndefined();
  });

  it('say that the cache was given up, also when it is back already', async () => {
    metrics.breaker('open', 'reset');
    metrics.breaker('closed', 'answered');
    await metrics.publish();
    expect(published()).toMatchObject([{ dimensions: [cacheMetricDimensions('dev')], values: { BreakerOpen: 1 } }]);
  });
});

describe('log lines of the cache', () => {
  it('warn once when it is given up and once when it is back, with the reason', () => {
    metrics.breaker('open', 'no answer within 100 ms');
    metrics.breaker('open', 'no answer within 100 ms');
    metrics.breaker('closed', 'it answered');
    expect(log.warn.mock.calls).toEqual([
      ['cache given up for a while', { why: 'no answer within 100 ms' }],
      ['cache is used again', { why: 'it answered' }],
    ]);
  });

  it('warn of the same incident once in a request', async () => {
    for (let i = 0; i < 3; i++) metrics.incident('lesson', 'too large');
    metrics.incident('word', 'too large');
    expect(log.warn.mock.calls).toEqual([
      ['cache incident', { family: 'lesson', what: 'too large' }],
      ['cache incident', { family: 'word', what: 'too large' }],
    ]);
    await metrics.publish();
    metrics.incident('lesson', 'too large');
    expect(log.warn).toHaveBeenCalledTimes(3);
  });
});

describe('figures', () => {
  it('hear of every read, and are sent with the metrics', async () => {
    metrics.read('word', 'stale', 3, 1.25);
    await metrics.publish();
    expect(figures.count.mock.calls).toEqual([['word', 'stale', 3, 1.25]]);
    expect(figures.sendIfDue).toHaveBeenCalledOnce();
  });
});
