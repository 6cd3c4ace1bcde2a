/**
 * SQS by fauxqs, inside this process. Its own `startFauxqs` would listen on every network interface, so its parts are
 * put together here without a port: the front door hands requests straight to its router.
 */
import { mkdirSync } from 'node:fs';
import type { buildApp } from 'fauxqs';
import { z } from 'zod';
import { openMoveTasks } from './sqs-move-tasks.ts';
import {
  AwsError,
  type Handler,
  jsonHandler,
  readBody,
  sendJsonError,
  targetOperation,
  unknownOperation,
} from './wire.ts';

/** What is used of fauxqs's modules, which its package does not export (version pinned in package.json). */
type Queue = { name: string; url: string; arn: string; attributes: Record<string, string> };
type SqsStore = {
  host: string;
  persistence: Persistence;
  queues: Map<string, Queue & { persistence: Persistence }>;
  getQueueByName(name: string): (Queue & { setAttributes(attributes: Record<string, string>): void }) | undefined;
  getQueueByArn(arn: string): Queue | undefined;
  createQueue(name: string, url: string, arn: string, attributes: Record<string, string>): Queue;
};
type Persistence = {
  db: { exec(sql: string): void };
  loadSqsAndSns(sqs: SqsStore, sns: unknown): void;
  close(): void;
};
type Internals = {
  SqsStore: new () => SqsStore;
  SnsStore: new () => unknown;
  S3Store: new () => unknown;
  PersistenceManager: new (folder: string) => Persistence;
  buildApp(options: {
    logger: boolean;
    defaultRegion: string;
    stores: { sqsStore: SqsStore; snsStore: unknown; s3Store: unknown };
  }): ReturnType<typeof buildApp>;
};

const OPERATIONS = [
  'ChangeMessageVisibility',
  'ChangeMessageVisibilityBatch',
  'CreateQueue',
  'DeleteMessage',
  'DeleteMessageBatch',
  'DeleteQueue',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ListQueueTags',
  'ListQueues',
  'PurgeQueue',
  'ReceiveMessage',
  'SendMessage',
  'SendMessageBatch',
  'SetQueueAttributes',
  'TagQueue',
  'UntagQueue',
];

export type Sqs = {
  handle: Handler;
  createQueue(name: string, attributes: Record<string, string>): { url: string; arn: string };
  stop(): Promise<void>;
};

/** @param endpoint of the front door, the base of queue URLs */
export async function startSqs(folder: string, endpoint: string, region: string, account: string): Promise<Sqs> {
  mkdirSync(folder, { recursive: true });
  const internals = await loadInternals();
  const persistence = new internals.PersistenceManager(folder);
  // Survives a killed process without waiting for the disk at every message.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  const store = new internals.SqsStore();
  const snsStore = new internals.SnsStore();
  persistence.loadSqsAndSns(store, snsStore);
  store.persistence = persistence;
  // Empty: queue URLs begin with the host that the client called.
  store.host = '';
  const urlOf = (name: string) => `${endpoint}/${account}/${name}`;
  // The front door's port was another one when these queues were saved.
  const queues = [...store.queues.values()];
  store.queues.clear();
  for (const queue of queues) {
    queue.url = urlOf(queue.name);
    queue.persistence = persistence;
    store.queues.set(queue.url, queue);
  }
  const app = internals.buildApp({
    logger: false,
    defaultRegion: region,
    stores: { sqsStore: store, snsStore, s3Store: new internals.S3Store() },
  });
  await app.ready();

  /** An SQS operation called from inside. @throws AwsError */
  const call = async (operation: string, input: unknown): Promise<unknown> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
      payload: JSON.stringify(input),
    });
    if (answer.statusCode < 400) return answer.json();
    const error = errorSchema.parse(answer.json());
    throw new AwsError(error.__type.slice(error.__type.indexOf('#') + 1), error.message, answer.statusCode);
  };

  const moves = openMoveTasks({
    call,
    queueUrl: (arn) => store.getQueueByArn(arn)?.url,
    sourcesOf: (arn) => [...store.queues.values()].filter((q) => redriveTarget(q) === arn).map((q) => q.arn),
  });
  const handleMoves = jsonHandler({ name: 'SQS', target: 'AmazonSQS', version: '1.0', operations: moves.operations });

  return {
    async handle(request, response) {
      const operation = targetOperation(request);
      if (Object.hasOwn(moves.operations, operation)) return handleMoves(request, response);
      if (OPERATIONS.includes(operation)) return app.routing(request, response);
      await readBody(request);
      return sendJsonError(request, response, unknownOperation('SQS', operation), '1.0');
    },
    createQueue(name, attributes) {
      const existing = store.getQueueByName(name);
      if (existing) {
        existing.setAttributes(attributes);
        return { url: existing.url, arn: existing.arn };
      }
      const arn = `arn:aws:sqs:${region}:${account}:${name}`;
      const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true', ContentBasedDeduplication: 'false' } : {};
      return { url: store.createQueue(name, urlOf(name), arn, { ...fifo, ...attributes }).url, arn };
    },
    async stop() {
      moves.stop();
      await app.close();
      persistence.close();
    },
  };
}

const errorSchema = z.object({ __type: z.string(), message: z.string() });
const redriveSchema = z.object({ deadLetterTargetArn: z.string() });

function redriveTarget({ attributes }: Queue): string | undefined {
  if (!attributes.RedrivePolicy) return undefined;
  return redriveSchema.safeParse(JSON.parse(attributes.RedrivePolicy)).data?.deadLetterTargetArn;
}

async function loadInternals(): Promise<Internals> {
  const entry = import.meta.resolve('fauxqs');
  const load = (module: string) => import(new URL(module, entry).href);
  const [app, sqs, sns, s3, persistence]: Partial<Internals>[] = await Promise.all([
    load('./app.js'),
    load('./sqs/sqsStore.js'),
    load('./sns/snsStore.js'),
    load('./s3/s3Store.js'),
    load('./persistence.js'),
  ]);
  const internals = { ...app, ...sqs, ...sns, ...s3, ...persistence };
  if (!isComplete(internals))
    throw new Error('fauxqs is not the version that the local cloud was written for: run "npm ci"');
  return internals;
}

const isComplete = (found: Partial<Internals>): found is Internals =>
  [found.SqsStore, found.SnsStore, found.S3Store, found.PersistenceManager, found.buildApp].every(
    (member) => typeof member === 'function',
  );
