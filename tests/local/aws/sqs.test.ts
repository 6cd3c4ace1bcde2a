import {
  AddPermissionCommand,
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServices, type TestServices, until } from './services.ts';

let services: TestServices;
let sqs: SQSClient;

beforeAll(async () => {
  services = await startTestServices();
  sqs = new SQSClient(services.client);
}, 60_000);
afterAll(() => services.end());

/** A queue whose messages die at their second receipt. */
async function queueWithDeadLetters(name: string) {
  const dead = await services.aws.createQueue(`${name}-dead`, {});
  const queue = await services.aws.createQueue(name, {
    VisibilityTimeout: '0',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 1 }),
  });
  return { queue, dead };
}

const count = async (QueueUrl: string) => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
};

describe('queues', () => {
  it('have URLs at the front door, found by name', async () => {
    const { url, arn } = await services.aws.createQueue('named', {});
    expect(url).toBe(`${services.aws.endpoint}/000000000000/named`);
    expect(arn).toBe('arn:aws:sqs:us-east-1:000000000000:named');
    expect(await sqs.send(new GetQueueUrlCommand({ QueueName: 'named' }))).toMatchObject({ QueueUrl: url });
    const created = await sqs.send(new CreateQueueCommand({ QueueName: 'by-sdk' }));
    expect(created.QueueUrl).toBe(`${services.aws.endpoint}/000000000000/by-sdk`);
  });

  it('keep their messages and take new attributes when they are created again', async () => {
    const { url } = await services.aws.createQueue('again', { VisibilityTimeout: '30' });
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'kept' }));
    await services.aws.createQueue('again', { VisibilityTimeout: '60' });
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({ VisibilityTimeout: '60', ApproximateNumberOfMessages: '1' });
  });

  it('wake a waiting receiver when a message comes', async () => {
    const { url } = await services.aws.createQueue('waiting', {});
    const received = sqs.send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 20 }));
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'wake up' }));
    expect((await received).Messages?.map(({ Body }) => Body)).toEqual(['wake up']);
  });
});

describe('message move tasks', () => {
  it('bring dead messages back to where they came from', async () => {
    const { queue, dead } = await queueWithDeadLetters('poisoned');
    const Entries = Array.from({ length: 10 }, (_, i) => ({
      Id: String(i),
      MessageBody: `body ${i}`,
      MessageAttributes: { n: { DataType: 'Number', StringValue: String(i) } },
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    await sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'body 10' }));
    await until(
      async () => {
        await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue.url, MaxNumberOfMessages: 10 }));
        return count(dead.url);
      },
      (n) => n === 11,
    );
    const { TaskHandle } = await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }));
    expect(TaskHandle).toEqual(expect.any(String));
    const { Results } = await until(
      () => sqs.send(new ListMessageMoveTasksCommand({ SourceArn: dead.arn })),
      (answer) => answer.Results?.[0]?.Status !== 'RUNNING',
    );
    expect(Results?.[0]).toMatchObject({
      Status: 'COMPLETED',
      DestinationArn: queue.arn,
      ApproximateNumberOfMessagesMoved: 11,
      ApproximateNumberOfMessagesToMove: 11,
    });
    expect(await count(dead.url)).toBe(0);
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: 1,
        MessageAttributeNames: ['All'],
        VisibilityTimeout: 30,
      }),
    );
    const number = Messages?.[0]?.Body?.split(' ')[1];
    expect(Messages?.[0]?.MessageAttributes?.n?.StringValue).toBe(number);
  });

  it('are refused for a queue that is nobody’s dead-letter queue', async () => {
    const { arn } = await services.aws.createQueue('plain', {});
    await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn }))).rejects.toMatchObject({
      message: 'Source queue must be configured as a Dead Letter Queue.',
    });
    await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: `${arn}-nowhere` }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

it('an operation that is not offered is refused by name', async () => {
  const { url } = await services.aws.createQueue('permissions', {});
  const command = new AddPermissionCommand({ QueueUrl: url, Label: 'l', AWSAccountIds: ['1'], Actions: ['*'] });
  await expect(sqs.send(command)).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: 'The local cloud does not offer SQS AddPermission',
  });
});
