/**
 * Another AWS emulator in place of the local services (`LANGPLUG_ENDPOINT`). Tables, buckets, queues and secrets are
 * created there by the SDK, and Transcribe is its own. Three things stay ours, because hardly any emulator can do them
 * for functions that run outside of it: the state machine, Translate, and Redis with what ElastiCache says of it.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  CreateBucketCommand,
  type Event,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateSecretCommand, DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { openElastiCache } from './aws/elasticache.ts';
import { openModelRunner } from './aws/engines/model-runner.ts';
import { openOpusMt } from './aws/engines/opus-mt.ts';
import { jsonRoute, openFrontDoor, queryRoute } from './aws/front-door.ts';
import { manageProcesses } from './aws/processes.ts';
import { startRedis } from './aws/redis.ts';
import { openStepFunctions } from './aws/step-functions/index.ts';
import { openTasks } from './aws/step-functions/tasks.ts';
import { openTranslate } from './aws/translate/index.ts';
import { lexicon } from './aws/translate/lexicon.ts';
import { LOCAL_CREDENTIALS } from './resources/resource.ts';
import type { AwsServices, AwsServicesOptions } from './types.ts';
import type { BucketNotification } from './wiring/wiring.ts';

export type ExternalAws = AwsServices & {
  /** Endpoints of single services for the environment of functions: `AWS_ENDPOINT_URL_…`. */
  serviceEndpoints: Record<string, string>;
  /** Buckets of the emulator notify queues of the emulator: nothing passes through here. */
  putNotifications(notifications: readonly BucketNotification[]): Promise<void>;
};

/** @throws Error that says so when nothing answers at the endpoint, or naming what cannot start; then nothing runs */
export async function useExternalAws(options: AwsServicesOptions & { endpoint: string }): Promise<ExternalAws> {
  const { endpoint, region, account, dataDir, log } = options;
  await requireAnswer(endpoint);
  mkdirSync(dataDir, { recursive: true });
  // Undone, last first, also when a later one cannot start.
  await using started = new AsyncDisposableStack();
  const config = { endpoint, region, credentials: LOCAL_CREDENTIALS };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const sqs = new SQSClient(config);
  const secrets = new SecretsManagerClient(config);
  for (const client of [s3, sqs, secrets]) started.defer(() => client.destroy());

  const processes = await manageProcesses(path.join(dataDir, 'pids.json'), log);
  started.defer(() => processes.stop());
  const redisUrl = await startRedis(processes, path.join(dataDir, 'redis'));
  const models = openModelRunner(options.engines.enginesDir);
  started.defer(() => models.stop());
  const translate = openTranslate({
    translation: options.engines.translation,
    opusMt: openOpusMt(options.engines.enginesDir, models),
    lexicon,
  });
  const stepFunctions = openStepFunctions({
    folder: path.join(dataDir, 'stepfunctions'),
    region,
    account,
    maxWaitMs: options.maxWaitMs,
    tasks: openTasks(endpoint, region, options.invokeFunction),
    log,
  });
  const door = await openFrontDoor(log);
  started.defer(() => door.close());
  started.defer(() => stepFunctions.stop());
  const elastiCache = openElastiCache({ region, account, redisUrl });
  door.open([...[stepFunctions.service, translate.service].map(jsonRoute), queryRoute(elastiCache.service)]);

  const running = started.move();
  return {
    endpoint,
    redisUrl,
    serviceEndpoints: {
      AWS_ENDPOINT_URL_SFN: door.endpoint,
      AWS_ENDPOINT_URL_TRANSLATE: door.endpoint,
      AWS_ENDPOINT_URL_ELASTICACHE: door.endpoint,
    },
    async createBucket(Bucket) {
      await unless(['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'], () =>
        s3.send(new CreateBucketCommand({ Bucket })),
      );
    },
    onObjectEvent() {
      // See putNotifications.
    },
    async putNotifications(notifications) {
      for (const [Bucket, ofBucket] of Map.groupBy(notifications, (notification) => notification.bucket)) {
        const NotificationConfiguration = { QueueConfigurations: ofBucket.map(toQueueConfiguration) };
        await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
      }
    },
    async createQueue(QueueName, Attributes) {
      const created = await unless(['QueueAlreadyExists', 'QueueNameExists'], () =>
        sqs.send(new CreateQueueCommand({ QueueName, Attributes })),
      );
      const { QueueUrl } = created ?? (await sqs.send(new GetQueueUrlCommand({ QueueName })));
      if (!QueueUrl) throw new Error(`${endpoint} gave queue ${QueueName} no URL`);
      if (!created) await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
      const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
      const arn = (await sqs.send(read)).Attributes?.QueueArn;
      if (!arn) throw new Error(`${endpoint} gave queue ${QueueName} no ARN`);
      return { url: QueueUrl, arn };
    },
    async createSecret(Name, SecretString) {
      const created = await unless(['ResourceExistsException'], () =>
        secrets.send(new CreateSecretCommand({ Name, SecretString })),
      );
      const { ARN } = created ?? (await secrets.send(new DescribeSecretCommand({ SecretId: Name })));
      if (!ARN) throw new Error(`${endpoint} gave secret ${Name} no ARN`);
      return ARN;
    },
    createStateMachine: async (name, definition) => ({ arn: stepFunctions.ensure(name, definition) }),
    createServerlessCache: async (cache) => ({ arn: elastiCache.ensure(cache) }),
    async recordTranscript(videoId) {
      log.warn('transcribe', `The recorded transcript of ${videoId} is not used: Transcribe is that of ${endpoint}`);
    },
    engineCalls: () => ({ transcriptionJobs: 0, translateCalls: translate.callsRun() }),
    resume: async () => stepFunctions.resume(),
    stop: () => running.disposeAsync(),
  };
}

async function requireAnswer(endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(5000) });
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(
      `Nothing answers at ${endpoint} (LANGPLUG_ENDPOINT): ${reason}. Start the AWS emulator there, or unset LANGPLUG_ENDPOINT.`,
    );
  }
}

/** @returns undefined when it failed with one of these errors: what is to be created is there already */
async function unless<T>(errorNames: readonly string[], create: () => Promise<T>): Promise<T | undefined> {
  try {
    return await create();
  } catch (error) {
    if (error instanceof Error && errorNames.includes(error.name)) return undefined;
    throw error;
  }
}

function toQueueConfiguration({ id, events, prefix, suffix, target }: BucketNotification) {
  if (target.type !== 'queue') throw new Error('Buckets of another emulator can only notify queues');
  const rules = [
    { Name: 'prefix' as const, Value: prefix },
    { Name: 'suffix' as const, Value: suffix },
  ];
  return {
    Id: id,
    QueueArn: target.arn,
    Events: events.filter((event): event is Event => event.startsWith('s3:')),
    Filter: { Key: { FilterRules: rules.filter((rule) => rule.Value !== '') } },
  };
}
