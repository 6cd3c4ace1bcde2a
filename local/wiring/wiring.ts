/** What the resources of the template add up to: the parts that run, and what is connected with what. */
import type { EventFilter } from './event-filter.ts';

export type FunctionDefinition = {
  /** As people and sources call it: `save-chunk`. */
  label: string;
  /** As Lambda calls it: `LangPlug-dev-Service-savechunkFunction1A2B3C4D`. */
  name: string;
  arn: string;
  /** `index.handler`: file without extension, and export. */
  handler: string;
  /** Folder of the bundle. */
  codeFolder: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMb: number;
  /** ReservedConcurrentExecutions, when given. */
  reservedConcurrency?: number;
};

export type QueueMapping = {
  queueArn: string;
  functionArn: string;
  batchSize: number;
  /** How long a batch may wait until it is full, s. */
  batchingWindowSeconds: number;
  reportsItemFailures: boolean;
  maxConcurrency?: number;
};

export type StreamMapping = {
  /** Names the place where it keeps how far it has come. */
  id: string;
  /** For people: the function and its table. */
  source: string;
  streamArn: string;
  functionArn: string;
  /** Where a mapping begins that never ran before. */
  startingPosition: 'LATEST' | 'TRIM_HORIZON';
  batchSize: number;
  /** How long a batch may wait until it is full, s. */
  batchingWindowSeconds: number;
  /** Records that do not pass are left out. */
  filter: EventFilter;
  reportsItemFailures: boolean;
  /** Without one a batch is tried until it is handled. */
  maxRetries?: number;
  /** Without one records do not grow too old. */
  maxRecordAgeSeconds?: number;
};

export type BucketNotification = {
  id: string;
  bucket: string;
  /** As in S3: `s3:ObjectCreated:*`. */
  events: string[];
  prefix: string;
  suffix: string;
  target: { type: 'queue'; arn: string } | { type: 'function'; arn: string };
};

export type ApiRoute = {
  /** `GET /videos/{video_id}`, `ANY /…` or `$default`. */
  routeKey: string;
  functionArn: string;
};

export type ScheduledCall = {
  name: string;
  /** `rate(…)`, `cron(…)` or `at(…)`. */
  expression: string;
  timezone: string;
  functionArn: string;
  /** The fixed input of the target; without one the function gets the event of a schedule. */
  input?: unknown;
  ruleArn: string;
};

/** A function that a deployment calls at its end. */
export type DeploymentTrigger = { functionArn: string };

export type Wiring = {
  /** URLs of queues by their ARN. */
  queueUrls: Map<string, string>;
  functions: FunctionDefinition[];
  queueMappings: QueueMapping[];
  streamMappings: StreamMapping[];
  notifications: BucketNotification[];
  routes: ApiRoute[];
  schedules: ScheduledCall[];
  /** In the order in which they are called. */
  triggers: DeploymentTrigger[];
};

export const newWiring = (): Wiring => ({
  queueUrls: new Map(),
  functions: [],
  queueMappings: [],
  streamMappings: [],
  notifications: [],
  routes: [],
  schedules: [],
  triggers: [],
});
