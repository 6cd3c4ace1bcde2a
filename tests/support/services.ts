/** Real services for tests, each on a free port with its data in a temporary folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/aws/dynamodb.ts';
import { manageProcesses, type Processes } from '../../local/aws/processes.ts';
import { answersAsRedis } from '../../local/aws/redis.ts';
import { openS3 } from '../../local/aws/s3/index.ts';
import type { LocalLog } from '../../local/types.ts';

const silent: LocalLog = { info() {}, warn() {}, error() {}, verbose() {} };
export const awsLike = { region: 'us-east-1', credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } };

/** A service that is running. */
export type Running<T> = T & { stop(): Promise<void> };

/** DynamoDB Local behind a document client with the settings of the adapters' own. */
export async function startTestDynamo(): Promise<Running<{ client: DynamoDBDocumentClient; endpoint: string }>> {
  const { value: port, stop } = await running((processes) => startDynamoDb(processes, null));
  const endpoint = `http://127.0.0.1:${port}`;
  const dynamo = new DynamoDBClient({ ...awsLike, endpoint });
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    endpoint,
    stop: async () => {
      dynamo.destroy();
      await stop();
    },
  };
}

/** The local cloud's S3 (s3rver behind the checks that it lacks) with one empty bucket. */
export async function startTestS3(bucket: string): Promise<Running<{ client: S3Client; endpoint: string }>> {
  const folder = mkdtempSync(join(tmpdir(), 'langplug-test-'));
  const s3 = openS3(folder, () => {}, silent);
  await s3.createBucket(bucket);
  const server = createServer((request, response) => void s3.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The S3 server has no TCP port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const client = new S3Client({
    ...awsLike,
    endpoint,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    client,
    endpoint,
    stop: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      s3.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** redis-server, and what may happen to it. */
export type TestRedis = Running<{
  url: string;
  port: number;
  /** Of the process that runs first. */
  pid: number;
  /** Ends it at once, with all that it holds. */
  kill(): Promise<void>;
  /** Starts it at the same address, empty, after `kill`. */
  restart(): Promise<void>;
  /** Keeps it from doing anything; connections to it stay open. */
  freeze(): void;
  thaw(): void;
}>;

/** @param settings as on the command line of redis-server, such as `['--maxmemory', '8mb']` */
export async function startTestRedis(settings: readonly string[] = []): Promise<TestRedis> {
  let child: ChildProcess | undefined;
  const pid = () => {
    if (child?.pid === undefined) throw new Error('redis-server has no process id');
    return child.pid;
  };
  const { value, stop } = await running(async (processes, folder) => {
    const spawnAt = (at: number) => {
      const args = ['--port', String(at), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...settings];
      child = spawn('redis-server', args, { detached: true });
      return child;
    };
    const port = await processes.start({
      name: 'redis-server',
      marks: (at) => ['redis-server', `127.0.0.1:${at}`],
      spawn: spawnAt,
      isUp: answersAsRedis,
    });
    return { port, spawnAt };
  });
  const { port, spawnAt } = value;
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: pid(),
    kill,
    async restart() {
      const started = spawnAt(port);
      const endWithTests = () => started.kill('SIGKILL');
      process.once('exit', endWithTests);
      started.once('exit', () => process.off('exit', endWithTests));
      while (!(await answersAsRedis(port, started))) {
        if (started.exitCode !== null) throw new Error(`redis-server could not be started again at port ${port}`);
        await delay(25);
      }
    },
    freeze: () => void process.kill(pid(), 'SIGSTOP'),
    thaw: () => void process.kill(pid(), 'SIGCONT'),
    async stop() {
      await kill();
      await stop();
    },
  };
}

async function running<T>(
  start: (processes: Processes, folder: string) => Promise<T>,
): Promise<{ value: T; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'langplug-test-'));
  const processes = await manageProcesses(join(folder, 'processes.json'), silent);
  const stop = async () => {
    await processes.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const data = join(folder, 'data');
    mkdirSync(data);
    return { value: await start(processes, data), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
