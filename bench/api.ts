/** The API under load, on the local cloud, with the cache and without it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RedisConnection } from '../functions/adapters/redis/connection.ts';
import { readFigures } from '../functions/adapters/redis/figures.ts';
import { type LocalCloud, startLocalCloud } from '../local/cloud.ts';
import { silentLog } from '../local/log.ts';
import { TEXTS, VIDEOS, WANTED_WORDS, writeData } from './lib/api-data.ts';
import { type LoadData, type LoadResult, load } from './lib/api-load.ts';
import { type AwsCalls, AwsCounter } from './lib/aws-counter.ts';
import { measureFunctions } from './lib/function-weight.ts';
import { connectRedis } from './lib/redis-tools.ts';
import { type Bench, compare, compareAll, type Figure, measure } from './lib/report.ts';
import { at } from './lib/zipf.ts';

const CONNECTIONS = 32;
const SECONDS = 60;
const QUICK_SECONDS = 6;
/** Before anything is measured, so that threads are started and code is compiled. */
const WARM_UP_SECONDS = 8;
/** Functions send their figures every 3 s. */
const FIGURES_MS = 4000;

const P95_MS = 100;
const LEAST_HIT_RATE = { cold: 0.6, warm: 0.9 };
const READS_RATIO = 0.5;
const TRANSLATE_RATIO = 0.1;

export const summary =
  `the API with ${CONNECTIONS} connections (80 % reads of ${VIDEOS.toLocaleString('en')} videos' lessons and of words, ` +
  '15 % translations, 5 % writes), with the cache cold and warm, beside the same without it; load, API, services and ' +
  `databases share the ${availableParallelism()} cores of this machine; and what the functions weigh`;

type Run = LoadResult & { calls: AwsCalls; translateCalls: number };
type CachedRun = Run & { hitRate: number };
type Loaded = { cloud: LocalCloud; data: LoadData; measureLoad(seconds: number, seed: number): Promise<Run> };

export const run: Bench['run'] = async (say, { quick }) => {
  const seconds = quick ? QUICK_SECONDS : SECONDS;
  const off = await withCloud({ cacheEnabled: false }, say, ({ measureLoad }) => {
    say(`Without the cache, ${seconds} s …`);
    return measureLoad(seconds, 1);
  });
  const on = await withCloud({ cacheEnabled: true }, say, async ({ cloud, data, measureLoad }) => {
    await emptyCache(cloud);
    say(`With an empty cache, ${seconds} s …`);
    const cold = await withHitRate(cloud, () => measureLoad(seconds, 1));
    say(`With a warm cache, ${seconds} s …`);
    const warm = await withHitRate(cloud, () => measureLoad(seconds, 2));
    return { cold, warm, words: data.words.length };
  });
  return [
    ...figuresOf('cold', on.cold, off),
    ...figuresOf('warm', on.warm, off),
    measure('without the cache: errors', 'requests', errorsOf(off), { atMost: 0 }),
    measure(`words asked for (wanted ${WANTED_WORDS.toLocaleString('en')}, or all of the lexicon)`, 'words', on.words),
    ...(await measureFunctions(quick ? 1 : 9, say)),
  ];
};

/** A cloud with its data, in which every function has started. */
async function withCloud<T>(
  context: { cacheEnabled: boolean },
  say: (line: string) => void,
  work: (loaded: Loaded) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-api-'));
  const counter = new AwsCounter();
  let cloud: LocalCloud | undefined;
  try {
    say(`Starting the local cloud with the cache switched ${context.cacheEnabled ? 'on' : 'off'} …`);
    // An empty folder for engines: those of this machine would be measured otherwise.
    const engines = { enginesDir: path.join(dataDir, 'engines'), translation: 'glossary' } as const;
    cloud = await startLocalCloud({ dataDir, port: 0, ephemeral: true, context, engines, log: silentLog });
    const { url, services } = cloud;
    say('Writing videos and lessons …');
    const data = await writeData(cloud);
    const measureLoad = async (seconds: number, seed: number): Promise<Run> => {
      const { translateCalls } = services.engineCalls();
      counter.take();
      const result = await load({ url, data, seconds, connections: CONNECTIONS, seed });
      const calls = counter.take();
      return { ...result, calls, translateCalls: services.engineCalls().translateCalls - translateCalls };
    };
    await startFunctions(url, data);
    await measureLoad(WARM_UP_SECONDS, 0);
    return await work({ cloud, data, measureLoad });
  } finally {
    counter.stop();
    await cloud?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Asks every function that takes part so often at once that it starts in as many threads as it may. */
async function startFunctions(url: string, { videos, words, texts }: LoadData): Promise<void> {
  const [video, word, text] = [at(videos, 0), at(words, 0), at(texts, 0)];
  const authorization = `Bearer ${video.token}`;
  const ask = (path: string, body?: unknown) =>
    Array.from({ length: CONNECTIONS }, async () => {
      const response = await fetch(`${url}${path}`, {
        headers: { authorization, 'content-type': 'application/json' },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
    });
  const { language, target } = word;
  await Promise.all(ask(`/videos/${video.id}/chunks/0`));
  await Promise.all(
    ask(`/vocabulary/words/${encodeURIComponent(word.word)}?${new URLSearchParams({ language, target })}`),
  );
  await Promise.all(ask('/translate', { texts: [text], source_language: 'de', target_language: 'en' }));
}

async function emptyCache(cloud: LocalCloud): Promise<void> {
  // What was counted until now would be sent afterwards.
  await delay(FIGURES_MS);
  const redis = connectRedis(cloud.services.redisUrl);
  await redis.flushall();
  redis.disconnect();
}

/** The hit rate as `GET /admin/metrics` has it, of this run alone. */
async function withHitRate(cloud: LocalCloud, measureLoad: () => Promise<Run>): Promise<CachedRun> {
  const connection = new RedisConnection(cloud.services.redisUrl, { commandTimeoutMs: FIGURES_MS });
  try {
    // Two hours: one may end in between.
    const figures = () => readFigures(connection, 2, Date.now(), {});
    const before = await figures();
    const result = await measureLoad();
    await delay(FIGURES_MS);
    const after = await figures();
    const hits = after.hits - before.hits;
    return { ...result, hitRate: hits / (hits + after.misses - before.misses + after.errors - before.errors) };
  } finally {
    connection.close();
  }
}

function figuresOf(state: 'cold' | 'warm', on: CachedRun, off: Run): Figure[] {
  const beside = (name: string, unit: string, figure: (run: Run) => number, atMost?: number) =>
    compareAll(`${state}: ${name}`, unit, figure(on), { 'cache off': figure(off) }, atMost ? { atMost } : undefined);
  const perRequest = (name: string, figure: (run: Run) => number, atMost?: number) =>
    compare(
      `${state}: ${name} a request`,
      'calls',
      figure(on) / on.requests,
      figure(off) / off.requests,
      'cache off',
      atMost ? { atMost } : undefined,
    );
  return [
    ...beside('p50', 'ms', (each) => each.p50),
    ...beside('p95', 'ms', (each) => each.p95, P95_MS),
    ...beside('p99', 'ms', (each) => each.p99),
    ...beside('requests', 'per second', (each) => each.perSecond),
    measure(`${state}: hit rate`, 'of reads', on.hitRate, { atLeast: LEAST_HIT_RATE[state] }),
    perRequest('DynamoDB reads', ({ calls }) => calls.dynamoReads, READS_RATIO),
    perRequest('S3 reads', ({ calls }) => calls.s3Reads),
    // The local engine is the glossary, whose translations are kept for a minute only.
    perRequest(`Translate calls (${TEXTS} texts)`, ({ translateCalls }) => translateCalls, TRANSLATE_RATIO),
    measure(`${state}: errors`, 'requests', errorsOf(on), { atMost: 0 }),
  ];
}

const errorsOf = ({ errors }: Run) => Object.values(errors).reduce((sum, count) => sum + count, 0);
