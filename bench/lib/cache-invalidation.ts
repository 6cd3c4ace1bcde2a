/** Invalidating a family of 1,000 values among many: how long it takes, and how long it holds up everybody else. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { alternate, summarise } from './alternate.ts';
import { word, words } from './cache-values.ts';
import { messageOf } from './child.ts';
import { type Contender, UNHURRIED } from './contenders/contender.ts';
import { type ContenderName, IN_REDIS, openContender } from './contenders/index.ts';
import { connectRedis, fill } from './redis-tools.ts';
import { compareAll, type Figure, measure } from './report.ts';

const FAMILY = 1000;
const TARGET_MS = 2;
/** Shortest time that is watched, ms: enough for some hundred probes. */
const WATCH_MS = 50;

type Run = { milliseconds: number; heldUp: number };

/** @param sizes how many keys there are, in rising order */
export async function measureInvalidation(
  url: string,
  { rounds, sizes }: { rounds: number; sizes: readonly number[] },
  say: (line: string) => void,
): Promise<Figure[]> {
  const redis = connectRedis(url);
  const prober = fork(join(import.meta.dirname, 'redis-prober-worker.ts'), [url]);
  const opened = new Map<ContenderName, Contender>();
  try {
    await messageOf(prober);
    for (const name of IN_REDIS) opened.set(name, await openContender(name, url, UNHURRIED));
    const figures: Figure[] = [];
    const oursBySize: number[] = [];
    for (const size of sizes) {
      const keys = size.toLocaleString('en');
      say(`Invalidation among ${keys} keys …`);
      await redis.flushdb();
      await redis.set('probe', 'value');
      await fill(redis, size);
      const runs = await alternate(IN_REDIS, rounds, async (name) => {
        const cache = opened.get(name);
        if (!cache) throw new Error(`${name} was not opened`);
        return invalidate(cache, prober);
      });
      const title = `invalidating ${FAMILY.toLocaleString('en')} values among ${keys} keys`;
      const limit = { atMost: TARGET_MS };
      const { ours = Number.NaN, ...peers } = summarise(runs, (run) => run.milliseconds);
      const { ours: held = Number.NaN, ...peersHeld } = summarise(runs, (run) => run.heldUp);
      oursBySize.push(ours);
      figures.push(...compareAll(`${title}: time`, 'ms', ours, peers, limit));
      figures.push(...compareAll(`${title}: others wait longer by`, 'ms', held, peersHeld, limit));
    }
    const [first = Number.NaN] = oursBySize;
    const growth = (oursBySize.at(-1) ?? Number.NaN) / first;
    figures.push(measure('invalidating: time with the most keys, beside that with the fewest', 'times', growth));
    return figures;
  } finally {
    prober.kill();
    for (const cache of opened.values()) await cache.close();
    redis.disconnect();
  }
}

async function invalidate(cache: Contender, prober: ChildProcess): Promise<Run> {
  for (let n = 0; n < FAMILY; n++) await cache.read(words, String(n), async () => word(n));
  await cache.settle?.();
  // Caches that compare times take what was written within the same millisecond for older.
  await delay(5);
  await longestWait(prober);
  const begin = performance.now();
  await cache.invalidate(words);
  const milliseconds = performance.now() - begin;
  const watched = Math.max(WATCH_MS, milliseconds);
  await delay(watched - milliseconds);
  const during = await longestWait(prober);
  await delay(watched);
  const idle = await longestWait(prober);
  await assertInvalid(cache);
  return { milliseconds, heldUp: Math.max(0, during - idle) };
}

/** Longest wait since the last time it was asked, ms. */
async function longestWait(prober: ChildProcess): Promise<number> {
  const answer = messageOf(prober);
  prober.send('how long?');
  return z.number().parse(await answer);
}

/** @throws Error when something is still answered: a time for doing nothing would be no figure */
async function assertInvalid(cache: Contender): Promise<void> {
  for (let n = 0; n < FAMILY; n += FAMILY / 10) {
    let loads = 0;
    await cache.read(words, String(n), async () => {
      loads++;
      return word(n);
    });
    if (loads === 0) throw new Error(`Value ${n} was answered from the cache after its family was invalidated`);
  }
}
