import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type ACTIVE_BATCH, type ACTIVE_TASK, ACTIVE_TASKS_INDEX } from '../../contracts/tables.ts';
import type { Item } from './query.ts';

/** Tasks of a kind that have not ended and were last changed before a time (ms), oldest first, at most `limit`. */
export async function activeItems(
  client: DynamoDBDocumentClient,
  table: string,
  kind: typeof ACTIVE_TASK | typeof ACTIVE_BATCH,
  before: number,
  limit: number,
): Promise<Item[]> {
  const { name, partitionKey, sortKey } = ACTIVE_TASKS_INDEX;
  const found: Item[] = [];
  let start: Item | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: name,
        KeyConditionExpression: '#active = :active AND #time < :before',
        ExpressionAttributeNames: { '#active': partitionKey, '#time': sortKey },
        ExpressionAttributeValues: { ':active': kind, ':before': before },
        Limit: limit - found.length,
        ExclusiveStartKey: start,
      }),
    );
    found.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start && found.length < limit);
  return found;
}
