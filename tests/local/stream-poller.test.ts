import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDb } from '../../local/aws/dynamodb.ts';
import { manageProcesses, type Processes } from '../../local/aws/processes.ts';
import { silentLog } from '../../local/log.ts';
import { eventFilter } from '../../local/wiring/event-filter.ts';
import { pollStream, type StreamPoller } from '../../local/wiring/stream-poller.ts';
import { openStreamPositions } from '../../local/wiring/stream-positions.ts';
import type { StreamMapping } from '../../local/wiring/wiring.ts';

type Event = { Records: { eventName: string; dynamodb: { Keys: { pk: { S: string } }; SequenceNumber: string } }[] };

let folder: string;
let processes: Processes;
let dynamo: DynamoDBClient;
let endpoint: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'langplug-streams-'));
  processes = await manageProcesses(path.join(folder, 'pids.json'), silentLog);
  endpoint = `http://127.0.0.1:${await startDynamoDb(processes, null)}`;
  dynamo = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(async () => {
  dynamo.destroy();
  await processes.stop();
  await rm(folder, { recursive: true, force: true });
});

let tables = 0;
let TableName: string;
let streamArn: string;
let pollers: StreamPoller[];
/** Batches that the function got, by the keys of their records. */
let batches: string[][];
/** What the function answers or throws. */
let answer: (event: Event) => unknown;
beforeEach(async () => {
  TableName = `table-${++tables}`;
  const { TableDescription } = await dynamo.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  streamArn = TableDescription?.LatestStreamArn ?? '';
  pollers = [];
  batches = [];
  answer = () => undefined;
});
afterEach(() => Promise.all(pollers.map((poller) => poller.stop())));

const events: Event[] = [];
async function poll(more: Partial<StreamMapping> = {}): Promise<StreamPoller> {
  const mapping: StreamMapping = {
    id: TableName,
    source: TableName,
    streamArn,
    functionArn: 'fn',
    startingPosition: 'LATEST',
    batchSize: 100,
    batchingWindowSeconds: 0,
    filter: () => true,
    reportsItemFailures: false,
    ...more,
  };
  const poller = await pollStream(mapping, {
    endpoint,
    region: 'us-east-1',
    positions: openStreamPositions(path.join(folder, `${TableName}.json`), streamArn),
    invoke: async (_, payload) => {
      const event: Event = JSON.parse(JSON.stringify(payload));
      events.push(event);
      batches.push(event.Records.map((record) => record.dynamodb.Keys.pk.S));
      return answer(event);
    },
    log: silentLog,
    maxWaitMs: 20,
  });
  pollers.push(poller);
  return poller;
}

const put = (pk: string, more: Parameters<typeof item>[0] = {}) =>
  dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, ...item(more) } }));
const item = (more: NonNullable<ConstructorParameters<typeof PutItemCommand>[0]['Item']>) => more;
async function putAll(...keys: string[]): Promise<void> {
  for (const key of keys) await put(key);
}
const keys = () => batches.flat();

describe('records of a stream', () => {
  it('come in order and in the form of Lambda', async () => {
    await poll();
    await put('a', { n: { N: '1' }, bytes: { B: new Uint8Array([1, 2, 255]) } });
    await put('a', { list: { L: [{ B: new Uint8Array([3]) }] } });
    await dynamo.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'a' } } }));
    await expect.poll(keys).toEqual(['a', 'a', 'a']);
    const records = events.slice(-batches.length).flatMap(({ Records }) => Records);
    expect(records).toMatchObject([
      {
        eventID: expect.stringMatching(/./),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        eventSourceARN: streamArn.replace('ddblocal', 'us-east-1'),
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { pk: { S: 'a' } },
          NewImage: { pk: { S: 'a' }, n: { N: '1' }, bytes: { B: 'AQL/' } },
          SequenceNumber: expect.stringMatching(/^\d+$/),
          SizeBytes: expect.any(Number),
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
      },
      { eventName: 'MODIFY', dynamodb: { OldImage: { n: { N: '1' } }, NewImage: { list: { L: [{ B: 'Aw==' }] } } } },
      { eventName: 'REMOVE', dynamodb: { OldImage: { pk: { S: 'a' } } } },
    ]);
    const sequence = records.map((record) => record.dynamodb.SequenceNumber);
    expect(sequence.toSorted()).toEqual(sequence);
  });

  it('are left out unless the filter passes them', async () => {
    const pattern = JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: 'VIDEO#' }] } } } });
    await poll({ filter: eventFilter([pattern]) });
    await putAll('TASK#1', 'VIDEO#1', 'TASK#2', 'VIDEO#2');
    await expect.poll(keys).toEqual(['VIDEO#1', 'VIDEO#2']);
  });

  it('come in batches that are no larger than wanted', async () => {
    await putAll('a', 'b', 'c', 'd', 'e');
    await poll({ startingPosition: 'TRIM_HORIZON', batchSize: 2 });
    await expect.poll(() => batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('wait for more of them for the batching window', async () => {
    await poll({ batchingWindowSeconds: 30, batchSize: 3 });
    await putAll('a');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await putAll('b', 'c');
    await expect.poll(() => batches).toEqual([['a', 'b', 'c']]);
  });
});

describe('a new mapping', () => {
  it.each([
    ['LATEST', 'begins with what is written from now on', ['b']],
    ['TRIM_HORIZON', 'begins with the oldest record', ['a', 'b']],
  ] as const)('of %s %s', async (startingPosition, _, expected) => {
    await put('a');
    await poll({ startingPosition });
    await put('b');
    await expect.poll(keys).toEqual(expected);
  });

  it('of a stream that is not there is refused', async () => {
    await expect(poll({ streamArn: `${streamArn}x` })).rejects.toThrow(/not found/);
  });
});

describe('a mapping that is started again', () => {
  it('goes on where it was: nothing is lost, nothing comes twice', async () => {
    await (await poll()).stop();
    await put('a');
    const second = await poll();
    await put('b');
    await expect.poll(keys).toEqual(['a', 'b']);
    await second.stop();
    batches = [];
    await put('c');
    await poll();
    await expect.poll(keys).toEqual(['c']);
  });

  it('hands over once more what could not be handled before the stop', async () => {
    answer = () => {
      throw new Error('Redis is away');
    };
    const first = await poll();
    await put('a');
    await expect.poll(() => batches.length).toBeGreaterThan(1);
    await first.stop();
    answer = () => undefined;
    batches = [];
    await poll();
    await expect.poll(keys).toEqual(['a']);
  });

  it('begins anew when its table was made anew', async () => {
    const file = path.join(folder, 'another.json');
    const position = { after: '5', writtenAt: Date.now() };
    openStreamPositions(file, 'arn:before').set('shard', position);
    expect(openStreamPositions(file, 'arn:before').of('shard')).toEqual(position);
    expect(openStreamPositions(file, 'arn:now')).toMatchObject({ isNew: true });
  });
});

describe('a batch that fails', () => {
  it('is tried again until it works, before anything that came later', async () => {
    let failures = 0;
    answer = () => {
      if (++failures <= 2) throw new Error('not yet');
    };
    await poll();
    await put('a');
    await expect.poll(() => batches.length).toBeGreaterThan(0);
    await put('b');
    await expect.poll(keys).toEqual(['a', 'a', 'a', 'b']);
  });

  it('is given up after the retries of the template', async () => {
    answer = ({ Records }) => {
      if (Records.some((record) => record.dynamodb.Keys.pk.S === 'bad')) throw new Error('never');
    };
    await poll({ maxRetries: 2 });
    await put('bad');
    await expect.poll(() => batches.length).toBeGreaterThan(0);
    await put('good');
    await expect.poll(keys).toEqual(['bad', 'bad', 'bad', 'good']);
  });

  it('is given up when it is too old', async () => {
    await poll({ maxRecordAgeSeconds: -3600 });
    await put('a');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(keys()).toEqual([]);
  });

  it('is tried again from the first record that the function reports', async () => {
    let calls = 0;
    answer = ({ Records }) => {
      const failed = Records.find((record) => record.dynamodb.Keys.pk.S === 'b');
      return ++calls === 1 ? { batchItemFailures: [{ itemIdentifier: failed?.dynamodb.SequenceNumber }] } : undefined;
    };
    await putAll('a', 'b', 'c');
    await poll({ startingPosition: 'TRIM_HORIZON', reportsItemFailures: true });
    await expect
      .poll(() => batches)
      .toEqual([
        ['a', 'b', 'c'],
        ['b', 'c'],
      ]);
  });

  it('does not keep the local cloud from stopping', async () => {
    answer = () => {
      throw new Error('never');
    };
    const poller = await poll();
    await put('a');
    await expect.poll(() => batches.length).toBeGreaterThan(0);
    await poller.stop();
    const calls = batches.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(batches.length).toBe(calls);
  });
});
