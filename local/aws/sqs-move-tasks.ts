/** StartMessageMoveTask and its companions: messages of a dead-letter queue go back to where they came from. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError, describe, type JsonService, parseInput } from './wire.ts';

type MoveTask = {
  handle: string;
  source: string;
  destination: string;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  moved: number;
  toMove: number;
  /** Milliseconds since the epoch. */
  startedAt: number;
  failure?: string;
};

/** What moving needs of the queues. */
export type QueueAccess = {
  /** An SQS operation by name. */
  call(operation: string, input: unknown): Promise<unknown>;
  queueUrl(arn: string): string | undefined;
  /** ARNs of the queues whose dead-letter queue this is. */
  sourcesOf(deadLetterArn: string): string[];
};

const startSchema = z.object({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.int().min(1).max(500).optional(),
});
const listSchema = z.object({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) });
const cancelSchema = z.object({ TaskHandle: z.string() });

const attributesSchema = z.object({ Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }) });
const receivedSchema = z.object({
  Messages: z
    .array(
      z.object({
        Body: z.string(),
        ReceiptHandle: z.string(),
        MessageAttributes: z.record(z.string(), z.unknown()).optional(),
        Attributes: z
          .object({ MessageGroupId: z.string().optional(), MessageDeduplicationId: z.string().optional() })
          .optional(),
      }),
    )
    .default([]),
});

export function openMoveTasks({ call, queueUrl, sourcesOf }: QueueAccess) {
  const tasks: MoveTask[] = [];

  const urlOf = (arn: string): string => {
    const url = queueUrl(arn);
    if (!url)
      throw new AwsError(
        'ResourceNotFoundException',
        "The resource that you specified for the SourceArn or DestinationArn parameter doesn't exist.",
        404,
      );
    return url;
  };

  const run = async (task: MoveTask) => {
    const [from, to] = [urlOf(task.source), urlOf(task.destination)];
    while (task.status === 'RUNNING' && task.moved < task.toMove) {
      const answer = await call('ReceiveMessage', {
        QueueUrl: from,
        MaxNumberOfMessages: Math.min(10, task.toMove - task.moved),
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      });
      const { Messages } = receivedSchema.parse(answer);
      if (Messages.length === 0) break;
      for (const { Body, ReceiptHandle, MessageAttributes, Attributes } of Messages) {
        await call('SendMessage', {
          QueueUrl: to,
          MessageBody: Body,
          MessageAttributes,
          MessageGroupId: Attributes?.MessageGroupId,
          MessageDeduplicationId: Attributes?.MessageDeduplicationId,
        });
        await call('DeleteMessage', { QueueUrl: from, ReceiptHandle });
        task.moved++;
      }
    }
    if (task.status === 'RUNNING') task.status = 'COMPLETED';
  };

  const operations: JsonService['operations'] = {
    StartMessageMoveTask: async (input) => {
      const { SourceArn, DestinationArn } = parseInput(startSchema, input);
      const attributes = await call('GetQueueAttributes', {
        QueueUrl: urlOf(SourceArn),
        AttributeNames: ['ApproximateNumberOfMessages'],
      });
      const sources = sourcesOf(SourceArn);
      if (sources.length === 0) {
        throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
      }
      const destination = DestinationArn ?? sources[0];
      if (!destination || (!DestinationArn && sources.length > 1)) {
        // AWS remembers per message where it came from; the local queues do not.
        throw new AwsError(
          'UnsupportedOperation',
          `${SourceArn} is the dead-letter queue of ${sources.join(' and ')}: name a DestinationArn`,
        );
      }
      urlOf(destination);
      if (tasks.some(({ source, status }) => source === SourceArn && status === 'RUNNING')) {
        throw new AwsError('UnsupportedOperation', 'There is already a task running for this queue.');
      }
      const task: MoveTask = {
        handle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: SourceArn })).toString('base64'),
        source: SourceArn,
        destination,
        status: 'RUNNING',
        moved: 0,
        toMove: attributesSchema.parse(attributes).Attributes.ApproximateNumberOfMessages,
        startedAt: Date.now(),
      };
      tasks.unshift(task);
      run(task).catch((error: unknown) => {
        task.status = 'FAILED';
        task.failure = describe(error);
      });
      return { TaskHandle: task.handle };
    },
    ListMessageMoveTasks: async (input) => {
      const { SourceArn, MaxResults } = parseInput(listSchema, input);
      urlOf(SourceArn);
      const found = tasks.filter(({ source }) => source === SourceArn).slice(0, MaxResults);
      return { Results: found.map(view) };
    },
    CancelMessageMoveTask: async (input) => {
      const { TaskHandle } = parseInput(cancelSchema, input);
      const task = tasks.find(({ handle, status }) => handle === TaskHandle && status === 'RUNNING');
      if (!task) throw new AwsError('ResourceNotFoundException', 'Task does not exist.', 404);
      task.status = 'CANCELLED';
      return { ApproximateNumberOfMessagesMoved: task.moved };
    },
  };

  return {
    operations,
    stop() {
      for (const task of tasks) if (task.status === 'RUNNING') task.status = 'CANCELLED';
    },
  };
}

const view = (task: MoveTask) => ({
  ...(task.status === 'RUNNING' ? { TaskHandle: task.handle } : {}),
  Status: task.status,
  SourceArn: task.source,
  DestinationArn: task.destination,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  FailureReason: task.failure,
  StartedTimestamp: task.startedAt,
});
