import { type DynamoDBDocumentClient, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InvalidCursor, type Page, type PageRequest } from '../../core/ports/video-store.ts';
import type { Key } from './keys.ts';

/** Items of a partition whose sort key begins with a prefix. */
export type KeyRange = { table: string; pk: string; prefix: string; newestFirst?: boolean };

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
  yield* pagesFrom(client, {
    ...rangeQuery(range),
    ...extra,
    ExpressionAttributeValues: { ':pk': range.pk, ':prefix': range.prefix, ...extra.ExpressionAttributeValues },
  });
}

/**
 * One page of a range. One item more than asked for is read, so that the last page never has a cursor.
 * @throws InvalidCursor
 */
export async function queryPage(
  client: DynamoDBDocumentClient,
  range: KeyRange,
  page: PageRequest,
): Promise<Page<Item>> {
  const items: Item[] = [];
  const query = {
    ...rangeQuery(range),
    ...(page.cursor !== undefined && { ExclusiveStartKey: keyOfCursor(page.cursor, range) }),
    Limit: page.limit + 1,
  };
  for await (const item of pagesFrom(client, query)) {
    items.push(item);
    if (items.length > page.limit) break;
  }
  const shown = items.slice(0, page.limit);
  const last = shown.at(-1);
  return items.length > page.limit && last ? { items: shown, cursor: cursorOf(last) } : { items: shown };
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
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  ScanIndexForward: !newestFirst,
  ConsistentRead: true,
});

const keySchema = z.object({ pk: z.string(), sk: z.string() });
const cursorSchema = z.tuple([z.string(), z.string()]);

/** Names where a page ended: the last key, which holds the list that it belongs to. */
function cursorOf(item: Item): string {
  const { pk, sk } = keySchema.parse(item);
  return Buffer.from(JSON.stringify([pk, sk])).toString('base64url');
}

function keyOfCursor(cursor: string, { pk, prefix }: KeyRange): Key {
  const [cursorPk, cursorSk] = decodeCursor(cursor);
  if (cursorPk !== pk || !cursorSk.startsWith(prefix)) throw new InvalidCursor('This cursor belongs to another list');
  return { pk: cursorPk, sk: cursorSk };
}

function decodeCursor(cursor: string) {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new InvalidCursor('This is no cursor; use the next_cursor of the page before', { cause: error });
  }
}
