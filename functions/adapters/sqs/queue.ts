import { ChangeMessageVisibilityCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { sqsClient } from './client.ts';

/** A queue whose messages are JSON. */
export class SqsQueue<Message> {
  readonly #url: string;
  readonly #client: ReturnType<typeof sqsClient>;

  constructor(url: string, client = sqsClient()) {
    this.#url = url;
    this.#client = client;
  }

  /** @param delaySeconds how long the message waits before it is delivered, at most 900 */
  async send(message: Message, delaySeconds = 0): Promise<void> {
    const input = { QueueUrl: this.#url, MessageBody: JSON.stringify(message), DelaySeconds: delaySeconds };
    await this.#client.send(new SendMessageCommand(input));
  }

  /**
   * Has a message that was received, and will not be deleted, delivered again sooner or later than the queue's visibility
   * time-out would have it.
   */
  async deliverAgain(receiptHandle: string, afterSeconds: number): Promise<void> {
    const input = { QueueUrl: this.#url, ReceiptHandle: receiptHandle, VisibilityTimeout: afterSeconds };
    await this.#client.send(new ChangeMessageVisibilityCommand(input));
  }
}
