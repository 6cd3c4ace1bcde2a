import { afterAll, beforeAll } from 'vitest';
import { DynamoAccountStore } from '../../../functions/adapters/dynamodb/account-store.ts';
import { DynamoChunkStore } from '../../../functions/adapters/dynamodb/chunk-store.ts';
import { DynamoPublicKeys } from '../../../functions/adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { DynamoVideoStore } from '../../../functions/adapters/dynamodb/video-store.ts';
import { describeAccountStore } from '../../contract/account-store.ts';
import { describeChunkStore } from '../../contract/chunk-store.ts';
import { describePublicKeys } from '../../contract/public-keys.ts';
import { describeTaskStore } from '../../contract/task-store.ts';
import { describeTranslationMemory } from '../../contract/translation-memory.ts';
import { describeVideoStore } from '../../contract/video-store.ts';
import { FakeClock } from '../../support/builders.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let stores: Awaited<ReturnType<typeof makeStores>>;

async function makeStores() {
  const { client } = dynamo;
  const clock = new FakeClock();
  const videos = await createTable(client, 'videos');
  const users = await createTable(client, 'users');
  const translations = await createTable(client, 'translations');
  return {
    clock,
    videos: new DynamoVideoStore(videos, client),
    tasks: new DynamoTaskStore(videos, clock, client),
    chunks: new DynamoChunkStore(videos, client),
    accounts: new DynamoAccountStore(users, client),
    keys: new DynamoPublicKeys(users, client),
    memory: new DynamoTranslationMemory(translations, clock, client),
  };
}

beforeAll(async () => {
  dynamo = await startTestDynamo();
  stores = await makeStores();
}, 60_000);
afterAll(() => dynamo?.stop());

describeVideoStore('DynamoVideoStore', () => stores);
describeTaskStore('DynamoTaskStore', () => stores);
describeChunkStore('DynamoChunkStore', () => stores);
describeAccountStore('DynamoAccountStore', () => stores.accounts);
describePublicKeys('DynamoPublicKeys', () => stores.keys);
describeTranslationMemory('DynamoTranslationMemory', () => stores);
