/** The local cloud: the synthesised template, running on this machine. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAwsServices } from './aws/index.ts';
import { manageProcesses } from './aws/processes.ts';
import { clearDataDir, lockDataDir } from './data-dir.ts';
import { type ExternalAws, useExternalAws } from './external-aws.ts';
import { FunctionHost, type OnInvoke } from './functions/function-host.ts';
import { createGateway } from './gateway/gateway.ts';
import { createLog } from './log.ts';
import { localRoutes } from './server/local-routes.ts';
import { openPublicServer } from './server/public-server.ts';
import { readAssembly } from './template/assembly.ts';
import { type DeployedResource, deploy } from './template/deployment.ts';
import { synthesise } from './template/synthesise.ts';
import { type AwsServices, type EngineSettings, FunctionError, type InvokeFunction, type LocalLog } from './types.ts';
import { pollEventSources } from './wiring/event-sources.ts';
import { deliverNotifications } from './wiring/object-notifications.ts';
import { Scheduler } from './wiring/scheduler.ts';
import { openTriggers } from './wiring/triggers.ts';

export type { InvokeFault, OnInvoke } from './functions/function-host.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
/** Threads per function at most. */
const DEFAULT_MAX_WORKERS = 8;
/** Longest pause of a state machine or before a failed message is tried again, ms. */
const DEFAULT_MAX_WAIT_MS = 2000;

const TABLE_TYPE = /^AWS::DynamoDB::/;
const CACHE_TYPE = /^AWS::ElastiCache::ServerlessCache$/;

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
/** Where `npm run engines:install` puts models. */
export const ENGINES_DIR = path.join(projectRoot, '.langplug', 'engines');

export type LocalCloudOptions = {
  /** Everything that survives a restart lies below this folder. */
  dataDir: string;
  /** The folder is thrown away afterwards, so the database may stay in memory, where it is faster. @default false */
  ephemeral?: boolean;
  /** Another AWS emulator in place of the local services. */
  awsEndpoint?: string | undefined;
  /** Begins with empty data. @default false */
  fresh?: boolean;
  /** Of the public server; 0 takes any free one. */
  port: number;
  /** @default 'dev' */
  stage?: string;
  /** More CDK context. */
  context?: Record<string, unknown>;
  engines?: Partial<EngineSettings>;
  /** Whether what a deployment calls at its end is called in the background when all is running. @default true */
  triggers?: boolean;
  onInvoke?: OnInvoke;
  /** Longest pause of a Wait state, before a retry, or before a failed message comes again, ms. @default 2 s */
  maxWaitMs?: number;
  /** Threads per function at most. @default 8 */
  maxWorkersPerFunction?: number;
  log?: LocalLog;
  verbose?: boolean;
  /** Told what is being done while starting. */
  onProgress?: (step: string) => void;
};

export type LocalCloud = {
  /** Of the public server. */
  url: string;
  /** Of the AWS services. */
  endpoint: string;
  services: AwsServices;
  functionNames: string[];
  scheduleNames: string[];
  /** By ARN or by name, such as `save-chunk`. @throws FunctionError */
  invoke: InvokeFunction;
  /** @param name a schedule's name or a part of it */
  runSchedule(name: string): Promise<unknown>;
  /** Calls what a deployment calls at its end, once, and waits for it. Failures are only logged. */
  runTriggers(): Promise<void>;
  /** Physical names of resources by a part of their logical id. @throws Error when none or several match */
  tableName(hint: string): string;
  bucketName(hint: string): string;
  queueUrl(hint: string): string;
  cacheName(hint: string): string;
  stateMachineArn(hint: string): string;
  /** Ends everything that was started: nothing runs or listens afterwards. */
  stop(): Promise<void>;
};

/**
 * @throws DataDirInUse, PortTaken, TemplateError, or what the services need and do not find; whatever was started by
 *   then is stopped again
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: LocalCloudOptions,
  stops: (() => void | Promise<void>)[],
): Promise<Omit<LocalCloud, 'stop'>> {
  const log = options.log ?? createLog(process.stderr, options.verbose ?? false);
  const progress = options.onProgress ?? (() => undefined);
  const maxWaitMs = options.maxWaitMs ?? DEFAULT_MAX_WAIT_MS;
  const dataDir = path.resolve(options.dataDir);
  stops.push(await lockDataDir(dataDir));

  // Functions come after the services that they use, and services call functions: through this.
  let host: FunctionHost | undefined;
  const invoke: InvokeFunction = async (name, payload) => {
    if (!host) throw new FunctionError('ServiceException', 'The local cloud is still starting');
    return host.invoke(name, payload);
  };
  // Functions end after the state machine: what it has under way is taken up again at the next start.
  stops.push(() => host?.stop());

  const server = await openPublicServer(options.port, log);
  stops.push(() => server.stop());
  if (options.fresh) {
    // Children of a run that was killed may still have the files open.
    await (await manageProcesses(path.join(dataDir, 'pids.json'), log)).stop();
    await clearDataDir(dataDir);
  }

  progress('Synthesising the template and starting the services');
  const serviceOptions = {
    dataDir,
    ephemeral: options.ephemeral,
    region: REGION,
    account: ACCOUNT,
    invokeFunction: invoke,
    engines: { ...defaultEngines, ...options.engines },
    maxWaitMs,
    log,
  };
  const starting: Promise<AwsServices & Partial<ExternalAws>> = options.awsEndpoint
    ? useExternalAws({ ...serviceOptions, endpoint: options.awsEndpoint })
    : startAwsServices(serviceOptions);
  stops.push(() =>
    starting.then(
      (services) => services.stop(),
      () => undefined,
    ),
  );
  const context = { stage: options.stage ?? 'dev', ...options.context };
  const assembling = synthesise({ projectRoot, context });
  stops.push(() =>
    assembling.then(
      () => undefined,
      () => undefined,
    ),
  );
  const [services, stacks] = await Promise.all([starting, assembling.then(readAssembly)]);

  progress('Creating tables, buckets, queues and the state machine');
  const { resources, wiring } = await deploy(stacks, { region: REGION, account: ACCOUNT, services });

  progress(`Connecting ${wiring.functions.length} functions and ${wiring.routes.length} routes`);
  host = new FunctionHost(wiring.functions, {
    endpoint: services.endpoint,
    region: REGION,
    maxWorkers: options.maxWorkersPerFunction ?? DEFAULT_MAX_WORKERS,
    log,
    onInvoke: options.onInvoke,
    variables: services.serviceEndpoints,
  });
  const { queueUrls } = wiring;
  if (services.putNotifications) await services.putNotifications(wiring.notifications);
  else stops.push(deliverNotifications(wiring.notifications, { services, region: REGION, queueUrls, invoke, log }));
  const scheduler = new Scheduler(wiring.schedules, { invoke, log, region: REGION, account: ACCOUNT });
  stops.push(() => scheduler.stop());

  const gateway = createGateway({
    routes: wiring.routes,
    invoke,
    log,
    identity: { account: ACCOUNT, apiId: 'local', region: REGION },
  });
  const runSchedule = (name: string) => scheduler.run(name);
  await pollEventSources(
    wiring,
    {
      endpoint: services.endpoint,
      region: REGION,
      folder: path.join(dataDir, 'streams'),
      invoke,
      log,
      maxWaitMs,
      onTableWrite: services.onTableWrite,
    },
    stops,
  );
  server.serve({
    gateway,
    localRoute: localRoutes({
      services,
      region: REGION,
      tables: tablesOf(resources),
      cacheName: resources.find(({ type }) => CACHE_TYPE.test(type))?.ref ?? null,
      runSchedule,
    }),
  });
  // Again, so that it is the first to end: no request comes in while the rest is going.
  stops.push(() => server.stop());
  await services.resume();
  const triggers = openTriggers(wiring.triggers, { invoke, log, nameOf: host.labelOf });
  stops.push(() => triggers.stop());
  if (options.triggers ?? true) void triggers.run();

  return {
    url: server.url,
    endpoint: services.endpoint,
    services,
    functionNames: host.names,
    scheduleNames: scheduler.names,
    invoke,
    runSchedule,
    runTriggers: triggers.run,
    tableName: (hint) => findResource(resources, TABLE_TYPE, hint),
    bucketName: (hint) => findResource(resources, /^AWS::S3::Bucket$/, hint),
    queueUrl: (hint) => findResource(resources, /^AWS::SQS::Queue$/, hint),
    cacheName: (hint) => findResource(resources, CACHE_TYPE, hint),
    stateMachineArn: (hint) => findResource(resources, /^AWS::StepFunctions::StateMachine$/, hint),
  };
}

const defaultEngines: EngineSettings = { speech: 'auto', translation: 'auto', enginesDir: ENGINES_DIR };

/** Physical names of the tables by the last word of their logical ids: `TablesUsersBA34CAA2` is `users`. */
function tablesOf(resources: readonly DeployedResource[]): Record<string, string> {
  const tables = resources.filter(({ type }) => TABLE_TYPE.test(type));
  return Object.fromEntries(
    tables.map(({ logicalId, ref }) => {
      const word = /[A-Z][a-z]+$/.exec(logicalId.replace(/[0-9A-F]{8}$/, ''))?.[0] ?? logicalId;
      return [word.toLowerCase(), ref];
    }),
  );
}

function findResource(resources: readonly DeployedResource[], type: RegExp, hint: string): string {
  const ofType = resources.filter((resource) => type.test(resource.type));
  const found = ofType.filter(({ logicalId }) => logicalId.toLowerCase().includes(hint.toLowerCase()));
  const [resource, ...others] = found;
  if (resource && others.length === 0) return resource.ref;
  const ids = ofType.map(({ logicalId }) => logicalId).join(', ');
  throw new Error(`"${hint}" is ${resource ? 'a part of several names' : 'no part of a name'} of: ${ids}`);
}
