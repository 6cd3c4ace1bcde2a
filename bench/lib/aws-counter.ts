import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

export type AwsCalls = { dynamoReads: number; dynamoWrites: number; s3Reads: number };

const DYNAMO = 'DynamoDB_20120810.';
const DYNAMO_READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);

/** Counts what functions ask of DynamoDB and S3: every HTTP request that arrives in this process, where the front door is. */
export class AwsCounter {
  #calls: AwsCalls = { dynamoReads: 0, dynamoWrites: 0, s3Reads: 0 };
  readonly #listen = (message: unknown) => this.#count(message);

  constructor() {
    subscribe('http.server.request.start', this.#listen);
  }

  /** Calls since the last time it was asked. */
  take(): AwsCalls {
    const calls = this.#calls;
    this.#calls = { dynamoReads: 0, dynamoWrites: 0, s3Reads: 0 };
    return calls;
  }

  stop(): void {
    unsubscribe('http.server.request.start', this.#listen);
  }

  #count(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    const target = request.headers['x-amz-target'];
    if (typeof target === 'string') {
      if (!target.startsWith(DYNAMO)) return;
      if (DYNAMO_READS.has(target.slice(DYNAMO.length))) this.#calls.dynamoReads++;
      else this.#calls.dynamoWrites++;
    } else if (request.method === 'GET' && request.headers.authorization?.includes('/s3/aws4_request')) {
      this.#calls.s3Reads++;
    }
  }
}
