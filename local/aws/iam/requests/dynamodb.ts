/**
 * DynamoDB and its streams. Sources: Service Authorization Reference; DynamoDB Developer Guide, "Using IAM policy
 * conditions for fine-grained access control" and "IAM with transactions".
 */
import { z } from 'zod';
import { AwsError, parseInput } from '../../wire.ts';
import { type Check, check, type Operations } from '../check.ts';
import type { Places } from '../places.ts';

const valueSchema = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => N),
  z.object({ B: z.string() }).transform(({ B }) => B),
]);
const itemSchema = z.record(z.string(), z.unknown());
const keyed = z.object({ TableName: z.string(), Key: itemSchema });
const withItem = z.object({ TableName: z.string(), Item: itemSchema });
const scanSchema = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const querySchema = scanSchema.extend({
  // The older KeyConditions is not read: without it the partition would not be known.
  KeyConditionExpression: z.string(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).default({}),
});
const batchGetSchema = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(itemSchema) })) });
const batchWriteSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.union([
        z.object({ PutRequest: z.object({ Item: itemSchema }) }).transform(({ PutRequest }) => PutRequest.Item),
        z.object({ DeleteRequest: z.object({ Key: itemSchema }) }).transform(({ DeleteRequest }) => DeleteRequest.Key),
      ]),
    ),
  ),
});
/** One of them in each item. */
const transactSchema = z.object({
  TransactItems: z.array(
    z.union([
      z.strictObject({ Put: withItem }).transform(({ Put }) => ({ operation: 'PutItem', ...asKeyed(Put) })),
      z.strictObject({ Update: keyed }).transform(({ Update }) => ({ operation: 'UpdateItem', ...Update })),
      z.strictObject({ Delete: keyed }).transform(({ Delete }) => ({ operation: 'DeleteItem', ...Delete })),
      z
        .strictObject({ ConditionCheck: keyed })
        .transform(({ ConditionCheck }) => ({ operation: 'ConditionCheckItem', ...ConditionCheck })),
    ]),
  ),
});

type Keyed = z.output<typeof keyed>;
const asKeyed = ({ TableName, Item }: z.output<typeof withItem>): Keyed => ({ TableName, Key: Item });

export const dynamodb: Operations = {
  GetItem: (input, places) => [onItem('GetItem', parseInput(keyed, input), places)],
  PutItem: (input, places) => [onItem('PutItem', asKeyed(parseInput(withItem, input)), places)],
  UpdateItem: (input, places) => [onItem('UpdateItem', parseInput(keyed, input), places)],
  DeleteItem: (input, places) => [onItem('DeleteItem', parseInput(keyed, input), places)],
  Query: (input, places) => {
    const { TableName, IndexName, ...query } = parseInput(querySchema, input);
    const partition = queriedPartition(query, places.partitionKey(nameOf(TableName), IndexName));
    return [onTable('Query', TableName, [partition], places, IndexName)];
  },
  // A scan has no leading keys.
  Scan: (input, places) => {
    const { TableName, IndexName } = parseInput(scanSchema, input);
    return [check('dynamodb:Scan', arnOf(TableName, places, IndexName))];
  },
  BatchGetItem: (input, places) =>
    Object.entries(parseInput(batchGetSchema, input).RequestItems).map(([table, { Keys }]) =>
      onItems('BatchGetItem', table, Keys, places),
    ),
  BatchWriteItem: (input, places) =>
    Object.entries(parseInput(batchWriteSchema, input).RequestItems).map(([table, items]) =>
      onItems('BatchWriteItem', table, items, places),
    ),
  // A transaction needs the rights of its single writes, and none of its own.
  TransactWriteItems: (input, places) =>
    parseInput(transactSchema, input).TransactItems.map(({ operation, ...item }) => onItem(operation, item, places)),
};

const streamSchema = z.object({ StreamArn: z.string() });

export const dynamodbStreams: Operations = {
  ListStreams: () => [check('dynamodb:ListStreams', '*')],
  DescribeStream: (input) => [check('dynamodb:DescribeStream', parseInput(streamSchema, input).StreamArn)],
  GetShardIterator: (input) => [check('dynamodb:GetShardIterator', parseInput(streamSchema, input).StreamArn)],
  GetRecords: (input) => {
    const { ShardIterator } = parseInput(z.object({ ShardIterator: z.string() }), input);
    // The stream is named by the iterator alone, in AWS and in DynamoDB Local alike.
    const stream = /arn:aws:dynamodb:[^|]+\/stream\/[^|]+/.exec(ShardIterator)?.[0];
    if (!stream) throw new AwsError('ValidationException', 'Invalid ShardIterator: it names no stream');
    return [check('dynamodb:GetRecords', stream)];
  },
};

const onItem = (operation: string, { TableName, Key }: Keyed, places: Places): Check =>
  onItems(operation, TableName, [Key], places);

function onItems(operation: string, table: string, items: readonly Keyed['Key'][], places: Places): Check {
  const name = places.partitionKey(nameOf(table));
  const leading = items.map((item) => parseInput(valueSchema, item[name]));
  return onTable(operation, table, [...new Set(leading)], places);
}

const onTable = (operation: string, table: string, leading: string[], places: Places, index?: string): Check =>
  check(`dynamodb:${operation}`, arnOf(table, places, index), { 'dynamodb:LeadingKeys': leading });

/** Tables may be given by name or ARN. */
const nameOf = (table: string): string => table.slice(table.lastIndexOf('/') + 1);

function arnOf(table: string, { region, account }: Places, index?: string): string {
  const arn = table.startsWith('arn:') ? table : `arn:aws:dynamodb:${region}:${account}:table/${table}`;
  return index === undefined ? arn : `${arn}/index/${index}`;
}

type KeyCondition = Omit<z.output<typeof querySchema>, 'TableName' | 'IndexName'>;

/** The value that a query wants the partition key to be equal to. @throws AwsError ValidationException when there is none */
function queriedPartition(query: KeyCondition, key: string): string {
  const { KeyConditionExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = query;
  const equalities = KeyConditionExpression.matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)/g);
  const wanted = [...equalities].filter(([, name = '']) => (names[name] ?? name) === key);
  const [[, , placeholder = ''] = [], ...others] = wanted;
  if (placeholder === '' || others.length > 0) {
    throw new AwsError('ValidationException', `Query condition missed key schema element: ${key}`);
  }
  return parseInput(valueSchema, values[placeholder]);
}
