import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DynamoPublicKeys } from '../../functions/adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../functions/adapters/node/clock.ts';
import { JoseTokenIssuer } from '../../functions/adapters/node/tokens.ts';
import { valueKeyPrefix } from '../../functions/adapters/redis/keys.ts';
import { freePort } from '../../local/aws/processes.ts';
import { call, startHandlerServices } from '../support/handlers.ts';

let services: Awaited<ReturnType<typeof startHandlerServices>>;
let handler: typeof import('../../functions/handlers/api/vocabulary/index.ts')['handler'];
let seedLexicon: typeof import('../../functions/handlers/deploy/seed-lexicon.ts')['handler'];
let warmCache: typeof import('../../functions/handlers/schedule/warm-cache.ts')['handler'];
let redis: Redis;
let token = '';

beforeAll(async () => {
  services = await startHandlerServices(['users', 'lexicon']);
  ({ handler } = await import('../../functions/handlers/api/vocabulary/index.ts'));
  ({ handler: seedLexicon } = await import('../../functions/handlers/deploy/seed-lexicon.ts'));
  ({ handler: warmCache } = await import('../../functions/handlers/schedule/warm-cache.ts'));
  const secret = { read: async () => 'another secret of at least 32 characters' };
  const issuer = new JoseTokenIssuer(secret, new DynamoPublicKeys('users', services.dynamo), new SystemClock());
  ({ token } = await issuer.issue({ accountId: 'a', role: 'learner', sessionId: 's' }));
  redis = new Redis(services.aws.redisUrl);
  await seedLexicon();
});
afterAll(async () => {
  redis?.disconnect();
  await services?.end();
});

/** The warming function as it starts in another environment. */
async function warmingWith(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { handler: warm } = await import('../../functions/handlers/schedule/warm-cache.ts');
  vi.unstubAllEnvs();
  return warm;
}

const get = (path: string, query: Record<string, string>) => call(handler, 'GET', path, { token, query });
const deEn = { language: 'de', target: 'en' };

describe('GET /vocabulary/words/{word}', () => {
  it('looks a word up, umlauts and all', async () => {
    const { status, body } = await get('/vocabulary/words/schön', deEn);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        { lemma: 'schön', pos: 'adjective', level: 'A1', article: null, plural: null, translation: 'beautiful, nice' },
      ],
    });
  });

  it('answers 404 for what is not listed, and says what to check', async () => {
    expect(await get('/vocabulary/words/ging', deEn)).toMatchObject({
      status: 404,
      body: {
        code: 'NOT_FOUND',
        detail: expect.stringMatching(/^"ging" is not in the lexicon of "de"\. Check its spelling .* dictionary forms/),
      },
    });
  });

  it.each([
    [{ language: 'de', target: 'de' }, 'query.target', 'must be another language than "language"'],
    [{ language: 'es', target: 'es-MX' }, 'query.target', 'must be another language than "language"'],
    [{ language: 'ja', target: 'en' }, 'query.language', 'must be one of de, en, es, fr'],
    [{ language: 'de' }, 'query.target', 'is required'],
    [{ language: 'de', target: 'klingon' }, 'query.target', expect.stringMatching(/a code such as en, es or fr/)],
  ])('answers 400 and names the field for %j', async (query, field, reason) => {
    for (const path of ['/vocabulary/words/Haus', '/vocabulary/levels/A1']) {
      const answer = await get(path, query);
      expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST', errors: [{ field, reason }] } });
    }
  });

  it('answers 401 without a token', async () => {
    const answer = await call(handler, 'GET', '/vocabulary/words/Haus', { query: deEn });
    expect(answer.status).toBe(401);
  });
});

describe('GET /vocabulary/levels/{level}', () => {
  it('lists page after page', async () => {
    const first = await get('/vocabulary/levels/A1', { ...deEn, limit: '2' });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      items: [{ lemma: 'Abend' }, { lemma: 'Abendessen' }],
      next_cursor: expect.any(String),
    });
    const second = await get('/vocabulary/levels/A1', { ...deEn, limit: '2', cursor: String(first.body?.next_cursor) });
    expect(second.body).toMatchObject({ items: [{ lemma: 'aber' }, { lemma: 'acht' }] });
  });

  it('answers an empty last page for a level that has no words', async () => {
    expect((await get('/vocabulary/levels/C2', deEn)).body).toEqual({ items: [], next_cursor: null });
  });

  it.each([
    ['/vocabulary/levels/A1', { cursor: 'x' }, 'query.cursor'],
    ['/vocabulary/levels/A1', { limit: '101' }, 'query.limit'],
    ['/vocabulary/levels/unlisted', {}, 'path.level'],
  ])('answers 400 for %s with %j', async (path, query, field) => {
    expect(await get(path, { ...deEn, ...query })).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});

describe('an answer', () => {
  it.each([
    ['/vocabulary/words/gehen', deEn],
    ['/vocabulary/levels/B1', { ...deEn, limit: '3' }],
  ])('has the same ETag from the table and from the cache: %s', async (path, query) => {
    await redis.flushdb();
    const fromTable = await get(path, query);
    expect(await redis.keys('lp:v:*')).toHaveLength(1);
    const fromCache = await get(path, query);
    expect(fromCache.headers.etag).toBe(fromTable.headers.etag);
    const headers = { 'if-none-match': String(fromTable.headers.etag) };
    expect((await call(handler, 'GET', path, { token, query, headers })).status).toBe(304);
  });
});

describe('after a deployment', () => {
  it('the lexicon is there already when it is seeded again', async () => {
    expect(await seedLexicon()).toMatchObject({ written: 0, deleted: 0 });
  });

  it('the first pages for beginners are in the cache, before anybody has asked for them', async () => {
    await redis.flushdb();
    expect(await warmCache()).toEqual({ warmed: 8 });
    expect(await redis.keys(`${valueKeyPrefix('level-list')}*`)).toHaveLength(8);
  });

  it('what is read most is in the cache, too', async () => {
    await redis.flushdb();
    for (let i = 0; i < 2; i++) await get('/vocabulary/levels/B1', { language: 'fr', target: 'ja', limit: '5' });
    expect(await warmCache()).toEqual({ warmed: 9 });
  });

  it('warming fails, for the alarm, when the lexicon cannot be read', async () => {
    const warm = await warmingWith({ LEXICON_TABLE: 'nowhere' });
    await expect(warm()).rejects.toThrow(/^\d+ pages of levels could not be loaded into the cache$/);
  });

  it('warming fails, too, when the cache cannot be reached: nothing is warmer than before', async () => {
    const warm = await warmingWith({ CACHE_URL: `redis://127.0.0.1:${await freePort()}` });
    await expect(warm()).rejects.toThrow('8 pages of levels could not be loaded into the cache');
  });

  it('warming does nothing when the cache is switched off', async () => {
    const warm = await warmingWith({ CACHE_ENABLED: 'false', LEXICON_TABLE: 'nowhere' });
    expect(await warm()).toEqual({ warmed: 0 });
  });
});
