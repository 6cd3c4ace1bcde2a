import middy from '@middy/core';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { FunctionName } from './env.ts';
import { createLogger, type Log } from './logger.ts';

const stringKey = z.object({ S: z.string() }).transform(({ S }) => S);
const recordsSchema = z.array(
  z
    .object({ dynamodb: z.object({ Keys: z.object({ pk: stringKey, sk: stringKey }) }) })
    .transform((r) => r.dynamodb.Keys),
);

/** Primary key of an item that was put, changed or removed. */
export type ChangedKey = z.output<typeof recordsSchema>[number];

/**
 * Consumes a stream of table changes. A batch that fails is delivered again, before anything newer of its shard, until
 * it succeeds or is too old: so an error must be one that passes.
 */
export function streamConsumer(name: FunctionName, consume: (keys: ChangedKey[], log: Log) => Promise<void>) {
  const logger = createLogger(name);
  return middy<DynamoDBStreamEvent, void>()
    .onError(({ error }) => logger.error('changes could not be dealt with', { error }))
    .handler(async (event: DynamoDBStreamEvent) => {
      await consume(recordsSchema.parse(event.Records), logger);
    });
}
