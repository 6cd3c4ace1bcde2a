/** Looks and reaches behind the API, with the AWS SDK, as an operator would. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Redis } from 'ioredis';
import { DynamoAccountStore } from '../../../functions/adapters/dynamodb/account-store.ts';
import { objectKeys } from '../../../functions/core/object-keys.ts';
import type { LocalCloud } from '../../../local/cloud.ts';

export type CloudInspector = ReturnType<typeof inspectCloud>;

export function inspectCloud(cloud: LocalCloud) {
  const config = {
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const s3 = new S3Client({ ...config, requestChecksumCalculation: 'WHEN_REQUIRED' });
  const sqs = new SQSClient(config);
  const sfn = new SFNClient(config);
  const videosTable = cloud.tableName('videos');
  const bucket = cloud.bucketName('media');
  const ingest = cloud.queueUrl('IngestQueue');
  const deadLetters = cloud.queueUrl('IngestDeadLetters');

  const messages = async (QueueUrl: string) => {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes ?? {};
    return Number(ApproximateNumberOfMessages ?? 0) + Number(ApproximateNumberOfMessagesNotVisible ?? 0);
  };
  const items = async (videoId: string) => {
    const { Items } = await dynamo.send(new ScanCommand({ TableName: videosTable }));
    return (Items ?? []).filter((item) => JSON.stringify(item.pk + item.sk + item.videoId).includes(videoId));
  };
  const executions = async (videoId: string) => {
    const found = await sfn.send(new ListExecutionsCommand({ stateMachineArn: cloud.stateMachineArn('') }));
    return (found.executions ?? []).filter((execution) => execution.name?.startsWith(videoId));
  };

  return {
    items,
    executions,
    /** Keys of a video's objects, without owner and video. */
    objectKeys: async (videoId: string) => {
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
      return (Contents ?? [])
        .map((object) => object.Key ?? '')
        .filter((key) => key.includes(videoId))
        .map((key) => key.split('/').slice(3).join('/'));
    },
    /** Puts a source in place past the API and its limits. */
    putSource: async (videoId: string, bytes: number) => {
      const video = (await items(videoId)).find((item) => item.sk === `VIDEO#${videoId}`);
      const Key = objectKeys.source({ ownerId: String(video?.ownerId), videoId });
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Buffer.alloc(bytes) }));
    },
    /** Sends the S3 event of a source again. */
    repeatObjectEvent: async (videoId: string, times: number) => {
      const video = (await items(videoId)).find((item) => item.sk === `VIDEO#${videoId}`);
      const key = objectKeys.source({ ownerId: String(video?.ownerId), videoId });
      const MessageBody = JSON.stringify({ Records: [{ s3: { bucket: { name: bucket }, object: { key } } }] });
      const send = () => sqs.send(new SendMessageCommand({ QueueUrl: ingest, MessageBody }));
      await Promise.all(Array.from({ length: times }, send));
    },
    sendToIngest: (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl: ingest, MessageBody })),
    waitingMessages: () => messages(ingest),
    /** Messages that wait for their time to come. */
    delayedMessages: async () => {
      const request = { QueueUrl: ingest, AttributeNames: ['ApproximateNumberOfMessagesDelayed' as const] };
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand(request));
      return Number(Attributes?.ApproximateNumberOfMessagesDelayed ?? 0);
    },
    deadMessages: () => messages(deadLetters),
    /** Makes the tasks of a video look as if nothing had happened for a while. */
    backdateTasks: async (videoId: string, seconds: number) => {
      for (const item of await items(videoId)) {
        if (!String(item.sk).startsWith('TASK#')) continue;
        await dynamo.send(
          new UpdateCommand({
            TableName: videosTable,
            Key: { pk: item.pk, sk: item.sk },
            UpdateExpression: 'SET updatedAt = :then',
            ExpressionAttributeValues: { ':then': Date.now() - seconds * 1000 },
          }),
        );
      }
    },
    makeAdmin: (email: string) => new DynamoAccountStore(cloud.tableName('users'), dynamo).setRole(email, 'admin'),
    /** Id of the process. @throws Error when it does not answer */
    redisPid: async () => {
      const redis = new Redis(cloud.services.redisUrl, { lazyConnect: true, retryStrategy: () => null });
      // Whoever sent the command gets it.
      redis.on('error', () => undefined);
      try {
        return Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
      } finally {
        redis.disconnect();
      }
    },
  };
}
