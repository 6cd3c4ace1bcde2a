import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { DynamoBatchTaskStore } from '../../adapters/dynamodb/batch-task-store.ts';
import { DynamoTranslationMemory } from '../../adapters/dynamodb/translation-memory.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { S3ObjectStore } from '../../adapters/s3/object-store.ts';
import { SqsTranslationQueue } from '../../adapters/sqs/translation-queue.ts';
import { AmazonTranslator } from '../../adapters/translate/translator.ts';
import { TRANSLATION_QUEUE } from '../../contracts/limits.ts';
import { runBatch } from '../../core/batches/run-batch.ts';
import type { Log } from '../../runtime/logger.ts';
import { queueConsumer, type TimeLeft } from '../../runtime/queue-consumer.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('translate-batch');
const queue = new SqsTranslationQueue(env.TRANSLATION_QUEUE_URL);
const deps = {
  batches: new DynamoBatchTaskStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  translator: new AmazonTranslator(),
  memory: new DynamoTranslationMemory(env.TRANSLATIONS_TABLE),
  queue,
  clock: new SystemClock(),
  retentionHours: env.TASK_RETENTION_HOURS,
};

const messageSchema = z.object({ type: z.literal('translate'), ownerId: z.string(), taskId: z.string() });

/** Before the second delivery, s. It doubles with each: 7.5 min in all, in which a service may recover. */
const RETRY_SECONDS = 30;

export const handler = queueConsumer('translate-batch', async (record: SQSRecord, log: Log, time: TimeLeft) => {
  const { ownerId, taskId } = messageSchema.parse(JSON.parse(record.body));
  const deliveries = Number(record.attributes.ApproximateReceiveCount);
  const delivery = { isLast: deliveries >= TRANSLATION_QUEUE.maxReceiveCount, remainingMs: time };
  try {
    const outcome = await runBatch(deps, { ownerId, taskId }, delivery);
    log.info('batch translation', { task_id: taskId, outcome, deliveries });
    // It comes again in case that the other dies. The last one does not: then the reaper ends the batch.
    if (outcome === 'busy' && !delivery.isLast) throw new Error('Another delivery works on the batch: this one waits');
  } catch (error) {
    // Otherwise it would come again only after the visibility time-out of 30 min, in which case that is what happens.
    await queue.deliverAgain(record.receiptHandle, RETRY_SECONDS * 2 ** (deliveries - 1)).catch((failure: unknown) => {
      log.warn('the message comes again late', { task_id: taskId, error: failure });
    });
    throw error;
  }
});
