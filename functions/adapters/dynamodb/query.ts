import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InvalidCursor, type Page, type PageRequest } from '../../core/ports/video-store.ts';
import type { Key } from './keys.ts';

/** Items of a partition whose sort key begins with a prefix; without one, all of the partition. */
export type KeyRange = { table: string; pk: string; prefix?: string; newestFirst?: boolean };

/** Items of a partition of an index. An index is a little behind its table. */
export type IndexPartition = {
  table: string;
  index: { name: string; partitionKey: string; sortKey: string };
  pk: string;
};

export type Item = Record<string, unknown>;

/** Reads the newest version: progress never seems to go back, and writers read what they wrote. */
export async function getItem(client: DynamoDBDocumentClient, table: string, key: Key): Promise<Item | undefined> {
  const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return item;
}

/** An item that has expired is gone, even while DynamoDB has not removed it yet (it may take days). `now` in ms. */
export const isExpired = (item: Item, now: number) => {
  const { expiresAt } = expirySchema.parse(item);
  return expiresAt !== undefined && expiresAt * 1000 <= now;
};

const expirySchema = z.object({ expiresAt: z.number().optional() });

/** All items of a range, page after page (DynamoDB answers at most 1 MB at once). */
export async function* queryAll(
  client: DynamoDBDocumentClient,
  range: KeyRange,
  extra: Partial<QueryCommandInput> = {},
): AsyncGenerator<Item> {
  const query = rangeQuery(range);
  yield* pagesFrom(client, {
    ...query,
    ...extra,
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...extra.ExpressionAttributeValues },
  });
}

/** All items of a table, page after page: for tables that are small. */
export async function* scanAll(client: DynamoDBDocumentClient, table: string): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    yield* answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}

/**
 * One page of a range. One item more than asked for is read, so that the last page never has a cursor.
 * @throws InvalidCursor
 */
export function queryPage(client: DynamoDBDocumentClient, range: KeyRange, page: PageRequest): Promise<Page<Item>> {
  const list: List = {
    query: rangeQuery(range),
    keyNames: ['pk', 'sk'],
    holds: ({ pk, sk = '' }) => pk === range.pk && sk.startsWith(range.prefix ?? ''),
  };
  return pageOf(client, list, page);
}

/** The same for a partition of an index, whose items are in the order of its sort key. @throws InvalidCursor */
export function queryIndexPage(
  client: DynamoDBDocumentClient,
  { table, index, pk }: IndexPartition,
  page: PageRequest,
): Promise<Page<Item>> {
  const list: List = {
    query: {
      TableName: table,
      IndexName: index.name,
      KeyConditionExpression: '#partition = :pk',
      ExpressionAttributeNames: { '#partition': index.partitionKey },
      ExpressionAttributeValues: { ':pk': pk },
    },
    keyNames: ['pk', 'sk', index.partitionKey, index.sortKey],
    holds: (key) => key[index.partitionKey] === pk,
  };
  return pageOf(client, list, page);
}

/** A query, the names of the keys that say where in it a page ended, and which such keys are of this list. */
type List = { query: QueryCommandInput; keyNames: string[]; holds(key: Record<string, string>): boolean };

async function pageOf(client: DynamoDBDocumentClient, list: List, page: PageRequest): Promise<Page<Item>> {
  const items: Item[] = [];
  const query = {
    ...list.query,
    ...(page.cursor !== undefined && { ExclusiveStartKey: keyOfCursor(page.cursor, list) }),
    Limit: page.limit + 1,
  };
  for await (const item of pagesFrom(client, query)) {
    items.push(item);
    if (items.length > page.limit) break;
  }
  const shown = items.slice(0, page.limit);
  const last = shown.at(-1);
  return items.length > page.limit && last ? { items: shown, cursor: cursorOf(last, list) } : { items: shown };
}

async function* pagesFrom(client: DynamoDBDocumentClient, query: QueryCommandInput): AsyncGenerator<Item> {
  let start = query.ExclusiveStartKey;
  do {
    const answer = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    yield* answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}

const rangeQuery = ({ table, pk, prefix, newestFirst = false }: KeyRange): QueryCommandInput => ({
  TableName: table,
  KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
  ScanIndexForward: !newestFirst,
  ConsistentRead: true,
});

/** Longest sort key that DynamoDB takes, bytes. */
const MAX_KEY_BYTES = 1024;
const keyValueSchema = z
  .string()
  .min(1)
  .refine((value) => Buffer.byteLength(value) <= MAX_KEY_BYTES);

/** Names where a page ended: the last key, which holds the list that it belongs to. */
function cursorOf(item: Item, { keyNames }: List): string {
  const values = keyNames.map((name) => keyValueSchema.parse(item[name]));
  return encodeCursor(values);
}

function keyOfCursor(cursor: string, { keyNames, holds }: List): Record<string, string> {
  const values = decodeCursor(cursor, keyNames.length);
  const key = Object.fromEntries(keyNames.map((name, i) => [name, values[i] ?? '']));
  if (!holds(key)) throw new InvalidCursor('This cursor belongs to another list');
  return key;
}

export const encodeCursor = (values: readonly string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

/** @throws InvalidCursor for what `encodeCursor` does not make of so many values */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return z.array(keyValueSchema).length(length).parse(decoded);
  } catch (error) {
    throw new InvalidCursor('This is no cursor; use the next_cursor of the page before', { cause: error });
  }
}
