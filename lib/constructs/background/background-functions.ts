import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { TRANSLATION_QUEUE } from '../../../functions/contracts/limits.ts';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import type { AppFunction } from '../app-function/app-function.ts';
import type { FunctionFactory } from '../app-function/function-factory.ts';
import {
  allow,
  queryActiveTasks,
  queryLevels,
  readWriteItems,
  startExecutions,
  stopExecutions,
  translate,
  useMedia,
} from '../app-function/rights.ts';

export type BackgroundFunctionsProps = {
  config: Config;
  functions: FunctionFactory;
  data: DataStack;
  stateMachine: StateMachine;
};

/** Instances of start-processing at once. Starting is quick; more would only press on the database. */
const INGEST_CONCURRENCY = 5;
const INGEST_BATCH = 10;

/** Starts the pipeline for what arrives in the ingest queue. */
export function startProcessing({ functions, data, stateMachine }: BackgroundFunctionsProps): void {
  const { videos } = data.tables;
  const start = functions.add('start-processing', {
    VIDEOS_TABLE: videos.tableName,
    MEDIA_BUCKET: data.media.bucketName,
    STATE_MACHINE_ARN: stateMachine.stateMachineArn,
  });
  readWriteItems(start.role, videos);
  // It sweeps up after videos that were deleted.
  useMedia(start.role, data.media, { read: ['uploads'], delete: ['uploads', 'work', 'lessons'] });
  startExecutions(start.role, stateMachine);
  start.function.addEventSource(
    new SqsEventSource(data.ingest.queue, {
      batchSize: INGEST_BATCH,
      reportBatchItemFailures: true,
      maxConcurrency: INGEST_CONCURRENCY,
    }),
  );
}

/** Translates the batches that wait in their queue. */
export function translateBatches({ config, functions, data }: BackgroundFunctionsProps): void {
  const { videos, translations } = data.tables;
  const { queue } = data.translationQueue;
  const translator = functions.add('translate-batch', {
    VIDEOS_TABLE: videos.tableName,
    MEDIA_BUCKET: data.media.bucketName,
    TRANSLATIONS_TABLE: translations.tableName,
    TRANSLATION_QUEUE_URL: queue.queueUrl,
    TASK_RETENTION_HOURS: String(config.taskRetentionHours),
  });
  allow(translator.role, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], [videos.tableArn]);
  useMedia(translator.role, data.media, { read: ['translations'], write: ['translations'] });
  translate(translator.role, translations);
  // It hands a long batch on to itself.
  allow(translator.role, ['sqs:SendMessage'], [queue.queueArn]);
  translator.function.addEventSource(
    new SqsEventSource(queue, {
      batchSize: TRANSLATION_QUEUE.batchSize,
      reportBatchItemFailures: true,
      maxConcurrency: TRANSLATION_QUEUE.maxConcurrency,
    }),
  );
}

/** Ends tasks that nothing works on any more. */
export function reaper(props: BackgroundFunctionsProps): AppFunction<'reap-stuck-tasks'> {
  const { config, functions, data, stateMachine } = props;
  const { videos } = data.tables;
  const fn = functions.add('reap-stuck-tasks', {
    VIDEOS_TABLE: videos.tableName,
    STATE_MACHINE_ARN: stateMachine.stateMachineArn,
    TASK_RETENTION_HOURS: String(config.taskRetentionHours),
  });
  queryActiveTasks(fn.role, videos);
  readWriteItems(fn.role, videos);
  stopExecutions(fn.role, stateMachine);
  return fn;
}

/** Writes the lexicon into its table. */
export function lexiconSeeder({ functions, data }: BackgroundFunctionsProps): AppFunction<'seed-lexicon'> {
  const { lexicon } = data.tables;
  const fn = functions.add('seed-lexicon', { LEXICON_TABLE: lexicon.tableName });
  // It compares all that is there with all that should be.
  allow(fn.role, ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [lexicon.tableArn]);
  return fn;
}

/** Loads the most used lists of words into the cache. */
export function cacheWarmer({ functions, data }: BackgroundFunctionsProps): AppFunction<'warm-cache'> {
  const { lexicon } = data.tables;
  const fn = functions.add('warm-cache', { ...functions.cached, LEXICON_TABLE: lexicon.tableName });
  queryLevels(fn.role, lexicon);
  return fn;
}

/** Tells the cache what was written without it. It knows no switch: what it is told may be read later. */
export function cacheInvalidator({ functions }: BackgroundFunctionsProps): AppFunction<'invalidate-cache'> {
  const { CACHE_ENABLED: _, ...cached } = functions.cached;
  return functions.add('invalidate-cache', cached);
}
