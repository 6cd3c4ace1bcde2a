/** Hands the messages of a queue to a function, as Lambda's event source mapping does. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { nameAndMessage } from '../log.ts';
import { LOCAL_CREDENTIALS } from '../resources/resource.ts';
import type { InvokeFunction, LocalLog } from '../types.ts';
import { failedItems } from './failed-items.ts';
import type { QueueMapping } from './wiring.ts';

/** Batches in flight at once unless the template says otherwise: Lambda begins with five pollers. */
const DEFAULT_CONCURRENCY = 5;
/** How long a receive call waits for messages, s. Each ends early when the poller stops. */
const LONG_POLL_SECONDS = 20;
/** SQS hands out at most this many messages a call. */
const MOST_PER_CALL = 10;

export type QueuePollerOptions = {
  endpoint: string;
  region: string;
  queueUrl: string;
  invoke: InvokeFunction;
  log: LocalLog;
  /** A failed message is tried again after its visibility timeout, but no later than this, ms. */
  maxWaitMs: number;
};

export type QueuePoller = { stop(): Promise<void> };

export function pollQueue(mapping: QueueMapping, options: QueuePollerOptions): QueuePoller {
  const { endpoint, region, queueUrl, log } = options;
  const queueName = mapping.queueArn.split(':').at(-1) ?? '';
  const client = new SQSClient({ endpoint, region, credentials: LOCAL_CREDENTIALS, maxAttempts: 1 });
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const concurrency = mapping.maxConcurrency ?? DEFAULT_CONCURRENCY;

  const receive = async (atMost: number, waitSeconds: number) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(atMost, MOST_PER_CALL),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    return Messages;
  };

  /** Collects up to a batch: at once what there is, and for the batching window what comes. */
  const nextBatch = async (): Promise<Message[]> => {
    const batch = await receive(mapping.batchSize, LONG_POLL_SECONDS);
    const until = Date.now() + mapping.batchingWindowSeconds * 1000;
    while (batch.length > 0 && batch.length < mapping.batchSize && Date.now() < until) {
      const seconds = Math.min(LONG_POLL_SECONDS, Math.ceil((until - Date.now()) / 1000));
      batch.push(...(await receive(mapping.batchSize - batch.length, seconds)));
    }
    return batch;
  };

  const handle = async (batch: Message[]): Promise<void> => {
    const event = { Records: batch.map((message) => toRecord(message, mapping.queueArn, region)) };
    const ids = batch.map((message) => message.MessageId ?? '');
    let failed = new Set<string>();
    try {
      const answer = await options.invoke(mapping.functionArn, event);
      if (mapping.reportsItemFailures) failed = failedItems(answer, ids);
    } catch (error) {
      failed = new Set(ids);
      log.warn(queueName, `${batch.length} message(s) go back to the queue: ${nameAndMessage(error)}`);
    }
    const entries = (failures: boolean) =>
      batch
        .filter((message) => failed.has(message.MessageId ?? '') === failures)
        .map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle ?? '' }));
    for (const Entries of inTens(entries(false))) {
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
    const VisibilityTimeout = Math.ceil(options.maxWaitMs / 1000);
    for (const Entries of inTens(entries(true).map((entry) => ({ ...entry, VisibilityTimeout })))) {
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
  };

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        while (inFlight.size >= concurrency) await Promise.race(inFlight);
        const batch = await nextBatch();
        if (batch.length === 0) continue;
        const work = handle(batch)
          .catch((error: unknown) => log.error(queueName, String(error)))
          .finally(() => inFlight.delete(work));
        inFlight.add(work);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.verbose(queueName, `polling failed: ${String(error)}`);
        await delay(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  const polling = poll();
  return {
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(inFlight);
      client.destroy();
    },
  };
}

/** A message as Lambda hands it to a function. */
export function toRecord(message: Message, queueArn: string, region: string): Record<string, unknown> {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    {
      ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
      ...(value.BinaryValue && { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
      stringListValues: [],
      binaryListValues: [],
      dataType: value.DataType,
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}

function* inTens<T>(items: readonly T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += MOST_PER_CALL) yield items.slice(i, i + MOST_PER_CALL);
}
