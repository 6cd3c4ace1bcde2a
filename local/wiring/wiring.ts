/** What the resources of the template add up to: the parts that run, and what is connected with what. */

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

export type Wiring = {
  /** URLs of queues by their ARN. */
  queueUrls: Map<string, string>;
  functions: FunctionDefinition[];
  queueMappings: QueueMapping[];
  notifications: BucketNotification[];
  routes: ApiRoute[];
  schedules: ScheduledCall[];
};

export const newWiring = (): Wiring => ({
  queueUrls: new Map(),
  functions: [],
  queueMappings: [],
  notifications: [],
  routes: [],
  schedules: [],
});
