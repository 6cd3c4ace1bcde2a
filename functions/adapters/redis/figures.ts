/**
 * What all instances of all functions did with the cache, counted in Redis itself: one hash for each hour (UTC), kept for two
 * days. CloudWatch has the same with more detail; these are at hand without it, on a laptop too.
 */
import { CACHE_FAMILIES, CACHE_FAMILY_NAMES, type CacheFamily, type CacheFigures } from '../../contracts/cache.ts';
import type { RedisCommand, RedisConnection } from './connection.ts';
import type { CacheOutcome } from './observer.ts';

/**
 * What is counted for a family: values by how they were read; and, to say how long reads took, the number of reads (a batch is
 * one) and their time in microseconds.
 */
type Counter = CacheOutcome | 'hit-reads' | 'hit-us' | 'miss-reads' | 'miss-us';
type Connection = Pick<RedisConnection, 'run'>;

/** Counts by `{family}:{counter}`. */
export type Counts = Map<`${CacheFamily}:${Counter}`, number>;

/** Adds a read to the counts. @param milliseconds how long the caller waited */
export function countRead(
  counts: Counts,
  family: CacheFamily,
  outcome: CacheOutcome,
  values: number,
  milliseconds: number,
): void {
  const add = (counter: Counter, by: number) => {
    counts.set(`${family}:${counter}`, (counts.get(`${family}:${counter}`) ?? 0) + by);
  };
  add(outcome, values);
  if (outcome === 'error') return;
  const kind = outcome === 'miss' ? 'miss' : 'hit';
  add(`${kind}-reads`, 1);
  add(`${kind}-us`, Math.round(milliseconds * 1000));
}

const HOUR_MS = 3_600_000;
/** Longer than anybody asks for. */
const KEPT_SECONDS = 48 * 3600;

/** @param at ms since the epoch. @returns such as `lp:c:2026-11-21T03` */
const hourKey = (at: number) => `lp:c:${new Date(at).toISOString().slice(0, 13)}`;

/** Adds counts to those of this hour. @throws CacheUnavailable when it is not known whether they were taken in */
export async function addFigures(connection: Connection, counts: Counts, now: number): Promise<void> {
  if (counts.size === 0) return;
  const key = hourKey(now);
  const increments = [...counts].map(([field, by]): RedisCommand => ['HINCRBY', key, field, by]);
  await connection.run([...increments, ['EXPIRE', key, KEPT_SECONDS]]);
}

/**
 * Figures of the last hours, the one that has begun included.
 * @param lifetimes that differ from `CACHE_FAMILIES`, seconds
 * @throws CacheUnavailable
 */
export async function readFigures(
  connection: Connection,
  hours: number,
  now: number,
  lifetimes: Partial<Record<CacheFamily, number>>,
): Promise<CacheFigures> {
  const keys = Array.from({ length: hours }, (_, back) => hourKey(now - back * HOUR_MS));
  const answers = await connection.run(keys.map((key): RedisCommand => ['HGETALL', key]));
  const totals = new Map<string, number>();
  for (const answer of answers) {
    for (const [field, value] of pairs(answer)) totals.set(field, (totals.get(field) ?? 0) + (Number(value) || 0));
  }
  const families = CACHE_FAMILY_NAMES.map((family) => {
    const of = (counter: Counter) => totals.get(`${family}:${counter}`) ?? 0;
    const [stale, misses] = [of('stale'), of('miss')];
    const hits = of('hit') + stale;
    return {
      family,
      lifetime_seconds: lifetimes[family] ?? CACHE_FAMILIES[family].lifetimeSeconds,
      hits,
      stale,
      misses,
      errors: of('error'),
      hit_rate: rate(hits, misses),
      hit_ms: mean(of('hit-us'), of('hit-reads')),
      miss_ms: mean(of('miss-us'), of('miss-reads')),
    };
  });
  const sum = (name: 'hits' | 'misses' | 'errors') => families.reduce((total, figures) => total + figures[name], 0);
  const [hits, misses, errors] = [sum('hits'), sum('misses'), sum('errors')];
  return { hours, hits, misses, errors, hit_rate: rate(hits, misses), families };
}

const rate = (hits: number, misses: number) => (hits + misses > 0 ? hits / (hits + misses) : null);
const mean = (microseconds: number, reads: number) => (reads > 0 ? microseconds / reads / 1000 : null);

/** Field and value in turn, as Redis answers HGETALL. */
function pairs(answer: unknown): [string, string][] {
  if (!Array.isArray(answer)) return [];
  const texts = answer.map(String);
  return texts.flatMap((field, at): [string, string][] => (at % 2 === 0 ? [[field, texts[at + 1] ?? '']] : []));
}
