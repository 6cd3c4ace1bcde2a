/** The AWS services of the local cloud, behind one endpoint. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AwsServices, AwsServicesOptions, S3ObjectEvent } from '../types.ts';
import { startDynamoDb } from './dynamodb.ts';
import { openElastiCache } from './elasticache.ts';
import { openModelRunner } from './engines/model-runner.ts';
import { openOpusMt } from './engines/opus-mt.ts';
import { openWhisper } from './engines/whisper.ts';
import { jsonRoute, openFrontDoor, queryRoute } from './front-door.ts';
import { manageProcesses } from './processes.ts';
import { proxyTo } from './proxy.ts';
import { startRedis } from './redis.ts';
import { openS3 } from './s3/index.ts';
import { openSecretsManager } from './secrets-manager.ts';
import { startSqs } from './sqs.ts';
import { openStepFunctions } from './step-functions/index.ts';
import { openTasks } from './step-functions/tasks.ts';
import { openTranscribe } from './transcribe/index.ts';
import { openRecordedTranscripts } from './transcribe/recorded.ts';
import { openTranslate } from './translate/index.ts';
import { lexicon } from './translate/lexicon.ts';
import { describe, type Handler, targetOperation } from './wire.ts';

/** Operations of DynamoDB after which there may be new records in streams. */
const TABLE_WRITES = /^(Put|Update|Delete|BatchWrite|TransactWrite|Execute|BatchExecute)/;

/** Starts all services. @throws Error naming the service that cannot start; then nothing is left running */
export async function startAwsServices(options: AwsServicesOptions): Promise<AwsServices> {
  /** What to undo, last first. */
  const started: (() => unknown)[] = [];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopAll(started, options);
    return stopped;
  };
  try {
    return await start(options, started, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: AwsServicesOptions,
  started: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<AwsServices> {
  const { region, account, engines, log } = options;
  const dataDir = resolve(options.dataDir);
  const below = (folder: string) => join(dataDir, folder);
  mkdirSync(dataDir, { recursive: true });

  const processes = await manageProcesses(below('pids.json'), log);
  started.push(() => processes.stop());
  const door = await openFrontDoor(log);
  started.push(() => door.close());
  const { endpoint } = door;

  const starting = [
    startDynamoDb(processes, options.ephemeral ? null : below('dynamodb')),
    startRedis(processes, below('redis')),
    startSqs(below('sqs'), endpoint, region, account),
  ] as const;
  // Also when one fails: what the others have started must be known before it can be stopped.
  await Promise.allSettled(starting);
  starting[2].then(
    (service) => started.push(() => service.stop()),
    () => undefined,
  );
  const [dynamoPort, redisUrl, sqs] = await Promise.all(starting);
  const dynamo = proxyTo('DynamoDB Local', dynamoPort);
  started.push(() => dynamo.close());

  const writeListeners = new Set<() => void>();
  const handleDynamo: Handler = (request, response) => {
    if (TABLE_WRITES.test(targetOperation(request))) {
      response.on('close', () => {
        for (const listener of writeListeners) listener();
      });
    }
    return dynamo.handle(request, response);
  };

  const listeners = new Set<(event: S3ObjectEvent) => void>();
  const announce = (event: S3ObjectEvent) => {
    for (const listener of listeners) listener(event);
  };
  const s3 = openS3(dataDir, announce, log);
  started.push(() => s3.stop());

  const models = openModelRunner(engines.enginesDir);
  started.push(() => models.stop());
  const recorded = openRecordedTranscripts(below('transcripts'));
  const transcribe = openTranscribe({
    folder: below('transcribe'),
    endpoint,
    account,
    files: s3.files,
    recorded,
    whisper: openWhisper(engines.enginesDir, models),
    speech: engines.speech,
    log,
  });
  started.push(() => transcribe.stop());
  const translate = openTranslate({
    translation: engines.translation,
    opusMt: openOpusMt(engines.enginesDir, models),
    lexicon,
  });
  const elastiCache = openElastiCache({ region, account, redisUrl });
  const secrets = openSecretsManager(join(below('secrets'), 'secrets.json'), region, account);
  const stepFunctions = openStepFunctions({
    folder: below('stepfunctions'),
    region,
    account,
    maxWaitMs: options.maxWaitMs,
    tasks: openTasks(endpoint, region, options.invokeFunction),
    log,
  });
  started.push(() => stepFunctions.stop());

  door.open([
    { targets: [], scope: 's3', handle: s3.handle },
    { targets: ['DynamoDB_20120810', 'DynamoDBStreams_20120810'], scope: 'dynamodb', handle: handleDynamo },
    { targets: ['AmazonSQS'], scope: 'sqs', handle: sqs.handle },
    ...[stepFunctions.service, secrets.service, transcribe.service, translate.service].map(jsonRoute),
    queryRoute(elastiCache.service),
  ]);

  return {
    endpoint,
    redisUrl,
    createBucket: s3.createBucket,
    onObjectEvent: (listener) => listeners.add(listener),
    onTableWrite: (listener) => void writeListeners.add(listener),
    createQueue: async (name, attributes) => sqs.createQueue(name, attributes),
    createSecret: async (name, initialValue) => secrets.ensure(name, initialValue),
    createStateMachine: async (name, definition) => ({ arn: stepFunctions.ensure(name, definition) }),
    createServerlessCache: async (cache) => ({ arn: elastiCache.ensure(cache) }),
    recordTranscript: async (videoId, transcript) => recorded.record(videoId, transcript),
    engineCalls: () => ({ transcriptionJobs: transcribe.jobsRun(), translateCalls: translate.callsRun() }),
    resume: async () => stepFunctions.resume(),
    stop,
  };
}

async function stopAll(started: (() => unknown)[], { log }: AwsServicesOptions) {
  for (const undo of started.reverse()) {
    try {
      await undo();
    } catch (error) {
      log.warn('stop', describe(error));
    }
  }
}
