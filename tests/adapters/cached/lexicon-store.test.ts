import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CachedLexiconStore } from '../../../functions/adapters/cached/cached-lexicon-store.ts';
import { DynamoLexiconSeeder } from '../../../functions/adapters/dynamodb/lexicon-seeder.ts';
import { DynamoLexiconStore } from '../../../functions/adapters/dynamodb/lexicon-store.ts';
import { valueKeyPrefix } from '../../../functions/adapters/redis/keys.ts';
import { cacheScopes, MISSING_LIFETIME_SECONDS } from '../../../functions/contracts/cache.ts';
import { SOURCE_LANGUAGES } from '../../../functions/contracts/languages.ts';
import type { LexiconPair } from '../../../functions/core/ports/lexicon.ts';
import { entriesOf } from '../../../functions/core/vocabulary/index.ts';
import type { LevelRequest } from '../../../functions/core/vocabulary/warm-levels.ts';
import { describeLexiconStore } from '../../contract/lexicon-store.ts';
import { counting, startTestCache } from '../../support/cache.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

const deEn: LexiconPair = { language: 'de', target: 'en' };
let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let redis: Awaited<ReturnType<typeof startTestCache>>;
let source: DynamoLexiconStore;

beforeAll(async () => {
  [dynamo, redis] = await Promise.all([startTestDynamo(), startTestCache()]);
  const table = await createTable(dynamo.client, 'lexicon');
  const lexicon = new Map(SOURCE_LANGUAGES.map((language) => [language, entriesOf(language)]));
  await new DynamoLexiconSeeder(table, dynamo.client).seed(lexicon);
  source = new DynamoLexiconStore(table, dynamo.client);
});
afterAll(async () => {
  await dynamo?.stop();
  await redis?.stop();
});

describeLexiconStore('DynamoLexiconStore', () => source);
describeLexiconStore('CachedLexiconStore, cold and warm,', () => new CachedLexiconStore(source, redis.cache));

describe('The cached lexicon', () => {
  beforeEach(async () => {
    await redis.cache.invalidate([cacheScopes.family('word'), cacheScopes.family('level-list')]);
  });
  const setup = () => {
    const { counted, calls } = counting(source);
    return { calls, lexicon: new CachedLexiconStore(counted, redis.cache) };
  };

  it('reads a word once, in whatever case and for whatever variant of the target it is asked for', async () => {
    const { lexicon, calls } = setup();
    for (const word of ['Haus', 'haus', 'HAUS']) await lexicon.find(word, { language: 'de', target: 'es' });
    await lexicon.find('Haus', { language: 'de', target: 'es-MX' });
    expect(calls.get('find')).toBe(1);
    await lexicon.find('Haus', deEn);
    expect(calls.get('find')).toBe(2);
  });

  it('reads each page of a level once', async () => {
    const { lexicon, calls } = setup();
    const read = async () => {
      const first = await lexicon.listLevel('A1', deEn, { limit: 20 });
      const second = await lexicon.listLevel('A1', deEn, { limit: 20, cursor: first.cursor });
      return [first, second];
    };
    const before = await read();
    expect(await read()).toEqual(before);
    expect(calls.get('listLevel')).toBe(2);
  });

  it('remembers only for a minute that a word is not listed', async () => {
    const { lexicon } = setup();
    const client = new Redis(redis.url);
    await client.flushdb();
    await lexicon.find('Quokka', deEn);
    await redis.cache.settle(5_000);
    const [key = ''] = await client.keys(`${valueKeyPrefix('word')}*`);
    const lifetime = await client.pttl(key);
    client.disconnect();
    expect(lifetime).toBeGreaterThan(0);
    expect(lifetime).toBeLessThanOrEqual(MISSING_LIFETIME_SECONDS * 1000);
  });

  it('knows which pages are read most, and passes over what it cannot read', async () => {
    const { lexicon } = setup();
    const rare: LevelRequest = { level: 'A2', pair: { language: 'fr', target: 'ja' }, page: { limit: 5 } };
    const { cursor = '' } = await source.listLevel('B1', deEn, { limit: 7 });
    const often: LevelRequest = { level: 'B1', pair: deEn, page: { limit: 7, cursor } };
    const client = new Redis(redis.url);
    await client.flushdb();
    client.disconnect();
    const other = { family: 'level-list', ranked: true, schema: z.string() } as const;
    for (let i = 0; i < 3; i++) await redis.cache.readThrough(other, { args: ['B1', 'de'] }, async () => 'x');
    for (const { level, pair, page } of [often, rare, often]) await lexicon.listLevel(level, pair, page);
    await redis.cache.settle(5_000);
    expect(await lexicon.mostUsedLevels(10)).toEqual([often, rare]);
  });

  it('puts in a page anew that is there already', async () => {
    const { lexicon, calls } = setup();
    const request: LevelRequest = { level: 'A1', pair: deEn, page: { limit: 3 } };
    const read = () => lexicon.listLevel(request.level, request.pair, request.page);
    const before = await read();
    await lexicon.renewLevel(request);
    await redis.cache.settle(5_000);
    expect(calls.get('listLevel')).toBe(2);
    expect(await read()).toEqual(before);
    expect(calls.get('listLevel')).toBe(2);
  });
});
