/** Contracts between the parts of the local cloud. */

/** One readable line an event; `verbose` lines only with --verbose. */
export type LocalLog = {
  info(source: string, message: string): void;
  warn(source: string, message: string): void;
  error(source: string, message: string): void;
  verbose(source: string, message: string): void;
};

/** What a function threw, as Lambda reports it: `errorType` is the error's name. */
export class FunctionError extends Error {
  override readonly name: string;
  constructor(errorType: string, errorMessage: string) {
    super(errorMessage);
    this.name = errorType;
  }
}

/** Invokes a function by name or ARN. @throws FunctionError */
export type InvokeFunction = (functionNameOrArn: string, payload: unknown) => Promise<unknown>;

/** Which engines stand in for Transcribe and Translate. */
export type EngineSettings = {
  /** `auto`: a recorded transcript if there is one for the video, else Whisper if installed, else the job fails with NO_SPEECH_ENGINE. */
  speech: 'auto' | 'recorded' | 'whisper' | 'none';
  /** `auto`: OPUS-MT if installed for the pair, else the glossary, else UnsupportedLanguagePairException. */
  translation: 'auto' | 'opus-mt' | 'glossary' | 'none';
  /** Folder of models installed by `npm run engines:install`. */
  enginesDir: string;
};

export type AwsServicesOptions = {
  /** Everything that survives a restart lies below this folder. */
  dataDir: string;
  /** The database stays in memory: for clouds whose folder is thrown away. */
  ephemeral?: boolean | undefined;
  region: string;
  account: string;
  invokeFunction: InvokeFunction;
  engines: EngineSettings;
  /** Longest pause of a Wait state or before a retry of the state machine, ms: nobody wants to wait for real on a laptop. */
  maxWaitMs: number;
  log: LocalLog;
};

export type S3ObjectEvent = {
  /** As in S3 notifications, without `s3:`: `ObjectCreated:Put`, `ObjectCreated:Post`, `ObjectCreated:CompleteMultipartUpload`, `ObjectRemoved:Delete`. */
  eventName: string;
  bucket: string;
  key: string;
  size: number;
  etag: string;
};

/** A cache of ElastiCache Serverless as the template describes it. Locally it is redis-server. */
export type ServerlessCache = {
  name: string;
  engine: string;
  majorEngineVersion?: string | undefined;
  description?: string | undefined;
  /** Most storage, in units of `unit`. */
  dataStorage?: { maximum?: number | undefined; minimum?: number | undefined; unit: string } | undefined;
  /** ElastiCache Processing Units. */
  ecpuPerSecond?: { maximum?: number | undefined; minimum?: number | undefined } | undefined;
  /** `HH:MM`, UTC. */
  dailySnapshotTime?: string | undefined;
  /** Days. */
  snapshotRetentionLimit?: number | undefined;
};

/** The AWS services of the local cloud, all behind one endpoint (the front door). */
export type AwsServices = {
  /** `http://127.0.0.1:port`: for AWS_ENDPOINT_URL. */
  endpoint: string;
  /** `redis://127.0.0.1:port` of the real redis-server. */
  redisUrl: string;
  createBucket(name: string): Promise<void>;
  /** Called for every object created or removed, after it is in place. */
  onObjectEvent(listener: (event: S3ObjectEvent) => void): void;
  /** Called after every write to a table. Not there when writes do not pass through here. */
  onTableWrite?: (listener: () => void) => void;
  /** Attributes as the SQS API names them. An existing queue keeps its messages. */
  createQueue(name: string, attributes: Record<string, string>): Promise<{ url: string; arn: string }>;
  /** An existing secret keeps its value. @returns its ARN */
  createSecret(name: string, initialValue: string): Promise<string>;
  createStateMachine(name: string, definition: string): Promise<{ arn: string }>;
  /** Makes redis-server known to the ElastiCache API under this name. */
  createServerlessCache(cache: ServerlessCache): Promise<{ arn: string }>;
  /** A transcript of a video, as recorded beside its media file (`*.transcript.json`), kept below `dataDir`. */
  recordTranscript(videoId: string, transcript: unknown): Promise<void>;
  /** How often the engines were called since the start. */
  engineCalls(): { transcriptionJobs: number; translateCalls: number };
  /** Resumes executions that were running at the last stop. Call it when functions are ready. */
  resume(): Promise<void>;
  stop(): Promise<void>;
};
