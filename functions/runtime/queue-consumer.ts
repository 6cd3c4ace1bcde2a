import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { FunctionName } from './env.ts';
import { createLogger, type Log } from './logger.ts';

/** How long the function may still run, ms. */
export type TimeLeft = () => number;

/**
 * Consumes a queue with partial batch responses: a message that fails is delivered again, and ends in the
 * dead-letter queue after the queue's number of tries; the others of its batch are done.
 */
export function queueConsumer(
  name: FunctionName,
  consume: (record: SQSRecord, log: Log, time: TimeLeft) => Promise<void>,
) {
  const logger = createLogger(name);
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event: SQSEvent, context: Context) => {
    const time = () => context.getRemainingTimeInMillis();
    const outcomes = await Promise.allSettled(event.Records.map((record) => consume(record, logger, time)));
    const batchItemFailures = outcomes.flatMap((outcome, i) => {
      const record = event.Records[i];
      if (outcome.status === 'fulfilled' || !record) return [];
      logger.error('message failed', { message_id: record.messageId, error: outcome.reason });
      return [{ itemIdentifier: record.messageId }];
    });
    return { batchItemFailures };
  });
}
