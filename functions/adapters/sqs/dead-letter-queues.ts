import { GetQueueAttributesCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import type { DeadLetterQueues } from '../../core/ports/processing.ts';
import { sqsClient } from './client.ts';

/** A dead-letter queue whose messages SQS itself moves back. */
export class SqsDeadLetterQueues implements DeadLetterQueues {
  readonly #queue: { url: string; arn: string };
  readonly #client: ReturnType<typeof sqsClient>;

  constructor(queue: { url: string; arn: string }, client = sqsClient()) {
    this.#queue = queue;
    this.#client = client;
  }

  async redrive(): Promise<number> {
    const { Attributes } = await this.#client.send(
      new GetQueueAttributesCommand({
        QueueUrl: this.#queue.url,
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    const messages = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    // Without a destination each message goes back to the queue that it came from.
    if (messages > 0) await this.#client.send(new StartMessageMoveTaskCommand({ SourceArn: this.#queue.arn }));
    return messages;
  }
}
