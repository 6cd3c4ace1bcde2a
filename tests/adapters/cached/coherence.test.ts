/**
 * Whatever is written, by whom and in whatever order: a read through the cache equals a read from the source. Two
 * instances of a function share a Redis, and read while there is writing.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lambdaContext } from '../../runtime/api/api-event.ts';
import { T0 } from '../../support/builders.ts';
import { openTestCache } from '../../support/cache.ts';
import { startTestDynamo, startTestRedis } from '../../support/services.ts';
import { openTestStream } from '../../support/streams.ts';
import { createTable } from '../../support/tables.ts';
import { anyWrite, Learner } from './learner.ts';
import { type Library, MemoryLessons, openSource, throughCache } from './library.ts';

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let redis: Awaited<ReturnType<typeof startTestRedis>>;
let stream: Awaited<ReturnType<typeof openTestStream>>;
let caches: ReturnType<typeof openTestCache>[];
let source: Library;
let instances: Library[];
let hits: number;
const lessons = new MemoryLessons();

beforeAll(async () => {
  [dynamo, redis] = await Promise.all([startTestDynamo(), startTestRedis()]);
  const table = await createTable(dynamo.client, 'videos');
  stream = await openTestStream(dynamo, table);
  source = openSource(dynamo, table, lessons);
  const read = (_family: string, outcome: string) => {
    if (outcome === 'hit') hits += 1;
  };
  caches = [openTestCache(redis.url, { read }), openTestCache(redis.url, { read })];
  instances = caches.map(({ cache }) => throughCache(source, cache));
});
afterAll(async () => {
  for (const { close } of caches ?? []) close();
  stream?.close();
  await Promise.all([dynamo?.stop(), redis?.stop()]);
});
beforeEach(() => {
  hits = 0;
});

const writes = fc.array(fc.record({ write: anyWrite, by: fc.nat(1), reader: fc.nat(1) }), {
  minLength: 1,
  maxLength: 10,
});

/** Lets the writers write and the instances read at the same time, and looks after each write. */
const staysCoherent = (writers: Library[], afterWrite: () => Promise<void> = async () => {}) =>
  fc.asyncProperty(writes, async (steps) => {
    const learner = new Learner(source, lessons);
    await learner.begin();
    for (const [i, { write, by, reader }] of steps.entries()) {
      let isWriting = true;
      const readOnAndOn = async () => {
        while (isWriting) await learner.see(instances[reader] ?? source);
      };
      const writing = learner.write(writers[by] ?? source, write, T0 + i).finally(() => {
        isWriting = false;
      });
      await Promise.all([writing, readOnAndOn()]);
      await afterWrite();
      const truth = await learner.see(source);
      for (const instance of instances) expect(await learner.see(instance)).toEqual(truth);
    }
  });

describe('A read through the cache equals a read from the source', () => {
  it('after any sequence of writes by two instances', async () => {
    await fc.assert(staysCoherent(instances), { numRuns: 25 });
    expect(hits).toBeGreaterThan(0);
  }, 240_000);

  it('after any sequence of writes without a cache, once the stream of the table is consumed', async () => {
    vi.stubEnv('CACHE_URL', redis.url);
    vi.stubEnv('CACHE_SECRET_ARN', 'none');
    vi.stubEnv('CACHE_ENABLED', 'true');
    vi.stubEnv('CACHE_LIFETIMES', '');
    vi.stubEnv('STAGE', 'test');
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
    const { handler } = await import('../../../functions/handlers/stream/invalidate-cache.ts');
    const consume = async () => {
      const event = await stream.read();
      // As Lambda does: a batch that fails is delivered again.
      await vi.waitFor(() => handler(event, lambdaContext), { timeout: 20_000 });
    };
    await fc.assert(staysCoherent([], consume), { numRuns: 15 });
    expect(hits).toBeGreaterThan(0);
  }, 240_000);
});
