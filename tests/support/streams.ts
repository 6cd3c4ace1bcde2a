import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { awsLike, type startTestDynamo } from './services.ts';

/** Switches the stream of a table on. */
export async function openTestStream(dynamo: Awaited<ReturnType<typeof startTestDynamo>>, table: string) {
  const { TableDescription } = await dynamo.client.send(
    new UpdateTableCommand({
      TableName: table,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const StreamArn = TableDescription?.LatestStreamArn;
  const client = new DynamoDBStreamsClient({ ...awsLike, endpoint: dynamo.endpoint });
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const first = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  let ShardIterator = (await client.send(first)).ShardIterator;
  return {
    /** What was changed since the last call, in order, as a function gets it; and last a mark, so that nothing is missed. */
    async read(): Promise<DynamoDBStreamEvent> {
      const mark = { pk: 'MARK', sk: randomUUID() };
      await dynamo.client.send(new PutCommand({ TableName: table, Item: mark }));
      const changed: DynamoDBStreamEvent['Records'] = [];
      for (;;) {
        const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
        ShardIterator = NextShardIterator;
        for (const { dynamodb } of Records) {
          const { pk, sk } = dynamodb?.Keys ?? {};
          changed.push({ dynamodb: { Keys: { pk: { S: pk?.S ?? '' }, sk: { S: sk?.S ?? '' } } } });
          if (sk?.S === mark.sk) return { Records: changed };
        }
        if (Records.length === 0) await setTimeout(20);
      }
    },
    close: () => client.destroy(),
  };
}
