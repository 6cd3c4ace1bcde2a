import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
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
    /** What was changed since the last call, in order, as a function gets it. */
    async read(): Promise<DynamoDBStreamEvent> {
      const changed: DynamoDBStreamEvent['Records'] = [];
      for (;;) {
        const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
        ShardIterator = NextShardIterator;
        if (Records.length === 0) return { Records: changed };
        for (const { dynamodb } of Records) {
          const { pk, sk } = dynamodb?.Keys ?? {};
          changed.push({ dynamodb: { Keys: { pk: { S: pk?.S ?? '' }, sk: { S: sk?.S ?? '' } } } });
        }
      }
    },
    close: () => client.destroy(),
  };
}
