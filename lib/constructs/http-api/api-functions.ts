import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import type { FunctionFactory } from '../app-function/function-factory.ts';
import {
  allow,
  describeCache,
  listMedia,
  queryLevels,
  readItems,
  readPublicKeys,
  readWriteItems,
  redrive,
  stopExecutions,
  translate,
  useMedia,
} from '../app-function/rights.ts';
import type { HttpApiProps } from './http-api.ts';

export type ApiFunctionsProps = {
  config: Config;
  functions: FunctionFactory;
  data: DataStack;
  stateMachine: StateMachine;
};

/** The functions behind the API with their rights, one for each resource. */
export function apiFunctions(props: ApiFunctionsProps): HttpApiProps['functions'] {
  return {
    auth: auth(props),
    videos: videos(props),
    tasks: tasks(props),
    vocabulary: vocabulary(props),
    translations: translations(props),
    admin: admin(props),
    health: health(props),
  };
}

function auth({ functions, data }: ApiFunctionsProps) {
  const { users } = data.tables;
  const fn = functions.add('auth', {
    ...functions.cached,
    USERS_TABLE: users.tableName,
    SIGNING_KEY_SECRET_ARN: data.signingKey.secretArn,
  });
  readPublicKeys(fn.role, users);
  // A session that ends is deleted.
  allow(fn.role, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [users.tableArn]);
  allow(fn.role, ['secretsmanager:GetSecretValue'], [data.signingKey.secretArn]);
  return fn;
}

function videos({ config, functions, data, stateMachine }: ApiFunctionsProps) {
  const { users, videos } = data.tables;
  const fn = functions.add('videos', {
    ...functions.cached,
    USERS_TABLE: users.tableName,
    VIDEOS_TABLE: videos.tableName,
    MEDIA_BUCKET: data.media.bucketName,
    INGEST_QUEUE_URL: data.ingest.queue.queueUrl,
    STATE_MACHINE_ARN: stateMachine.stateMachineArn,
    MAX_UPLOAD_BYTES: String(config.maxUploadBytes),
  });
  readPublicKeys(fn.role, users);
  readWriteItems(fn.role, videos);
  useMedia(fn.role, data.media, {
    upload: ['uploads'],
    read: ['uploads', 'lessons'],
    delete: ['uploads', 'work', 'lessons'],
  });
  allow(fn.role, ['sqs:SendMessage'], [data.ingest.queue.queueArn]);
  stopExecutions(fn.role, stateMachine);
  return fn;
}

function tasks({ functions, data }: ApiFunctionsProps) {
  const { users, videos } = data.tables;
  const fn = functions.add('tasks', { USERS_TABLE: users.tableName, VIDEOS_TABLE: videos.tableName });
  readPublicKeys(fn.role, users);
  readItems(fn.role, videos);
  return fn;
}

function vocabulary({ functions, data }: ApiFunctionsProps) {
  const { users, lexicon } = data.tables;
  const fn = functions.add('vocabulary', {
    ...functions.cached,
    USERS_TABLE: users.tableName,
    LEXICON_TABLE: lexicon.tableName,
  });
  readPublicKeys(fn.role, users);
  allow(fn.role, ['dynamodb:Query'], [lexicon.tableArn]);
  queryLevels(fn.role, lexicon);
  return fn;
}

function translations({ config, functions, data }: ApiFunctionsProps) {
  const { users, videos, translations } = data.tables;
  const { queue } = data.translationQueue;
  const fn = functions.add('translations', {
    ...functions.cached,
    USERS_TABLE: users.tableName,
    VIDEOS_TABLE: videos.tableName,
    MEDIA_BUCKET: data.media.bucketName,
    TRANSLATIONS_TABLE: translations.tableName,
    TRANSLATION_QUEUE_URL: queue.queueUrl,
    TASK_RETENTION_HOURS: String(config.taskRetentionHours),
  });
  readPublicKeys(fn.role, users);
  translate(fn.role, translations);
  // The record of a batch. Its texts are too large for one, and lie in the bucket.
  allow(fn.role, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [videos.tableArn]);
  useMedia(fn.role, data.media, { read: ['translations'], write: ['translations'] });
  allow(fn.role, ['sqs:SendMessage'], [queue.queueArn]);
  return fn;
}

function admin({ functions, data }: ApiFunctionsProps) {
  const { ingest, translationQueue, cache } = data;
  const { users } = data.tables;
  const fn = functions.add('admin', {
    ...functions.cached,
    CACHE_NAME: cache.name,
    USERS_TABLE: users.tableName,
    INGEST_DLQ_URL: ingest.deadLetterQueue.queueUrl,
    INGEST_DLQ_ARN: ingest.deadLetterQueue.queueArn,
    TRANSLATION_DLQ_URL: translationQueue.deadLetterQueue.queueUrl,
    TRANSLATION_DLQ_ARN: translationQueue.deadLetterQueue.queueArn,
  });
  readPublicKeys(fn.role, users);
  for (const queue of [ingest, translationQueue]) redrive(fn.role, queue);
  describeCache(fn.role, cache);
  return fn;
}

function health({ functions, data }: ApiFunctionsProps) {
  const { videos } = data.tables;
  const fn = functions.add('health', {
    ...functions.cached,
    CACHE_NAME: data.cache.name,
    VIDEOS_TABLE: videos.tableName,
    MEDIA_BUCKET: data.media.bucketName,
  });
  // It asks for a video and an object that never exist: that they are missing proves that the stores answer.
  allow(fn.role, ['dynamodb:GetItem'], [videos.tableArn]);
  allow(fn.role, ['s3:GetObject'], [data.media.arnForObjects('readiness')]);
  listMedia(fn.role, data.media, ['readiness']);
  describeCache(fn.role, data.cache);
  return fn;
}
