import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoAccountStore } from '../../../functions/adapters/dynamodb/account-store.ts';
import { DynamoBatchTaskStore } from '../../../functions/adapters/dynamodb/batch-task-store.ts';
import { DynamoChunkStore } from '../../../functions/adapters/dynamodb/chunk-store.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { DynamoPublicKeys } from '../../../functions/adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { DynamoVideoStore } from '../../../functions/adapters/dynamodb/video-store.ts';
import { PARTS_DONE_ATTRIBUTE } from '../../../functions/contracts/tables.ts';
import { VideoGone } from '../../../functions/core/ports/video-store.ts';
import { describeAccountStore } from '../../contract/account-store.ts';
import { describeBatchStore } from '../../contract/batch-store.ts';
import { describeChunkStore } from '../../contract/chunk-store.ts';
import { describePublicKeys } from '../../contract/public-keys.ts';
import { describeSeries } from '../../contract/series.ts';
import { describeTaskStore } from '../../contract/task-store.ts';
import { describeTranslationMemory } from '../../contract/translation-memory.ts';
import { describeVideoStore } from '../../contract/video-store.ts';
import { aChunk, aFailure, aTaskOf, aVideo, FakeClock, rows, T0, taskRef } from '../../support/builders.ts';
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
    batches: new DynamoBatchTaskStore(videos, clock, client),
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
describeSeries('DynamoVideoStore', () => stores.videos);
describeTaskStore('DynamoTaskStore', () => stores);
describeBatchStore('DynamoBatchTaskStore', () => stores);
describeChunkStore('DynamoChunkStore', () => stores);
describeAccountStore('DynamoAccountStore', () => stores.accounts);
describePublicKeys('DynamoPublicKeys', () => stores.keys);
describeTranslationMemory('DynamoTranslationMemory', () => stores);

describe('The videos table', () => {
  const started = async () => {
    const video = aVideo();
    const task = aTaskOf(video);
    await stores.videos.create(video);
    await stores.tasks.start(task);
    return { task, ref: taskRef(task) };
  };

  it('takes no chunk of a video whose record is gone while its task is still there', async () => {
    const { ref } = await started();
    await dynamo.client.send(new DeleteCommand({ TableName: 'videos', Key: keys.video(ref) }));
    await expect(stores.chunks.save(ref, aChunk(0), rows('Haus'), T0)).rejects.toThrow(VideoGone);
    expect(await stores.videos.get(ref)).toBeUndefined();
    expect(await stores.chunks.get(ref, 0)).toBeUndefined();
    expect((await stores.tasks.get(ref.ownerId, ref.taskId))?.chunksDone).toEqual([]);
  });

  it('ends a task also when the record of its video is gone', async () => {
    const { ref } = await started();
    await dynamo.client.send(new DeleteCommand({ TableName: 'videos', Key: keys.video(ref) }));
    expect(await stores.tasks.fail(ref, aFailure(), T0, T0)).toBe(true);
    expect(await stores.tasks.get(ref.ownerId, ref.taskId)).toMatchObject({ state: 'failed' });
    expect(await stores.videos.get(ref)).toBeUndefined();
  });

  it('shows the parts that the state machine marks, each once', async () => {
    const { task, ref } = await started();
    for (const part of ['1', '0', '1']) {
      await dynamo.client.send(
        new UpdateItemCommand({
          TableName: 'videos',
          Key: { pk: { S: `USER#${ref.ownerId}` }, sk: { S: `TASK#${ref.taskId}` } },
          UpdateExpression: 'ADD #partsDone :part',
          ExpressionAttributeNames: { '#partsDone': PARTS_DONE_ATTRIBUTE },
          ExpressionAttributeValues: { ':part': { NS: [part] } },
        }),
      );
    }
    expect((await stores.tasks.get(task.ownerId, task.id))?.partsDone).toEqual([0, 1]);
  });
});
