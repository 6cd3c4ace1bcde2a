/** Batches on a real DynamoDB and a real S3; only Amazon Translate answers as the test wants, and SQS writes down. */
import { randomUUID } from 'node:crypto';
import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
import { mockClient } from 'aws-sdk-client-mock';
import { DynamoBatchTaskStore } from '../../../functions/adapters/dynamodb/batch-task-store.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { UuidV7Generator } from '../../../functions/adapters/node/ids.ts';
import { S3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';
import { AmazonTranslator } from '../../../functions/adapters/translate/translator.ts';
import type { TranslateRequest } from '../../../functions/contracts/pipeline.ts';
import type { BatchTranslate } from '../../../functions/contracts/translate.ts';
import { FakeClock } from '../../support/builders.ts';
import { startTestDynamo, startTestS3 } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

export const BUCKET = 'media';
export const HOUR_MS = 3_600_000;

export async function startBatchServices() {
  const [dynamo, s3] = await Promise.all([startTestDynamo(), startTestS3(BUCKET)]);
  const tables = {
    videos: await createTable(dynamo.client, 'videos'),
    translations: await createTable(dynamo.client, 'translations'),
  };
  const service = mockClient(TranslateClient);
  return {
    dynamo,
    s3,
    tables,
    service,
    stop: async () => {
      service.restore();
      await Promise.all([dynamo.stop(), s3.stop()]);
    },
  };
}
export type BatchServices = Awaited<ReturnType<typeof startBatchServices>>;

export function batchDeps({ dynamo, s3, tables }: BatchServices) {
  const clock = new FakeClock();
  const queued: TranslateRequest[] = [];
  return {
    queued,
    clock,
    batches: new DynamoBatchTaskStore(tables.videos, clock, dynamo.client),
    objects: new S3ObjectStore(BUCKET, s3.client),
    memory: new DynamoTranslationMemory(tables.translations, clock, dynamo.client),
    translator: new AmazonTranslator(new TranslateClient({ region: 'us-east-1' })),
    queue: { send: async (request: TranslateRequest) => void queued.push(request) },
    ids: new UuidV7Generator(),
    retentionHours: 24,
  };
}

/** A service that shouts. */
export const shout = ({ service }: BatchServices) =>
  service.on(TranslateTextCommand).callsFake(({ Text }) => ({ TranslatedText: Text.toUpperCase() }));

/** Every line that the service was asked for. */
export const linesAsked = ({ service }: BatchServices) =>
  service.commandCalls(TranslateTextCommand).flatMap(({ args }) => (args[0].input.Text ?? '').split('\n'));

/** Texts that no other test translates. */
export const request = (texts: number, fields: Partial<BatchTranslate> = {}): BatchTranslate => {
  const id = randomUUID();
  return {
    texts: Array.from({ length: texts }, (_, i) => `satz ${i} ${id}`),
    source_language: 'de',
    target_language: 'en',
    ...fields,
  };
};
