import type { Context, SQSRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { queueConsumer } from '../../functions/runtime/queue-consumer.ts';

vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');

const record = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 's',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ingest',
  awsRegion: 'us-east-1',
});
const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'start-processing',
  functionVersion: '1',
  invokedFunctionArn: 'arn',
  memoryLimitInMB: '256',
  awsRequestId: 'r',
  logGroupName: 'g',
  logStreamName: 's',
  getRemainingTimeInMillis: () => 1000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

describe('queueConsumer', () => {
  const consumed: string[] = [];
  const handler = queueConsumer('start-processing', async ({ body }) => {
    if (body === 'bad') throw new Error('cannot be read');
    consumed.push(body);
  });

  it('hands back only the messages that failed, and consumes the others', async () => {
    const Records = [record('1', 'good'), record('2', 'bad'), record('3', 'fine'), record('4', 'bad')];
    const answer = await handler({ Records }, context);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '4' }] });
    expect(consumed).toEqual(['good', 'fine']);
  });

  it('hands back nothing when all is well', async () => {
    expect(await handler({ Records: [record('1', 'good')] }, context)).toEqual({ batchItemFailures: [] });
  });
});
