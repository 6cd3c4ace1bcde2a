import { join } from 'node:path';
import { CfnOutput, Stack, Stage } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { routes } from '../../functions/handlers/api/routes.ts';
import type { Config } from '../config.ts';
import { AfterDeploy } from '../constructs/after-deploy/after-deploy.ts';
import { bundleFunctions } from '../constructs/app-function/bundles.ts';
import { FunctionFactory } from '../constructs/app-function/function-factory.ts';
import {
  cacheInvalidator,
  cacheWarmer,
  lexiconSeeder,
  reaper,
  startProcessing,
  translateBatches,
} from '../constructs/background/background-functions.ts';
import { CacheInvalidation } from '../constructs/cache-invalidation/cache-invalidation.ts';
import { ChunkPipeline } from '../constructs/chunk-pipeline/chunk-pipeline.ts';
import { pipelineFunctions } from '../constructs/chunk-pipeline/pipeline-functions.ts';
import { apiFunctions } from '../constructs/http-api/api-functions.ts';
import { HttpApi } from '../constructs/http-api/http-api.ts';
import { Schedules } from '../constructs/schedules/schedules.ts';
import { RUNBOOK } from '../runbook.ts';
import type { DataStack } from './data-stack.ts';

/** What may be deleted and made again at any time: functions, API, pipeline and schedules. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { config, data }: { config: Config; data: DataStack }) {
    super(scope, id, { description: `LangPlug ${config.stage}: service` });
    const logRetention = config.keepData ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK;
    const functions = new FunctionFactory(this, {
      config,
      cache: data.cache,
      network: data.network,
      defaults: { code: bundleFunctions(join(Stage.of(this)?.outdir ?? 'cdk.out', 'functions')), logRetention },
    });

    const { stateMachine } = new ChunkPipeline(this, 'Pipeline', {
      config,
      functions: pipelineFunctions({ config, functions, data }),
      videos: data.tables.videos,
      media: data.media,
      logRetention,
      runbook: RUNBOOK,
    });
    const background = { config, functions, data, stateMachine };
    startProcessing(background);
    translateBatches(background);

    const api = new HttpApi(this, 'Api', {
      routes,
      functions: apiFunctions(background),
      stage: config.stage,
      logRetention,
    });

    new CacheInvalidation(this, 'CacheInvalidation', {
      consumer: cacheInvalidator(background),
      tables: data.tables,
      cacheLifetimes: config.cacheLifetimes,
      runbook: RUNBOOK,
    });
    const warmCache = cacheWarmer(background);
    new Schedules(this, 'Schedules', { reapStuckTasks: reaper(background), warmCache, runbook: RUNBOOK });
    new AfterDeploy(this, 'AfterDeploy', { seedLexicon: lexiconSeeder(background), warmCache });

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'MediaBucketName', { value: data.media.bucketName });
    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
  }
}
