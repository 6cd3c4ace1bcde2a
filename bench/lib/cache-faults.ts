/** What callers see while Redis hangs, and after a write in the middle of a read. */
import { setTimeout as delay } from 'node:timers/promises';
import { greatest, summarise } from './alternate.ts';
import { word, words } from './cache-values.ts';
import type { Contender } from './contenders/contender.ts';
import { ALL, type ContenderName, openContender } from './contenders/index.ts';
import { compareAll, type Figure } from './report.ts';

const READS = 10;
/** How long the bench waits for an answer, ms; one that never comes counts as this. */
const GIVE_UP_MS = 3000;
/** Promised: no request waits longer for the cache. */
const PATIENCE_MS = 150;
const RACES = 5;

type Frozen = { longest: number; failures: number };

/** @param redis with the id of its process, so that it can be made to hang */
export async function measureFaults(
  redis: { url: string; pid: number },
  say: (line: string) => void,
): Promise<Figure[]> {
  const frozen = new Map<ContenderName, Frozen[]>();
  const stale = new Map<ContenderName, number[]>();
  for (const name of ALL) {
    say(`A hanging Redis, and writes in the middle of reads: ${name} …`);
    frozen.set(name, [await readWhileFrozen(name, redis)]);
    stale.set(name, [await staleAfterRaces(name, redis.url)]);
  }
  const { ours: longest = Number.NaN, ...peersLongest } = summarise(frozen, (run) => run.longest, greatest);
  const { ours: failures = Number.NaN, ...peersFailures } = summarise(frozen, (run) => run.failures, greatest);
  const { ours: races = Number.NaN, ...peersRaces } = summarise(stale, (run) => run, greatest);
  const hanging = `Redis hangs, ${READS} reads in turn`;
  return [
    ...compareAll(`${hanging}: longest wait (${GIVE_UP_MS}: no answer)`, 'ms', longest, peersLongest, {
      atMost: PATIENCE_MS,
    }),
    ...compareAll(`${hanging}: failed`, 'reads', failures, peersFailures, { atMost: 0 }),
    ...compareAll(`${RACES} writes in the middle of a read: old values afterwards`, 'values', races, peersRaces, {
      atMost: 0,
    }),
  ];
}

async function readWhileFrozen(name: ContenderName, { url, pid }: { url: string; pid: number }): Promise<Frozen> {
  const cache = await openContender(name, url);
  let reading: Promise<'answered' | 'failed'> | undefined;
  try {
    await cache.read(words, 'connects', async () => word(0));
    process.kill(pid, 'SIGSTOP');
    let longest = 0;
    let failures = 0;
    for (let n = 0; n < READS; n++) {
      const begin = performance.now();
      reading = cache
        .read(words, `frozen ${n}`, async () => word(n))
        .then(
          () => 'answered',
          () => 'failed',
        );
      const giveUp = new AbortController();
      const outcome = await Promise.race([reading, delay(GIVE_UP_MS, 'nothing', { signal: giveUp.signal })]);
      giveUp.abort();
      longest = Math.max(longest, performance.now() - begin);
      if (outcome !== 'answered') failures++;
      // One that hangs would hang every time.
      if (outcome === 'nothing') return { longest: GIVE_UP_MS, failures: READS };
    }
    return { longest, failures };
  } finally {
    process.kill(pid, 'SIGCONT');
    // A read that goes on after the end would open a connection again.
    await reading;
    await cache.close();
  }
}

/** @returns how many reads were answered by what was true before the last write */
async function staleAfterRaces(name: ContenderName, url: string): Promise<number> {
  const cache = await openContender(name, url);
  try {
    let stale = 0;
    for (let race = 0; race < RACES; race++) stale += (await raceOnce(cache, `race ${race}`)) ? 1 : 0;
    return stale;
  } finally {
    await cache.close();
  }
}

async function raceOnce(cache: Contender, key: string): Promise<boolean> {
  const [before, after] = [word(1), word(2)];
  const loading = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const reading = cache.read(words, key, async () => {
    loading.resolve();
    await written.promise;
    return before;
  });
  await loading.promise;
  // The source has changed by now.
  await cache.invalidate(words);
  await delay(5);
  written.resolve();
  await reading;
  const [read] = await cache.read(words, key, async () => after);
  return read?.lemma === before[0]?.lemma;
}
