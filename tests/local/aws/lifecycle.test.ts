import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startAwsServices } from '../../../local/aws/index.ts';
import { manageProcesses } from '../../../local/aws/processes.ts';
import { answersAsRedis } from '../../../local/aws/redis.ts';
import type { AwsServicesOptions } from '../../../local/types.ts';
import { accepts, areGone, isRunning, pidsOf, portOf } from './processes-support.ts';
import { ACCOUNT, keepingLog, REGION, startTestServices, type TestServices, until } from './services.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'langplug-life-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const running: TestServices[] = [];
/** Services that are stopped after the test, also when it fails. */
async function startServices(options: Parameters<typeof startTestServices>[0] = {}) {
  const services = await startTestServices(options);
  running.push(services);
  return services;
}
afterEach(async () => {
  for (const services of running.splice(0)) await services.aws.stop();
});

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  return use(redis).finally(() => redis.disconnect());
}
const setInRedis = (url: string, key: string, value: string) => withRedis(url, (redis) => redis.set(key, value));
const keysOfRedis = (url: string) => withRedis(url, (redis) => redis.keys('*'));

/** A machine of one function, which never answers the first time. */
const definition = JSON.stringify({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:work', End: true } },
});

describe('a restart', () => {
  it('keeps data and takes up executions from their beginning', async () => {
    const folder = join(dataDir, 'restart');
    const started: unknown[] = [];
    const first = await startServices({
      dataDir: folder,
      invokeFunction: (_, payload) => {
        started.push(payload);
        return new Promise(() => undefined);
      },
    });
    const { url: queueUrl } = await first.aws.createQueue('ingest', {});
    await first.aws.createBucket('media');
    await first.aws.createSecret('key', 'value');
    const machine = await first.aws.createStateMachine('pipeline', definition);
    const dynamo = new DynamoDBClient(first.client);
    await dynamo.send(
      new CreateTableCommand({
        TableName: 'table',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    await dynamo.send(new PutItemCommand({ TableName: 'table', Item: { pk: { S: 'a' }, n: { N: '1' } } }));
    await new S3Client({ ...first.client, forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket: 'media', Key: 'k', Body: 'kept' }),
    );
    await new SQSClient(first.client).send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'kept' }));
    await setInRedis(first.aws.redisUrl, 'lp:v:video:1', 'from before');
    const { executionArn = '' } = await new SFNClient(first.client).send(
      new StartExecutionCommand({ stateMachineArn: machine.arn, name: 'v-1', input: '{"videoId":"v"}' }),
    );
    await until(
      async () => started.length,
      (n) => n === 1,
    );
    await first.aws.stop();

    const resumed: unknown[] = [];
    const second = await startServices({
      dataDir: folder,
      invokeFunction: async (_, payload) => {
        resumed.push(payload);
        return 'done';
      },
    });
    const { client } = second;
    const { Item } = await new DynamoDBClient(client).send(
      new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' } } }),
    );
    expect(Item?.n).toEqual({ N: '1' });
    // What it knew of the data may be wrong by now.
    expect(await keysOfRedis(second.aws.redisUrl)).toEqual([]);
    const { Body } = await new S3Client({ ...client, forcePathStyle: true }).send(
      new GetObjectCommand({ Bucket: 'media', Key: 'k' }),
    );
    expect(await Body?.transformToString()).toBe('kept');
    const queue = await second.aws.createQueue('ingest', {});
    expect(queue.url.startsWith(second.aws.endpoint)).toBe(true);
    const { Messages } = await new SQSClient(client).send(new ReceiveMessageCommand({ QueueUrl: queue.url }));
    expect(Messages?.map((message) => message.Body)).toEqual(['kept']);
    expect(await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId: 'key' }))).toMatchObject({
      SecretString: 'value',
    });

    const sfn = new SFNClient(client);
    const describeExecution = () => sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect((await describeExecution()).status).toBe('RUNNING');
    expect(resumed).toEqual([]);
    await second.aws.createStateMachine('pipeline', definition);
    await second.aws.resume();
    expect(await until(describeExecution, ({ status }) => status !== 'RUNNING')).toMatchObject({
      status: 'SUCCEEDED',
      output: '"done"',
    });
    expect(resumed).toEqual([{ videoId: 'v' }]);
    await second.end();
  });
});

describe('stopping', () => {
  it('leaves no process and no open port', async () => {
    const services = await startServices();
    const pids = await pidsOf(services.dataDir);
    expect(pids.map(isRunning)).toEqual([true, true]);
    const redis = new Redis(services.aws.redisUrl);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
    await services.end();
    await areGone(pids);
    expect(
      await Promise.all([services.aws.endpoint, services.aws.redisUrl].map((url) => accepts(portOf(url)))),
    ).toEqual([false, false]);
  });

  it('happens by itself when something cannot start', async () => {
    const folder = join(dataDir, 'half');
    const path = process.env.PATH;
    process.env.PATH = join(dataDir, 'nothing-here');
    await expect(startAwsServices(optionsFor(folder)))
      .rejects.toThrow(
        /(DynamoDB Local|redis-server) could not start: the program "(java|redis-server)" is not installed/,
      )
      .finally(() => {
        process.env.PATH = path;
      });
    await expect(pidsOf(folder)).rejects.toThrow('ENOENT');
  });
});

describe('a run that was killed', () => {
  it('is cleaned up by the next one', async () => {
    const folder = join(dataDir, 'killed');
    const killed = startChild(folder);
    await once(killed, 'message');
    const orphans = await pidsOf(folder);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(orphans.map(isRunning)).toEqual([true, true]);
    const services = await startServices({ dataDir: folder });
    await areGone(orphans);
    expect(services.log.lines.filter((line) => line.includes('left behind')).sort()).toEqual([
      expect.stringMatching(/Ending DynamoDB Local \(process \d+\)/),
      expect.stringMatching(/Ending redis-server \(process \d+\)/),
    ]);
    await services.end();
  });

  it('does not cost anybody else a process whose id or words are the same', async () => {
    const folder = await mkdtemp(join(dataDir, 'foreign-'));
    const foreign = spawn('sleep', ['43210']);
    const marks = ['DynamoDBLocal.jar', '-port', '43210'];
    const entry = { pid: foreign.pid, name: 'DynamoDB Local' };
    for (const [mark] of [[marks], [['sleep', '4321']], [['-port 43210']]] as const) {
      await writeFile(join(folder, 'pids.json'), JSON.stringify([{ ...entry, marks: mark }]));
      await (await manageProcesses(join(folder, 'pids.json'), keepingLog())).stop();
    }
    expect(foreign.signalCode).toBeNull();
    expect(isRunning(foreign.pid ?? 0)).toBe(true);
    foreign.kill();
    await once(foreign, 'exit');
  });

  it('by a call of exit takes its children with it', async () => {
    const child = startChild(join(dataDir, 'exit'));
    await once(child, 'message');
    const pids = await pidsOf(join(dataDir, 'exit'));
    child.send('exit');
    await once(child, 'exit');
    await areGone(pids);
  });
});

it('a port that another program takes first is given up for another one', async () => {
  const folder = await mkdtemp(join(dataDir, 'port-'));
  const processes = await manageProcesses(join(folder, 'pids.json'), keepingLog());
  const thief = createServer((socket) => socket.end('+PONG\r\n'));
  const tried: number[] = [];
  const port = await processes.start({
    name: 'redis-server',
    marks: (at) => ['redis-server', `127.0.0.1:${at}`],
    spawn(at) {
      tried.push(at);
      // The first time the port is gone before Redis can have it.
      if (tried.length === 1) thief.listen(at, '127.0.0.1');
      const wait = `sleep 0.2; exec redis-server --port ${at} --bind 127.0.0.1 --save '' --dir '${folder}'`;
      return spawn('sh', ['-c', wait], { detached: true });
    },
    isUp: answersAsRedis,
  });
  expect(tried).toHaveLength(2);
  expect(port).toBe(tried[1]);
  expect(port).not.toBe(tried[0]);
  await processes.stop();
  thief.close();
});

it('a service that dies is reported by name', async () => {
  const services = await startServices();
  const [dynamo] = await pidsOf(services.dataDir, 'DynamoDB Local');
  process.kill(dynamo ?? 0, 'SIGKILL');
  await expect
    .poll(() => services.log.lines)
    .toContainEqual(
      expect.stringMatching(
        /^error DynamoDB Local: DynamoDB Local stopped: it ended with SIGKILL[\s\S]*Start the local cloud/,
      ),
    );
  await expect(
    new DynamoDBClient(services.client).send(new GetItemCommand({ TableName: 'table', Key: {} })),
  ).rejects.toMatchObject({
    name: 'ServiceUnavailable',
  });
  await services.end();
});

it('a service that is not offered is refused with the name of the operation', async () => {
  const services = await startServices();
  const ask = async (headers: Record<string, string>, body: string) => {
    const answer = await fetch(services.aws.endpoint, { method: 'POST', headers, body });
    return [answer.status, await answer.text()];
  };
  const signedFor = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  });
  const form = { ...signedFor('elasticache'), 'content-type': 'application/x-www-form-urlencoded' };
  expect(await ask(form, 'Action=DescribeCacheClusters')).toEqual([
    501,
    expect.stringContaining('<Message>The local cloud does not offer ElastiCache DescribeCacheClusters</Message>'),
  ]);
  expect(await ask({ ...form, ...signedFor('sns') }, 'Action=Publish')).toEqual([
    501,
    expect.stringContaining('<Message>The local cloud does not offer sns Publish</Message>'),
  ]);
  expect(await ask({ ...signedFor('ssm'), 'x-amz-target': 'AmazonSSM.GetParameter' }, '{}')).toEqual([
    501,
    expect.stringContaining('The local cloud does not offer AmazonSSM GetParameter'),
  ]);
  await services.end();
});

function optionsFor(folder: string): AwsServicesOptions {
  return {
    dataDir: folder,
    region: REGION,
    account: ACCOUNT,
    invokeFunction: async () => ({}),
    engines: { speech: 'auto', translation: 'auto', enginesDir: join(folder, 'engines') },
    maxWaitMs: 5,
    log: keepingLog(),
  };
}

function startChild(folder: string): ChildProcess {
  return fork(new URL('./start-services.ts', import.meta.url), [folder], { stdio: 'inherit', execArgv: [] });
}
