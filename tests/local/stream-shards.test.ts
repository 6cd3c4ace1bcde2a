/** What DynamoDB Local does only after hours: shards that end, and records that are dropped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLog } from '../../local/log.ts';
import { pollStream, type StreamPoller } from '../../local/wiring/stream-poller.ts';
import { openStreamPositions } from '../../local/wiring/stream-positions.ts';

const aws = mockClient(DynamoDBStreamsClient);
let folder: string;
let poller: StreamPoller | undefined;
/** Records by shard; a shard that has ended is in `ended`. */
let records: Record<string, string[]>;
let ended: Set<string>;
let shards: Shard[];
let handled: string[];

/** Iterators are `{shard}/{index of the next record}`. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'langplug-shards-'));
  handled = [];
  aws.reset();
  aws.onAnyCommand().rejects(new Error('not expected'));
  aws.on(DescribeStreamCommand).callsFake(async () => ({ StreamDescription: { Shards: shards } }));
  aws.on(GetShardIteratorCommand).callsFake(async ({ ShardId, ShardIteratorType, SequenceNumber }) => {
    const before = (records[ShardId] ?? []).filter((number) => Number(number) <= Number(SequenceNumber));
    const index = ShardIteratorType === 'TRIM_HORIZON' ? 0 : before.length;
    return { ShardIterator: `${ShardId}/${index}` };
  });
  aws.on(GetRecordsCommand).callsFake(async ({ ShardIterator }) => {
    const [shard = '', index = 0] = ShardIterator.split('/');
    const Records = (records[shard] ?? [])
      .slice(Number(index))
      .map((SequenceNumber): _Record => ({ dynamodb: { SequenceNumber } }));
    const isOver = ended.has(shard);
    return { Records, ...(!isOver && { NextShardIterator: `${shard}/${Number(index) + Records.length}` }) };
  });
});
afterEach(async () => {
  await poller?.stop();
  await rm(folder, { recursive: true, force: true });
});

const positions = () => openStreamPositions(path.join(folder, 'positions.json'), 'arn');
async function poll(onTableWrite?: (listener: () => void) => void): Promise<void> {
  poller = await pollStream(
    {
      id: 'm',
      source: 'test',
      streamArn: 'arn',
      functionArn: 'fn',
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      batchingWindowSeconds: 0,
      filter: () => true,
      reportsItemFailures: false,
    },
    {
      endpoint: 'http://127.0.0.1:1',
      region: 'us-east-1',
      positions: positions(),
      invoke: async (_, payload) => {
        for (const record of Object(payload).Records) handled.push(record.dynamodb.SequenceNumber);
      },
      log: silentLog,
      maxWaitMs: 1,
      onTableWrite,
    },
  );
}

describe('a shard', () => {
  it('is looked at after writes, and hardly otherwise where these are announced', async () => {
    records = { s: [] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    let announce = () => {};
    await poll((listener) => {
      announce = listener;
    });
    await expect.poll(() => aws.commandCalls(GetRecordsCommand).length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(aws.commandCalls(GetRecordsCommand).length).toBe(1);
    records = { s: ['1'] };
    announce();
    await expect.poll(() => handled, { timeout: 3000 }).toEqual(['1']);
  });

  it('is read after the one that it follows, and those that have ended are never read again', async () => {
    records = { parent: ['1', '2'], child: ['3'], grandchild: [] };
    ended = new Set(['parent']);
    shards = [
      { ShardId: 'grandchild', ParentShardId: 'child' },
      { ShardId: 'child', ParentShardId: 'parent' },
      { ShardId: 'parent' },
    ];
    await poll();
    await expect.poll(() => handled).toEqual(['1', '2', '3']);
    records.child = ['3', '4'];
    records.grandchild = ['5'];
    ended.add('child');
    await expect.poll(() => handled).toEqual(['1', '2', '3', '4', '5']);
    await poller?.stop();

    records.grandchild = ['5', '6'];
    await poll();
    await expect.poll(() => handled.at(-1)).toBe('6');
    expect(handled).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('that the stream has no more is forgotten', async () => {
    positions().set('old', 'DONE');
    records = { new: ['1'] };
    ended = new Set();
    shards = [{ ShardId: 'new', ParentShardId: 'old' }];
    await poll();
    await expect.poll(() => handled).toEqual(['1']);
    expect(positions().of('old')).toBeUndefined();
    expect(positions().of('new')).toEqual({ after: '1', writtenAt: expect.any(Number) });
  });

  it('is read on from what is left when the records at its position were dropped', async () => {
    positions().set('s', { after: '1', writtenAt: Date.now() });
    records = { s: ['8', '9'] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    aws
      .on(GetShardIteratorCommand, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' })
      .rejects(new TrimmedDataAccessException({ message: 'trimmed', $metadata: {} }));
    await poll();
    await expect.poll(() => handled).toEqual(['8', '9']);
  });

  it('is over when there is nothing left of it', async () => {
    records = { parent: [], child: ['1'] };
    ended = new Set();
    const closed = { SequenceNumberRange: { EndingSequenceNumber: '500' } };
    shards = [
      { ShardId: 'parent', ...closed },
      { ShardId: 'child', ParentShardId: 'parent' },
    ];
    aws
      .on(GetShardIteratorCommand, { ShardId: 'parent' })
      .rejects(new TrimmedDataAccessException({ message: 'trimmed', $metadata: {} }));
    await poll();
    await expect.poll(() => handled).toEqual(['1']);
  });

  it('is asked again when it is new and says that it has nothing', async () => {
    records = { s: ['1'] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    aws
      .on(GetShardIteratorCommand, { ShardId: 's' })
      .rejectsOnce(new TrimmedDataAccessException({ message: 'trimmed', $metadata: {} }))
      .resolves({ ShardIterator: 's/0' });
    await poll();
    await expect.poll(() => handled).toEqual(['1']);
  });

  it('is read from its beginning when its records were forgotten over a long pause, and counted from 1 again', async () => {
    positions().set('s', { after: '500', writtenAt: Date.now() - 25 * 3_600_000 });
    records = { s: ['1'] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    await poll();
    await expect.poll(() => handled).toEqual(['1']);
    records.s = ['1', '2'];
    await expect.poll(() => handled).toEqual(['1', '2']);
  });

  it('is read from its beginning, too, when that happened while it was looked at', async () => {
    records = { s: ['500'] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    await poll();
    await expect.poll(() => handled).toEqual(['500']);
    const realNow = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 25 * 3_600_000);
    onTestFinished(() => void vi.mocked(Date.now).mockRestore());
    records.s = ['1'];
    await expect.poll(() => handled, { timeout: 5_000 }).toEqual(['500', '1']);
  });

  it('is read on where it was when reading fails', async () => {
    records = { s: ['1'] };
    ended = new Set();
    shards = [{ ShardId: 's' }];
    await poll();
    await expect.poll(() => handled).toEqual(['1']);
    aws
      .on(GetRecordsCommand, { ShardIterator: 's/1' })
      .rejectsOnce(new ExpiredIteratorException({ message: 'expired', $metadata: {} }))
      .resolves({ Records: [{ dynamodb: { SequenceNumber: '2' } }], NextShardIterator: 's/2' });
    await expect.poll(() => handled).toEqual(['1', '2']);
  });
});
