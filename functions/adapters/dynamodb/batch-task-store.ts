import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Failure } from '../../contracts/failures.ts';
import { ACTIVE_BATCH } from '../../contracts/tables.ts';
import type { Batch, BatchRef } from '../../core/batches/batch.ts';
import type { BatchStore } from '../../core/ports/batches.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { SystemClock } from '../node/clock.ts';
import { activeItems } from './active-tasks.ts';
import { dynamoClient } from './client.ts';
import { ACTIVE_BATCH_VALUES, IS_ACTIVE } from './conditions.ts';
import { batchItem, batchItemSchema } from './items.ts';
import { keys } from './keys.ts';
import { getItem, isExpired } from './query.ts';
import { updateIf } from './transact.ts';
import { type Change, updateOf } from './update.ts';

/** Of `begin`: nobody works on the batch, or whoever did is over; or it was this very call, sent again after a lost answer. */
const IS_FREE = '(attribute_not_exists(#busyUntil) OR #busyUntil <= :updatedAt OR #busyUntil = :busyUntil)';

/** Batch translations in the videos table, beside the other tasks of their owner. */
export class DynamoBatchTaskStore implements BatchStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(table: string, clock: Clock = new SystemClock(), client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async create(batch: Batch): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: batchItem(batch) }));
  }

  async get(ref: BatchRef): Promise<Batch | undefined> {
    const item = await getItem(this.#client, this.#table, keys.batch(ref));
    return item && !isExpired(item, this.#clock.now()) ? batchItemSchema.parse(item) : undefined;
  }

  begin(ref: BatchRef, busyUntil: number, now: number): Promise<boolean> {
    const change = { set: { state: 'processing', busyUntil, updatedAt: now } };
    return this.#changeActive(ref, change, IS_FREE);
  }

  async progress(ref: BatchRef, textsDone: number, now: number): Promise<void> {
    await this.#changeActive(ref, { set: { textsDone, updatedAt: now } }, '#textsDone <= :textsDone');
  }

  async release(ref: BatchRef, now: number): Promise<void> {
    await this.#changeActive(ref, { set: { updatedAt: now }, remove: ['busyUntil'] });
  }

  async complete(ref: BatchRef, now: number, expiresAt: number): Promise<void> {
    await this.#end(ref, { state: 'completed' }, now, expiresAt);
  }

  fail(ref: BatchRef, failure: Failure, now: number, expiresAt: number): Promise<boolean> {
    return this.#end(ref, { state: 'failed', error: failure }, now, expiresAt);
  }

  async listActive(before: number, limit: number): Promise<Batch[]> {
    const items = await activeItems(this.#client, this.#table, ACTIVE_BATCH, before, limit);
    return items.map((item) => batchItemSchema.parse(item));
  }

  #end(ref: BatchRef, end: Record<string, unknown>, now: number, expiresAt: number): Promise<boolean> {
    const set = { ...end, updatedAt: now, endedAt: now, expiresAt };
    return this.#changeActive(ref, { set, remove: ['active', 'busyUntil'] });
  }

  #changeActive(ref: BatchRef, change: Pick<Change, 'set' | 'remove'>, also?: string): Promise<boolean> {
    const condition = also === undefined ? IS_ACTIVE : `${IS_ACTIVE} AND ${also}`;
    return updateIf(
      this.#client,
      updateOf(this.#table, keys.batch(ref), { ...change, condition, values: ACTIVE_BATCH_VALUES }),
    );
  }
}
