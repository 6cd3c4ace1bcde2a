import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Key, keys } from '../../functions/adapters/dynamodb/keys.ts';
import { cacheScopes } from '../../functions/contracts/cache.ts';
import { lambdaContext } from '../runtime/api/api-event.ts';
import { startTestCache } from '../support/cache.ts';

let redis: Awaited<ReturnType<typeof startTestCache>>;
beforeAll(async () => {
  redis = await startTestCache();
});
afterAll(() => redis?.stop());
beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('CACHE_URL', redis.url);
  vi.stubEnv('CACHE_SECRET_ARN', 'none');
  vi.stubEnv('CACHE_LIFETIMES', '');
  vi.stubEnv('STAGE', 'test');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
});

/** The function in a new instance, with the environment as it is now. */
const start = async () => (await import('../../functions/handlers/stream/invalidate-cache.ts')).handler;

const eventOf = (...changed: Key[]): DynamoDBStreamEvent => ({
  Records: changed.map(({ pk, sk }) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } })),
});
const ref = { ownerId: 'owner', videoId: 'video' };

/** Whether a value that depends on a scope is valid still. */
async function survives(
  scope: ReturnType<(typeof cacheScopes)['video' | 'lessons' | 'library' | 'session']>,
  consume: () => Promise<void>,
) {
  let loads = 0;
  const read = () =>
    redis.cache.readThrough({ family: 'video', schema: z.int() }, { args: [scope], scopes: [scope] }, async () => {
      loads += 1;
      return loads;
    });
  await read();
  await consume();
  const before = loads;
  await read();
  return loads === before;
}

describe('The consumer of table streams', () => {
  it('makes invalid what depends on changed items, whatever they are, and nothing else', async () => {
    const handler = await start();
    const event = eventOf(
      keys.task({ ownerId: 'owner', taskId: 'task' }),
      keys.chunk(ref, 1),
      keys.session('mine'),
      keys.account('owner'),
    );
    const consume = () => handler(event, lambdaContext);
    expect(await survives(cacheScopes.lessons('video'), consume)).toBe(false);
    expect(await survives(cacheScopes.session('mine'), consume)).toBe(false);
    expect(await survives(cacheScopes.library('owner'), consume)).toBe(true);
    expect(await survives(cacheScopes.session('other'), consume)).toBe(true);
  });

  it('does nothing at all for items of which nothing is cached', async () => {
    vi.stubEnv('CACHE_URL', 'redis://127.0.0.1:1');
    const handler = await start();
    const event = eventOf(keys.task({ ownerId: 'owner', taskId: 'task' }));
    await expect(handler(event, lambdaContext)).resolves.toBeUndefined();
  });

  it('fails while the cache does not answer, so that the batch is delivered again', async () => {
    vi.stubEnv('CACHE_URL', 'redis://127.0.0.1:1');
    const handler = await start();
    await expect(handler(eventOf(keys.video(ref)), lambdaContext)).rejects.toThrow('The cache does not answer');
  });

  it('invalidates while the cache is switched off, so that it may be switched on again at any time', async () => {
    vi.stubEnv('CACHE_ENABLED', 'false');
    const handler = await start();
    const consume = () => handler(eventOf(keys.video(ref)), lambdaContext);
    expect(await survives(cacheScopes.video('video'), consume)).toBe(false);
  });

  it('refuses records that it cannot read', async () => {
    const handler = await start();
    await expect(handler({ Records: [{ dynamodb: {} }] }, lambdaContext)).rejects.toThrow('Keys');
  });
});
