import { join } from 'node:path';
import { CfnOutput, Stack, Stage } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { routes } from '../../functions/handlers/api/routes.ts';
import type { FunctionEnvironment, FunctionName } from '../../functions/runtime/env.ts';
import type { Config } from '../config.ts';
import { AppFunction, type AppFunctionProps, type FunctionDefaults } from '../constructs/app-function/app-function.ts';
import { bundleFunctions } from '../constructs/app-function/bundles.ts';
import {
  allow,
  listMedia,
  queryActiveTasks,
  readItems,
  readPublicKeys,
  readWriteItems,
  startExecutions,
  stopExecutions,
  useMedia,
} from '../constructs/app-function/rights.ts';
import { ChunkPipeline } from '../constructs/chunk-pipeline/chunk-pipeline.ts';
import type { PipelineFunctions } from '../constructs/chunk-pipeline/definition.ts';
import { HttpApi, type HttpApiProps } from '../constructs/http-api/http-api.ts';
import { Schedules } from '../constructs/schedules/schedules.ts';
import { RUNBOOK } from '../runbook.ts';
import type { DataStack } from './data-stack.ts';

/** Instances of start-processing at once. Starting is quick; more would only press on the database. */
const INGEST_CONCURRENCY = 5;
const INGEST_BATCH = 10;

/** What may be deleted and made again at any time: functions, API, pipeline and schedules. */
export class ServiceStack extends Stack {
  private readonly config: Config;
  private readonly data: DataStack;
  private readonly defaults: FunctionDefaults;

  constructor(scope: Construct, id: string, { config, data }: { config: Config; data: DataStack }) {
    super(scope, id, { description: `LangPlug ${config.stage}: service` });
    this.config = config;
    this.data = data;
    const logRetention = config.keepData ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK;
    this.defaults = { code: bundleFunctions(join(Stage.of(this)?.outdir ?? 'cdk.out', 'functions')), logRetention };

    const pipeline = new ChunkPipeline(this, 'Pipeline', {
      config,
      functions: this.pipelineFunctions(),
      videos: data.tables.videos,
      media: data.media,
      logRetention,
      runbook: RUNBOOK,
    });
    this.consumeIngestQueue(pipeline.stateMachine);
    new Schedules(this, 'Schedules', { reapStuckTasks: this.reaper(pipeline.stateMachine), runbook: RUNBOOK });
    const api = new HttpApi(this, 'Api', {
      routes,
      functions: this.apiFunctions(pipeline.stateMachine),
      stage: config.stage,
      logRetention,
    });

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'MediaBucketName', { value: data.media.bucketName });
    new CfnOutput(this, 'StateMachineArn', { value: pipeline.stateMachine.stateMachineArn });
  }

  private add<N extends FunctionName>(
    name: N,
    environment: FunctionEnvironment<N>,
    options: Pick<AppFunctionProps<N>, 'network'> = {},
  ): AppFunction<N> {
    return new AppFunction(this, { ...this.defaults, name, environment, ...options });
  }

  private get stores() {
    return { VIDEOS_TABLE: this.data.tables.videos.tableName, MEDIA_BUCKET: this.data.media.bucketName };
  }

  private get taskEnd() {
    return { TASK_RETENTION_HOURS: String(this.config.taskRetentionHours) };
  }

  private pipelineFunctions(): PipelineFunctions {
    const { stores, taskEnd } = this;
    const { stage, maxUploadBytes } = this.config;
    const { videos, translations } = this.data.tables;
    const { media } = this.data;
    const functions: PipelineFunctions = {
      'plan-chunks': this.add('plan-chunks', { ...stores, MAX_UPLOAD_BYTES: String(maxUploadBytes) }),
      'import-subtitles': this.add('import-subtitles', stores),
      'cut-audio': this.add('cut-audio', { MEDIA_BUCKET: media.bucketName, STAGE: stage }),
      'assemble-transcript': this.add('assemble-transcript', stores),
      'translate-chunk': this.add('translate-chunk', { ...stores, TRANSLATIONS_TABLE: translations.tableName }),
      'extract-vocabulary': this.add('extract-vocabulary', stores),
      'save-chunk': this.add('save-chunk', stores),
      'finish-video': this.add('finish-video', { VIDEOS_TABLE: videos.tableName, ...taskEnd }),
      'fail-video': this.add('fail-video', { VIDEOS_TABLE: videos.tableName, ...taskEnd }),
    };
    const roleOf = (name: keyof PipelineFunctions) => functions[name].role;

    for (const name of ['plan-chunks', 'import-subtitles', 'assemble-transcript', 'save-chunk'] as const) {
      readWriteItems(roleOf(name), videos);
    }
    for (const name of ['finish-video', 'fail-video'] as const) readWriteItems(roleOf(name), videos);
    for (const name of ['translate-chunk', 'extract-vocabulary'] as const) readItems(roleOf(name), videos);
    allow(roleOf('translate-chunk'), ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem'], [translations.tableArn]);
    allow(roleOf('translate-chunk'), ['translate:TranslateText'], ['*']);

    // It removes a source that is larger than allowed.
    useMedia(roleOf('plan-chunks'), media, { read: ['uploads'], delete: ['uploads'] });
    useMedia(roleOf('import-subtitles'), media, { read: ['uploads'], write: ['work'] });
    useMedia(roleOf('cut-audio'), media, { read: ['uploads', 'work'], write: ['work'] });
    for (const name of ['assemble-transcript', 'translate-chunk', 'extract-vocabulary'] as const) {
      useMedia(roleOf(name), media, { read: ['work'], write: ['work'] });
    }
    useMedia(roleOf('save-chunk'), media, { read: ['work'], write: ['lessons'], delete: ['lessons'] });
    return functions;
  }

  private consumeIngestQueue(stateMachine: StateMachine): void {
    const start = this.add('start-processing', { ...this.stores, STATE_MACHINE_ARN: stateMachine.stateMachineArn });
    readWriteItems(start.role, this.data.tables.videos);
    // It sweeps up after videos that were deleted.
    useMedia(start.role, this.data.media, { read: ['uploads'], delete: ['uploads', 'work', 'lessons'] });
    startExecutions(start.role, stateMachine);
    start.function.addEventSource(
      new SqsEventSource(this.data.ingest.queue, {
        batchSize: INGEST_BATCH,
        reportBatchItemFailures: true,
        maxConcurrency: INGEST_CONCURRENCY,
      }),
    );
  }

  private reaper(stateMachine: StateMachine): AppFunction<'reap-stuck-tasks'> {
    const { videos } = this.data.tables;
    const reaper = this.add('reap-stuck-tasks', {
      VIDEOS_TABLE: videos.tableName,
      STATE_MACHINE_ARN: stateMachine.stateMachineArn,
      ...this.taskEnd,
    });
    queryActiveTasks(reaper.role, videos);
    readWriteItems(reaper.role, videos);
    stopExecutions(reaper.role, stateMachine);
    return reaper;
  }

  private apiFunctions(stateMachine: StateMachine): HttpApiProps['functions'] {
    const { users, videos } = this.data.tables;
    const { ingest, media, signingKey, cache, network } = this.data;
    const signedIn = { USERS_TABLE: users.tableName };

    const auth = this.add('auth', { ...signedIn, SIGNING_KEY_SECRET_ARN: signingKey.secretArn });
    allow(auth.role, ['dynamodb:GetItem', 'dynamodb:PutItem'], [users.tableArn]);
    allow(auth.role, ['secretsmanager:GetSecretValue'], [signingKey.secretArn]);

    const videosFn = this.add('videos', {
      ...signedIn,
      ...this.stores,
      INGEST_QUEUE_URL: ingest.queue.queueUrl,
      STATE_MACHINE_ARN: stateMachine.stateMachineArn,
      MAX_UPLOAD_BYTES: String(this.config.maxUploadBytes),
    });
    readPublicKeys(videosFn.role, users);
    readWriteItems(videosFn.role, videos);
    useMedia(videosFn.role, media, {
      upload: ['uploads'],
      read: ['uploads', 'lessons'],
      delete: ['uploads', 'work', 'lessons'],
    });
    allow(videosFn.role, ['sqs:SendMessage'], [ingest.queue.queueArn]);
    stopExecutions(videosFn.role, stateMachine);

    const tasks = this.add('tasks', { ...signedIn, VIDEOS_TABLE: videos.tableName });
    readPublicKeys(tasks.role, users);
    readItems(tasks.role, videos);

    const admin = this.add('admin', {
      ...signedIn,
      INGEST_DLQ_URL: ingest.deadLetterQueue.queueUrl,
      INGEST_DLQ_ARN: ingest.deadLetterQueue.queueArn,
    });
    readPublicKeys(admin.role, users);
    // Moving messages is done by SQS with the rights of who asks: reading and deleting here, sending there.
    allow(
      admin.role,
      ['sqs:StartMessageMoveTask', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      [ingest.deadLetterQueue.queueArn],
    );
    allow(admin.role, ['sqs:SendMessage', 'sqs:GetQueueAttributes'], [ingest.queue.queueArn]);

    const health = this.add(
      'health',
      { ...this.stores, CACHE_URL: cache.url, CACHE_SECRET_ARN: cache.secret.secretArn },
      {
        network: {
          vpc: network.vpc,
          vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
          securityGroup: network.functionSecurityGroup,
          ipv6: this.config.egress === 'ipv6',
        },
      },
    );
    // It asks for a video and an object that never exist: that they are missing proves that the stores answer.
    allow(health.role, ['dynamodb:GetItem'], [videos.tableArn]);
    allow(health.role, ['s3:GetObject'], [media.arnForObjects('readiness')]);
    listMedia(health.role, media, ['readiness']);
    allow(health.role, ['secretsmanager:GetSecretValue'], [cache.secret.secretArn]);

    return { auth, videos: videosFn, tasks, admin, health };
  }
}
