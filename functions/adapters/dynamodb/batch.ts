import { setTimeout } from 'node:timers/promises';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import type { Key } from './keys.ts';
import type { Item } from './query.ts';
import { retryConflicts } from './transact.ts';

type WriteRequests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

/** Limits of DynamoDB for one call. */
const GET_BATCH = 100;
const WRITE_BATCH = 25;
/**
 * So many writing calls of one batch are under way at once: 100 items in some 15 ms are more than the 4,000 a second that a new
 * table on demand takes, and a laptop that works them off one by one would answer the last after its time-out.
 */
const WRITES_AT_ONCE = 4;

/** What one call leaves unprocessed is sent again with full jitter up to min(2 s, 50 ms · 2^n): about 7 s in all. */
const UNPROCESSED_RETRIES = 10;
const UNPROCESSED_BASE_MS = 50;
const UNPROCESSED_CAP_MS = 2_000;

/**
 * Items with these keys, in no particular order; keys must differ. Missing ones are left out.
 * @param options `consistent`: the newest versions, for twice the price. @default false
 */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
  { consistent = false } = {},
): Promise<Item[]> {
  const batches = batchesOf(keys, GET_BATCH).map(async (batch) => {
    const found: Item[] = [];
    await untilProcessed<Item>(batch, async (wanted) => {
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: consistent } } }),
      );
      found.push(...(answer.Responses?.[table] ?? []));
      return answer.UnprocessedKeys?.[table]?.Keys ?? [];
    });
    return found;
  });
  return (await Promise.all(batches)).flat();
}

/** Puts items one by one: not all or none, so only for what may be repeated. Keys must differ. */
export const batchPut = (client: DynamoDBDocumentClient, table: string, items: readonly Item[]) =>
  batchWrite(
    client,
    table,
    items.map((item) => ({ PutRequest: { Item: item } })),
  );

/** Deletes items one by one; what is not there is no error. */
export const batchDelete = (client: DynamoDBDocumentClient, table: string, keys: readonly Key[]) =>
  batchWrite(
    client,
    table,
    keys.map((key) => ({ DeleteRequest: { Key: key } })),
  );

async function batchWrite(client: DynamoDBDocumentClient, table: string, requests: WriteRequests): Promise<void> {
  const write = (batch: WriteRequests) =>
    untilProcessed(batch, async (wanted) => {
      const command = new BatchWriteCommand({ RequestItems: { [table]: wanted } });
      const answer = await retryConflicts(() => client.send(command));
      return answer.UnprocessedItems?.[table] ?? [];
    });
  await pLimit(WRITES_AT_ONCE).map(batchesOf(requests, WRITE_BATCH), write);
}

/** @throws Error when a part of the batch was refused again and again */
async function untilProcessed<T>(batch: T[], send: (wanted: T[]) => Promise<T[]>): Promise<void> {
  let left = await send(batch);
  for (let retry = 0; left.length > 0; retry++) {
    if (retry === UNPROCESSED_RETRIES) {
      throw new Error(`DynamoDB left ${left.length} of ${batch.length} items unprocessed: try again later`);
    }
    await setTimeout(Math.random() * Math.min(UNPROCESSED_CAP_MS, UNPROCESSED_BASE_MS * 2 ** retry));
    left = await send(left);
  }
}

function batchesOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
