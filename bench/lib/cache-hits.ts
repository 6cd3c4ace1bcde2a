/** Hits of a warm cache: how many a second, and how long the slowest of a hundred takes. */
import { setTimeout as delay } from 'node:timers/promises';
import { alternate, summarise } from './alternate.ts';
import { lesson, lessons, word, words } from './cache-values.ts';
import { type Contender, type Kind, UNHURRIED } from './contenders/contender.ts';
import { ALL, type ContenderName, openContender } from './contenders/index.ts';
import { compareAll, type Figure } from './report.ts';
import { quantile } from './statistics.ts';

const CONCURRENCIES = [1, 16, 256];
/** Different values that are read in turn. */
const VALUES = 500;

type Sample<T> = { name: string; kind: Kind<T>; value: (n: number) => T };
type Run = { perSecond: number; p99: number };

export async function measureHits(
  url: string,
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
  say: (line: string) => void,
): Promise<Figure[]> {
  const opened = new Map<ContenderName, Contender>();
  for (const name of ALL) opened.set(name, await openContender(name, url, UNHURRIED));
  const figures: Figure[] = [];
  const measureAll = async <T>(sample: Sample<T>) => {
    for (const cache of opened.values()) await warm(cache, sample);
    for (const concurrency of CONCURRENCIES) {
      say(`Hits: ${sample.name}, ${concurrency} at the same time …`);
      const runs = await alternate(ALL, rounds, (name) =>
        readFor(milliseconds, concurrency, find(opened, name), sample),
      );
      const title = `${sample.name}, ${concurrency} at once`;
      figures.push(...beside(`hits: ${title}`, 'per second', runs, (run) => run.perSecond));
      figures.push(...beside(`p99 of a hit: ${title}`, 'ms', runs, (run) => run.p99));
    }
  };
  try {
    await measureAll({ name: 'word of 200 bytes', kind: words, value: word });
    await measureAll({ name: 'lesson of 8 KB', kind: lessons, value: lesson });
  } finally {
    for (const cache of opened.values()) await cache.close();
  }
  return figures;
}

function beside(name: string, unit: string, runs: Map<ContenderName, Run[]>, figure: (run: Run) => number): Figure[] {
  const { ours = Number.NaN, ...peers } = summarise(runs, figure);
  return compareAll(name, unit, ours, peers);
}

function find(opened: Map<ContenderName, Contender>, name: ContenderName): Contender {
  const cache = opened.get(name);
  if (!cache) throw new Error(`${name} was not opened`);
  return cache;
}

async function warm<T>(cache: Contender, { kind, value }: Sample<T>): Promise<void> {
  // As in life: what is asked about a family that was never invalidated is another question.
  await cache.invalidate(kind);
  await delay(5);
  for (let n = 0; n < VALUES; n++) await cache.read(kind, String(n), async () => value(n));
  await cache.settle?.();
}

/** @returns figures of what was answered from the cache; whatever else was loaded counts for nothing */
async function readFor<T>(ms: number, concurrency: number, cache: Contender, { kind, value }: Sample<T>): Promise<Run> {
  const times: number[] = [];
  let next = 0;
  let loads = 0;
  const begin = performance.now();
  const end = begin + ms;
  const reader = async () => {
    for (let now = performance.now(); now < end; ) {
      const n = next++ % VALUES;
      await cache.read(kind, String(n), async () => {
        loads++;
        return value(n);
      });
      const then = performance.now();
      times.push(then - now);
      now = then;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, reader));
  const seconds = (performance.now() - begin) / 1000;
  return { perSecond: (times.length - loads) / seconds, p99: quantile(times, 0.99) };
}
