/** A batch of 500 keys: how often the network is waited for, how much work it makes, how long it takes. */
import { alternate, greatest, summarise } from './alternate.ts';
import { translation, translations } from './cache-values.ts';
import { type Contender, UNHURRIED } from './contenders/contender.ts';
import { type ContenderName, IN_REDIS, openContender } from './contenders/index.ts';
import { commandsExecuted, connectRedis } from './redis-tools.ts';
import { compareAll, type Figure } from './report.ts';
import { countRoundTrips } from './round-trip-counter.ts';

const BATCH = 500;

type Batch = { roundTrips: number; commands: number; loads: number; milliseconds: number };

export async function measureBatches(url: string, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say(`Batches of ${BATCH}, counting round trips …`);
  const counted = await alternate(IN_REDIS, 1, (name) => count(name, url));
  say(`Batches of ${BATCH}, timing …`);
  const timed = await alternate(IN_REDIS, rounds, (name, round) => time(name, url, round));
  return (['missing', 'cached'] as const).flatMap((state) => {
    const title = `batch of ${BATCH}, all ${state}`;
    const row = (what: string, unit: string, figure: (batch: Batch) => number, atMost?: number) => {
      const { ours = Number.NaN, ...peers } = summarise(counted, (run) => figure(run[state]), greatest);
      return compareAll(`${title}: ${what}`, unit, ours, peers, atMost === undefined ? undefined : { atMost });
    };
    const { ours = Number.NaN, ...peers } = summarise(timed, (run) => run[state].milliseconds);
    return [
      // Of a miss: read, lock, store.
      ...row('round trips', 'waits', (batch) => batch.roundTrips, state === 'cached' ? 1 : undefined),
      ...row('commands', 'commands', (batch) => batch.commands),
      ...(state === 'missing' ? row('calls of the source', 'calls', (batch) => batch.loads, 1) : []),
      ...compareAll(`${title}: time`, 'ms', ours, peers),
    ];
  });
}

async function count(name: ContenderName, url: string): Promise<Record<'missing' | 'cached', Batch>> {
  const counter = await countRoundTrips(url);
  const redis = connectRedis(url);
  // Answers come late while they are counted.
  const cache = await openContender(name, counter.url, UNHURRIED);
  try {
    await cache.invalidate(translations);
    await cache.read(translations, 'connects', async () => translation(0));
    await cache.settle?.();
    const ids = idsOf('counted', 0);
    const measured = async (): Promise<Batch> => {
      counter.take();
      const before = await commandsExecuted(redis);
      const { loads, milliseconds } = await readBatch(cache, ids);
      return { loads, milliseconds, roundTrips: counter.take(), commands: (await commandsExecuted(redis)) - before };
    };
    return { missing: await measured(), cached: await measured() };
  } finally {
    await cache.close();
    redis.disconnect();
    await counter.close();
  }
}

async function time(name: ContenderName, url: string, round: number): Promise<Record<'missing' | 'cached', Batch>> {
  const cache = await openContender(name, url, UNHURRIED);
  try {
    await cache.invalidate(translations);
    await cache.read(translations, 'connects', async () => translation(0));
    await cache.settle?.();
    const ids = idsOf('timed', round);
    const measured = async (): Promise<Batch> => ({ ...(await readBatch(cache, ids)), roundTrips: 0, commands: 0 });
    return { missing: await measured(), cached: await measured() };
  } finally {
    await cache.close();
  }
}

const idsOf = (prefix: string, round: number) => Array.from({ length: BATCH }, (_, i) => `${prefix} ${round} ${i}`);

async function readBatch(cache: Contender, ids: readonly string[]): Promise<{ loads: number; milliseconds: number }> {
  let loads = 0;
  const begin = performance.now();
  const values = await cache.readMany(translations, ids, async (missing) => {
    loads++;
    return missing.map(translation);
  });
  // A function is not frozen before what it stores is stored.
  await cache.settle?.();
  const milliseconds = performance.now() - begin;
  const wrong = values.findIndex((value, i) => value !== translation(i));
  if (values.length !== ids.length || wrong >= 0) throw new Error(`A batch was answered wrongly at ${wrong}`);
  return { loads, milliseconds };
}
