/** Hands the records of a DynamoDB stream to a function, as Lambda's event source mapping does. */
import { setTimeout as delay } from 'node:timers/promises';
import { TrimmedDataAccessException } from '@aws-sdk/client-dynamodb-streams';
import { nameAndMessage } from '../log.ts';
import { openStream } from './stream-client.ts';
import { type DeliveryOptions, deliver } from './stream-delivery.ts';
import { after, isForgotten, type StreamPositions } from './stream-positions.ts';
import type { StreamRecord } from './stream-record.ts';
import type { StreamMapping } from './wiring.ts';

/** How often a shard is looked at, ms: Lambda does so four times a second. */
const POLL_MS = 250;
/** The same while nothing is written, where writes are announced: DynamoDB itself drops what has expired, ms. */
const IDLE_POLL_MS = 5000;
/** Pause after a poll that failed, ms. */
const FAILED_POLL_MS = 1000;

export type StreamPollerOptions = Pick<DeliveryOptions, 'invoke' | 'log' | 'maxWaitMs'> & {
  endpoint: string;
  region: string;
  positions: StreamPositions;
  /** Announces writes to tables, so that streams need not be asked again and again on an idle laptop. */
  onTableWrite?: ((listener: () => void) => void) | undefined;
};

export type StreamPoller = { stop(): Promise<void> };

/**
 * Records of a shard are handed over in order, one batch at a time, and a shard after the one that it follows. A mapping
 * that ran before goes on where it was; a new one begins where the template says.
 * @returns when the beginning is fixed: what is written from then on is not missed
 * @throws Error when the stream does not answer
 */
export async function pollStream(mapping: StreamMapping, options: StreamPollerOptions): Promise<StreamPoller> {
  const { positions, log } = options;
  const ending = new AbortController();
  const stopping = ending.signal;
  const sleep = (ms: number) => delay(ms, undefined, { signal: stopping }).catch(() => undefined);
  const stream = openStream(mapping.streamArn, { ...options, abortSignal: stopping });
  const following = new Map<string, Promise<void>>();
  /** Aborted by the next write. */
  let nextWrite = new AbortController();
  options.onTableWrite?.(() => {
    nextWrite.abort();
    nextWrite = new AbortController();
  });

  /** @param write aborted by a write since the shard was last read */
  const untilNextPoll = async (write: AbortSignal): Promise<void> => {
    await sleep(POLL_MS);
    if (!options.onTableWrite) return;
    const signal = AbortSignal.any([stopping, write]);
    await delay(IDLE_POLL_MS - POLL_MS, undefined, { signal }).catch(() => undefined);
  };

  /** Reads what there is, and for the batching window what comes, up to a batch of what the function wants. */
  const nextBatch = async (iterator: string) => {
    const wanted: StreamRecord[] = [];
    let last: StreamRecord | undefined;
    let next: string | undefined = iterator;
    let until: number | undefined;
    do {
      const read = await stream.read(next, mapping.batchSize - wanted.length);
      next = read.next;
      last = read.records.at(-1) ?? last;
      wanted.push(...read.records.filter(({ event }) => mapping.filter(event)));
      if (wanted.length === 0) break;
      until ??= Date.now() + mapping.batchingWindowSeconds * 1000;
      if (read.records.length === 0) await sleep(Math.min(POLL_MS, until - Date.now()));
    } while (next && wanted.length < mapping.batchSize && Date.now() < until && !stopping.aborted);
    return { wanted, last, next };
  };

  const readToItsEnd = async (shardId: string, iterator: string | undefined): Promise<void> => {
    let at = iterator;
    while (at && !stopping.aborted) {
      const write = nextWrite.signal;
      const { wanted, last, next } = await nextBatch(at);
      if (!(await deliver(wanted, mapping, { ...options, stopping }))) return;
      if (last) positions.set(shardId, after(last));
      else if (next) {
        await untilNextPoll(write);
        if (isForgotten(positions.of(shardId))) return;
      }
      at = next;
    }
    if (!at) positions.set(shardId, 'DONE');
  };

  /** Goes on where it was after whatever goes wrong. @param isClosed no more is written to the shard */
  const follow = async (shardId: string, isClosed: boolean): Promise<void> => {
    while (!stopping.aborted) {
      try {
        if (isForgotten(positions.of(shardId))) positions.set(shardId, 'TRIM_HORIZON');
        const position = positions.of(shardId) ?? 'TRIM_HORIZON';
        if (position === 'DONE') return;
        await readToItsEnd(shardId, await stream.iteratorAt(shardId, position));
      } catch (error) {
        if (stopping.aborted) return;
        if (error instanceof TrimmedDataAccessException) {
          // What came next was dropped after its 24 hours: on with what is left, if anything is. A shard that is new may
          // say so, too, at first: it has nothing yet.
          if (positions.of(shardId) !== 'TRIM_HORIZON') positions.set(shardId, 'TRIM_HORIZON');
          else if (isClosed) positions.set(shardId, 'DONE');
          else await sleep(POLL_MS);
          continue;
        }
        log.verbose(mapping.source, `reading the stream failed: ${nameAndMessage(error)}`);
        await sleep(FAILED_POLL_MS);
      }
    }
  };

  /** Takes up the shards whose turn it is: those whose parent is read to its end, or gone. */
  const takeUp = async (): Promise<void> => {
    const shards = await stream.shards();
    const ids = new Set(shards.map(({ ShardId = '' }) => ShardId));
    positions.keepOnly(ids);
    for (const { ShardId = '', ParentShardId = '', SequenceNumberRange } of shards) {
      if (following.has(ShardId) || positions.of(ShardId) === 'DONE') continue;
      if (ids.has(ParentShardId) && positions.of(ParentShardId) !== 'DONE') continue;
      const isClosed = SequenceNumberRange?.EndingSequenceNumber !== undefined;
      const reading = follow(ShardId, isClosed).finally(() => following.delete(ShardId));
      following.set(ShardId, reading);
    }
  };

  const begin = async (): Promise<void> => {
    if (positions.isNew) {
      for (const { ShardId = '' } of await stream.shards()) {
        positions.set(ShardId, mapping.startingPosition === 'LATEST' ? await stream.endOf(ShardId) : 'TRIM_HORIZON');
      }
    }
    await takeUp();
  };

  const watch = async (): Promise<void> => {
    while (!stopping.aborted) {
      // Shards come only when others end.
      if (following.size > 0) await Promise.race(following.values());
      else await sleep(POLL_MS);
      if (stopping.aborted) return;
      try {
        await takeUp();
      } catch (error) {
        if (stopping.aborted) return;
        log.verbose(mapping.source, `reading the stream failed: ${nameAndMessage(error)}`);
        await sleep(FAILED_POLL_MS);
      }
    }
  };

  const stop = async (watching?: Promise<void>): Promise<void> => {
    ending.abort();
    await watching;
    await Promise.all(following.values());
    stream.close();
  };
  try {
    await begin();
  } catch (error) {
    await stop();
    throw error;
  }
  const watching = watch();
  return { stop: () => stop(watching) };
}
