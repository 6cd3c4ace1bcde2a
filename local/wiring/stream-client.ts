/** A DynamoDB stream as a reader sees it: shards, and records from a position on. */
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import { LOCAL_CREDENTIALS } from '../resources/resource.ts';
import { after, type Position } from './stream-positions.ts';
import { type StreamRecord, toStreamRecord } from './stream-record.ts';

/** DynamoDB hands out at most this many records a call. */
const MOST_PER_CALL = 1000;

export type StreamClient = {
  /** Those that still have records, and those that get new ones. */
  shards(): Promise<Shard[]>;
  /** @returns undefined when the shard has ended */
  iteratorAt(shardId: string, position: Exclude<Position, 'DONE'>): Promise<string | undefined>;
  /** @returns no `next` when the shard has ended */
  read(iterator: string, limit: number): Promise<{ records: StreamRecord[]; next: string | undefined }>;
  /** Behind all that is there. A position that lasts, unlike an iterator of the kind `LATEST`. */
  endOf(shardId: string): Promise<Position>;
  close(): void;
};

export type StreamClientOptions = { endpoint: string; region: string; abortSignal: AbortSignal };

export function openStream(StreamArn: string, { endpoint, region, abortSignal }: StreamClientOptions): StreamClient {
  const client = new DynamoDBStreamsClient({ endpoint, region, credentials: LOCAL_CREDENTIALS, maxAttempts: 1 });

  const iteratorAt: StreamClient['iteratorAt'] = async (ShardId, position) => {
    const where =
      typeof position === 'string'
        ? { ShardIteratorType: position }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position.after };
    const request = new GetShardIteratorCommand({ StreamArn, ShardId, ...where });
    return (await client.send(request, { abortSignal })).ShardIterator;
  };

  const read: StreamClient['read'] = async (ShardIterator, limit) => {
    const request = new GetRecordsCommand({ ShardIterator, Limit: Math.min(limit, MOST_PER_CALL) });
    const { Records = [], NextShardIterator } = await client.send(request, { abortSignal });
    return { records: Records.map((record) => toStreamRecord(record, StreamArn, region)), next: NextShardIterator };
  };

  return {
    iteratorAt,
    read,
    async endOf(shardId) {
      let position: Position = 'TRIM_HORIZON';
      let iterator = await iteratorAt(shardId, position);
      while (iterator) {
        const { records, next } = await read(iterator, MOST_PER_CALL);
        const last = records.at(-1);
        if (!last) return position;
        position = after(last);
        iterator = next;
      }
      return 'DONE';
    },
    async shards() {
      const found: Shard[] = [];
      let from: string | undefined;
      do {
        const request = new DescribeStreamCommand({ StreamArn, ...(from && { ExclusiveStartShardId: from }) });
        const { StreamDescription } = await client.send(request, { abortSignal });
        found.push(...(StreamDescription?.Shards ?? []));
        from = StreamDescription?.LastEvaluatedShardId;
      } while (from);
      return found;
    },
    close: () => client.destroy(),
  };
}
