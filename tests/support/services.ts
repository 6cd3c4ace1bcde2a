/** Real services for tests, each on a free port with its data in a temporary folder. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/aws/dynamodb.ts';
import { manageProcesses, type Processes } from '../../local/aws/processes.ts';
import { answersAsRedis } from '../../local/aws/redis.ts';
import { openS3 } from '../../local/aws/s3/index.ts';
import type { LocalLog } from '../../local/types.ts';

const silent: LocalLog = { info() {}, warn() {}, error() {}, verbose() {} };
const awsLike = { region: 'us-east-1', credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } };

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

/** redis-server, with the id of its process so that tests can freeze it. */
export async function startTestRedis(): Promise<Running<{ url: string; pid: number }>> {
  const { value, stop } = await running(async (processes, folder) => {
    let pid: number | undefined;
    const port = await processes.start({
      name: 'redis-server',
      marks: (at) => ['redis-server', `127.0.0.1:${at}`],
      spawn(at) {
        const args = ['--port', String(at), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
        const child = spawn('redis-server', args, { detached: true });
        pid = child.pid;
        return child;
      },
      isUp: answersAsRedis,
    });
    if (pid === undefined) throw new Error('redis-server has no process id');
    return { url: `redis://127.0.0.1:${port}`, pid };
  });
  return { ...value, stop };
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
