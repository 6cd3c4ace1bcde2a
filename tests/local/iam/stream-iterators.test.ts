/** Whether DynamoDB Local names the stream in its iterators, which is all that a GetRecords tells of it. */
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPlaces } from '../../../local/aws/iam/places.ts';
import { checksOf } from '../../../local/aws/iam/requests.ts';
import { awsLike, startTestDynamo } from '../../support/services.ts';
import { IDENTITY } from './support/template.ts';

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it('An iterator of DynamoDB Local tells which stream it reads', async () => {
  const table = await dynamo.client.send(
    new CreateTableCommand({
      TableName: 'Videos',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  const StreamArn = table.TableDescription?.LatestStreamArn;
  const client = new DynamoDBStreamsClient({ ...awsLike, endpoint: dynamo.endpoint });
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const where = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
  const { ShardIterator } = await client.send(new GetShardIteratorCommand(where));
  client.destroy();
  const request = {
    service: 'dynamodb',
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'DynamoDBStreams_20120810.GetRecords' },
    body: Buffer.from(JSON.stringify({ ShardIterator })),
  };
  expect(checksOf(request, readPlaces([], IDENTITY))).toEqual([{ action: 'dynamodb:GetRecords', resource: StreamArn }]);
});
