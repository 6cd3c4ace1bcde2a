import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { ProcessRequest, SweepRequest } from '../../contracts/pipeline.ts';
import type { IngestQueue } from '../../core/ports/processing.ts';
import { sqsClient } from './client.ts';

export class SqsIngestQueue implements IngestQueue {
  readonly #url: string;
  readonly #client: ReturnType<typeof sqsClient>;

  constructor(url: string, client = sqsClient()) {
    this.#url = url;
    this.#client = client;
  }

  async send(request: ProcessRequest | SweepRequest, delaySeconds = 0): Promise<void> {
    const message = { QueueUrl: this.#url, MessageBody: JSON.stringify(request), DelaySeconds: delaySeconds };
    await this.#client.send(new SendMessageCommand(message));
  }
}
