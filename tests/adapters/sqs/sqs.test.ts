import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { SqsDeadLetterQueues } from '../../../functions/adapters/sqs/dead-letter-queues.ts';
import { SqsIngestQueue } from '../../../functions/adapters/sqs/ingest-queue.ts';
import { SqsTranslationQueue } from '../../../functions/adapters/sqs/translation-queue.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => void sqs.reset());
const client = new SQSClient({ region: 'us-east-1' });

describe('The ingest queue', () => {
  it('carries a request as JSON', async () => {
    sqs.on(SendMessageCommand).resolves({});
    const request = { type: 'process', ownerId: 'o', videoId: 'v', taskId: 't' } as const;
    await new SqsIngestQueue('https://sqs/ingest', client).send(request);
    const [call] = sqs.commandCalls(SendMessageCommand);
    expect(call?.args[0].input.QueueUrl).toBe('https://sqs/ingest');
    expect(JSON.parse(call?.args[0].input.MessageBody ?? '')).toEqual(request);
  });
});

describe('The translation queue', () => {
  const queue = new SqsTranslationQueue('https://sqs/translation', client);

  it('carries a request as JSON, to be delivered at once', async () => {
    sqs.on(SendMessageCommand).resolves({});
    await queue.send({ type: 'translate', ownerId: 'o', taskId: 't' });
    const [call] = sqs.commandCalls(SendMessageCommand);
    expect(call?.args[0].input).toEqual({
      QueueUrl: 'https://sqs/translation',
      MessageBody: '{"type":"translate","ownerId":"o","taskId":"t"}',
      DelaySeconds: 0,
    });
  });

  it('delivers a message again when its consumer says so', async () => {
    sqs.on(ChangeMessageVisibilityCommand).resolves({});
    await queue.deliverAgain('receipt', 120);
    const [call] = sqs.commandCalls(ChangeMessageVisibilityCommand);
    const input = { QueueUrl: 'https://sqs/translation', ReceiptHandle: 'receipt', VisibilityTimeout: 120 };
    expect(call?.args[0].input).toEqual(input);
  });
});

describe('A dead-letter queue', () => {
  const queue = new SqsDeadLetterQueues({ url: 'https://sqs/dead', arn: 'arn:dead' }, client);
  const holding = (count: string) =>
    sqs
      .on(GetQueueAttributesCommand, { QueueUrl: 'https://sqs/dead' })
      .resolves({ Attributes: { ApproximateNumberOfMessages: count } });

  it('has its messages moved back and says how many there were', async () => {
    holding('3');
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'handle' });
    expect(await queue.redrive()).toBe(3);
    const [call] = sqs.commandCalls(StartMessageMoveTaskCommand);
    expect(call?.args[0].input).toEqual({ SourceArn: 'arn:dead' });
  });

  it('starts nothing when it is empty', async () => {
    holding('0');
    expect(await queue.redrive()).toBe(0);
    expect(sqs.commandCalls(StartMessageMoveTaskCommand)).toHaveLength(0);
  });
});
