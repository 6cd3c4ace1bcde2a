import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedSessionStore } from '../../../functions/adapters/cached/cached-session-store.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { DynamoSessionStore } from '../../../functions/adapters/dynamodb/session-store.ts';
import type { SessionStore } from '../../../functions/core/ports/accounts.ts';
import { aSession, describeSessionStore } from '../../contract/session-store.ts';
import { FakeClock, T0 } from '../../support/builders.ts';
import { counting, startTestCache } from '../../support/cache.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

const clock = new FakeClock();
let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let redis: Awaited<ReturnType<typeof startTestCache>>;
let source: SessionStore;
let cached: SessionStore;

beforeAll(async () => {
  [dynamo, redis] = await Promise.all([startTestDynamo(), startTestCache()]);
  source = new DynamoSessionStore(await createTable(dynamo.client, 'users'), clock, dynamo.client);
  cached = new CachedSessionStore(source, redis.cache, clock);
});
afterAll(async () => {
  await dynamo?.stop();
  await redis?.stop();
});

describeSessionStore('DynamoSessionStore', () => ({ sessions: source, clock }));
describeSessionStore('CachedSessionStore', () => ({ sessions: cached, clock }));

describe('The users table', () => {
  it('is told in seconds when a session can be removed, and not before its end', async () => {
    const session = aSession({ expiresAt: T0 + 1 });
    await source.create(session);
    const { Item } = await dynamo.client.send(new GetCommand({ TableName: 'users', Key: keys.session(session.id) }));
    expect(Item).toMatchObject({ pk: `SESSION#${session.id}`, sk: 'SESSION', expiresAt: T0 / 1000 + 1 });
  });
});

describe('The cached sessions', () => {
  it('are read from the table once', async () => {
    const { counted, calls } = counting(source);
    const sessions = new CachedSessionStore(counted, redis.cache, clock);
    const session = aSession();
    await sessions.create(session);
    for (let i = 0; i < 5; i++) expect(await sessions.get(session.id)).toEqual(session);
    expect(calls.get('get')).toBe(1);
  });

  it('end for every instance of a function', async () => {
    const [one, other] = [cached, new CachedSessionStore(source, redis.cache, clock)];
    const session = aSession();
    await one.create(session);
    expect(await other.get(session.id)).toEqual(session);
    await one.end(session.id);
    expect(await other.get(session.id)).toBeUndefined();
  });
});
