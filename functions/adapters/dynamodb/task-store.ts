import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Failure } from '../../contracts/failures.ts';
import { ACTIVE_TASK } from '../../contracts/tables.ts';
import { TASK_STEPS } from '../../contracts/task.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { TaskStore } from '../../core/ports/video-store.ts';
import type { Task, TaskRef } from '../../core/tasks/task.ts';
import { SystemClock } from '../node/clock.ts';
import { activeItems } from './active-tasks.ts';
import { dynamoClient } from './client.ts';
import { ACTIVE_VALUES, EXISTS, IS_ACTIVE } from './conditions.ts';
import { taskItem, taskItemSchema } from './items.ts';
import { keys } from './keys.ts';
import { getItem, isExpired } from './query.ts';
import { transact, updateIf } from './transact.ts';
import { type Change, updateOf } from './update.ts';

/** Tasks in the videos table, beside the videos of their owner. */
export class DynamoTaskStore implements TaskStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(table: string, clock: Clock = new SystemClock(), client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async start(task: Task): Promise<boolean> {
    const video = {
      set: {
        attempt: task.attempt,
        etag: task.etag,
        taskId: task.id,
        state: 'processing',
        updatedAt: task.createdAt,
      },
      remove: ['error'],
      condition: '#attempt = :previous',
      values: { previous: task.attempt - 1 },
    };
    const refused = await transact(this.#client, [
      { Put: { TableName: this.#table, Item: taskItem(task), ConditionExpression: 'attribute_not_exists(pk)' } },
      { Update: updateOf(this.#table, keys.video(task), video) },
    ]);
    return refused === undefined;
  }

  async get(ownerId: string, taskId: string): Promise<Task | undefined> {
    const item = await getItem(this.#client, this.#table, keys.task({ ownerId, taskId }));
    return item && !isExpired(item, this.#clock.now()) ? taskItemSchema.parse(item) : undefined;
  }

  /** Within a step a total is set once: another one would make the percentage jump back. */
  async advance(ref: TaskRef, change: Parameters<TaskStore['advance']>[1], now: number): Promise<void> {
    const { step, ...totals } = change;
    const earlier = TASK_STEPS.slice(0, TASK_STEPS.indexOf(step)).map((name, i) => [`earlier${i}`, name] as const);
    const isLater = earlier.length > 0 ? `#step IN (${earlier.map(([name]) => `:${name}`).join(', ')})` : undefined;
    const sameTotals = Object.keys(totals).map((name) => `(#${name} = :unset OR #${name} = :${name})`);
    const isSame = ['#step = :step', ...sameTotals].join(' AND ');
    await updateIf(
      this.#client,
      updateOf(this.#table, keys.task(ref), {
        set: { state: 'processing', step, ...totals, updatedAt: now },
        condition: `${IS_ACTIVE} AND (${[isLater, isSame].filter(Boolean).join(' OR ')})`,
        values: {
          ...ACTIVE_VALUES,
          ...Object.fromEntries(earlier),
          ...(sameTotals.length > 0 && { unset: 0 }),
        },
      }),
    );
  }

  async markChunks(ref: TaskRef, indices: number[], now: number): Promise<void> {
    if (indices.length === 0) return;
    await this.#changeActive(ref, { add: { chunksDone: new Set(indices) }, set: { updatedAt: now } });
  }

  async complete(ref: TaskRef, now: number, expiresAt: number): Promise<void> {
    await this.#end(ref, { state: 'completed', step: 'done' }, { state: 'ready' }, now, expiresAt);
  }

  async fail(ref: TaskRef, failure: Failure, now: number, expiresAt: number): Promise<boolean> {
    const failed = { state: 'failed', error: failure };
    return this.#end(ref, failed, failed, now, expiresAt);
  }

  async listActive(before: number, limit: number): Promise<Task[]> {
    const items = await activeItems(this.#client, this.#table, ACTIVE_TASK, before, limit);
    return items.map((item) => taskItemSchema.parse(item));
  }

  /**
   * Ends a task and its video together. Where the video is gone, or another task is its latest by now, the task ends
   * alone. @returns whether this call ended it
   */
  async #end(
    ref: TaskRef,
    task: Record<string, unknown>,
    video: Record<string, unknown>,
    now: number,
    expiresAt: number,
  ): Promise<boolean> {
    const ended = { set: { ...task, updatedAt: now, endedAt: now, expiresAt }, remove: ['active'] };
    const refused = await transact(this.#client, [
      { Update: this.#activeUpdate(ref, ended) },
      {
        Update: updateOf(this.#table, keys.video(ref), {
          set: { ...video, updatedAt: now },
          condition: `${EXISTS} AND #taskId = :taskId`,
          values: { taskId: ref.taskId },
        }),
      },
    ]);
    if (!refused) return true;
    const [taskRefused] = refused;
    return taskRefused ? false : this.#changeActive(ref, ended);
  }

  #changeActive(ref: TaskRef, change: Omit<Change, 'condition' | 'values'>): Promise<boolean> {
    return updateIf(this.#client, this.#activeUpdate(ref, change));
  }

  #activeUpdate(ref: TaskRef, change: Omit<Change, 'condition' | 'values'>) {
    return updateOf(this.#table, keys.task(ref), { ...change, condition: IS_ACTIVE, values: ACTIVE_VALUES });
  }
}
