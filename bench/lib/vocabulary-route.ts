/** The vocabulary routes with a hit beside a miss: the function's own handler, a real Redis, DynamoDB Local. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { DynamoLexiconSeeder } from '../../functions/adapters/dynamodb/lexicon-seeder.ts';
import { DynamoPublicKeys } from '../../functions/adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../functions/adapters/node/clock.ts';
import { JoseTokenIssuer } from '../../functions/adapters/node/tokens.ts';
import { entriesOf } from '../../functions/core/vocabulary/index.ts';
import type { FunctionEnvironment } from '../../functions/runtime/env.ts';
import { awsLike, startTestDynamo } from '../../tests/support/services.ts';
import { createTable } from '../../tests/support/tables.ts';
import { alternate } from './alternate.ts';
import { messageOf } from './child.ts';
import { compare, type Figure, measure } from './report.ts';
import { median, quantile } from './statistics.ts';

const ROUNDS = 3;
const TIMES_FASTER = 10;
/** Promised for a lookup that hits (before the cache: 45 ms). */
const HIT_MS = 5;

export const routeOrderSchema = z.object({ token: z.string(), pairs: z.int(), words: z.array(z.string()) });
const timesSchema = z.object({ misses: z.array(z.number()), hits: z.array(z.number()) });
const routeTimesSchema = z.object({ word: timesSchema, page: timesSchema });
export type RouteTimes = z.infer<typeof routeTimesSchema>;
type RouteOrder = z.infer<typeof routeOrderSchema>;

/** @param pairs how often each is missed and then hit */
export async function measureVocabularyRoute(
  cacheUrl: string,
  pairs: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  say('The vocabulary route, misses and hits …');
  const dynamo = await startTestDynamo();
  try {
    await createTable(dynamo.client, 'users');
    await createTable(dynamo.client, 'lexicon');
    const lexicon = entriesOf('de');
    await new DynamoLexiconSeeder('lexicon', dynamo.client).seed(new Map([['de', lexicon]]));
    const secret = { read: async () => 'a secret of the bench with more than 32 characters' };
    const issuer = new JoseTokenIssuer(secret, new DynamoPublicKeys('users', dynamo.client), new SystemClock());
    const { token } = await issuer.issue({ accountId: 'learner', role: 'learner', sessionId: 'session' });
    const order = { token, pairs: Math.ceil(pairs / ROUNDS), words: lexicon.map(({ lemma }) => lemma) };
    const environment = { cacheUrl, endpoint: dynamo.endpoint };
    // In turn, since a database that has just started becomes faster.
    const rounds = await alternate(['true', 'false'], ROUNDS, (cacheEnabled) =>
      timesOf({ ...environment, cacheEnabled }, order),
    );
    const [cached, uncached] = [together(rounds.get('true')), together(rounds.get('false'))];
    return [
      ...figuresOf('a word', cached.word, uncached.word),
      measure('vocabulary, a word: p95 of a hit', 'ms', quantile(cached.word.hits, 0.95), { atMost: HIT_MS }),
      ...figuresOf('a page of a level', cached.page, uncached.page),
    ];
  } finally {
    await dynamo.stop();
  }
}

function together(rounds: readonly RouteTimes[] = []): RouteTimes {
  const of = (what: keyof RouteTimes) => ({
    misses: rounds.flatMap((round) => round[what].misses),
    hits: rounds.flatMap((round) => round[what].hits),
  });
  return { word: of('word'), page: of('page') };
}

function figuresOf(what: string, { hits, misses }: RouteTimes['word'], uncached: RouteTimes['word']): Figure[] {
  const hit = median(hits);
  const title = `vocabulary, ${what}: a hit`;
  return [
    compare(title, 'ms', hit, median(misses), 'a miss (DynamoDB Local in memory)', { atMost: 1 / TIMES_FASTER }),
    compare(title, 'ms', hit, median(uncached.hits), 'without the cache'),
  ];
}

async function timesOf(
  { cacheUrl, endpoint, cacheEnabled }: { cacheUrl: string; endpoint: string; cacheEnabled: string },
  order: RouteOrder,
): Promise<RouteTimes> {
  const environment: FunctionEnvironment<'vocabulary'> = {
    USERS_TABLE: 'users',
    LEXICON_TABLE: 'lexicon',
    CACHE_URL: cacheUrl,
    CACHE_SECRET_ARN: 'none',
    CACHE_ENABLED: cacheEnabled,
    CACHE_LIFETIMES: '',
    STAGE: 'bench',
  };
  const aws = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: awsLike.region,
    AWS_ACCESS_KEY_ID: awsLike.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: awsLike.credentials.secretAccessKey,
  };
  const child = fork(join(import.meta.dirname, 'vocabulary-route-worker.ts'), {
    env: { ...process.env, ...aws, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await messageOf(child);
    child.send(order);
    return routeTimesSchema.parse(await messageOf(child));
  } finally {
    child.kill();
  }
}
