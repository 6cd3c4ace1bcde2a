import { setTimeout } from 'node:timers/promises';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Update } from './update.ts';

export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Why an item of a transaction was refused; `old` is the item as it is, where it was asked for. */
export type FailedCondition = { old: Record<string, AttributeValue> | undefined };

/**
 * Conflicts are retried this often with full jitter between 0 and min(CAP, BASE · 2^n) ms: on average 3 s in all.
 * Forty chunks of a video that are saved at once touch the same two items, one transaction of about 15 ms after
 * another, so the last one waits about 0.6 s.
 */
const CONFLICT_RETRIES = 16;
const CONFLICT_BASE_MS = 20;
const CONFLICT_CAP_MS = 500;

/**
 * Writes all items or none. The SDK sends one idempotency token with all its own retries, so an answer that got lost
 * does not make the second try fail its own conditions.
 * @returns undefined when committed, else for each item why its condition failed (undefined where it did not)
 */
export async function transact(
  client: DynamoDBDocumentClient,
  items: TransactItems,
): Promise<(FailedCondition | undefined)[] | undefined> {
  try {
    await retryConflicts(() => client.send(new TransactWriteCommand({ TransactItems: items })));
    return undefined;
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (!reasons.some(isFailedCondition)) throw error;
    return reasons.map((reason) => (isFailedCondition(reason) ? { old: reason.Item } : undefined));
  }
}

/** @returns false when the condition does not hold; then nothing was written. */
export const updateIf = (client: DynamoDBDocumentClient, update: Update) =>
  holds(() => client.send(new UpdateCommand(update)));

/** @returns false when the condition does not hold; then nothing was deleted. */
export const deleteIf = (client: DynamoDBDocumentClient, deletion: DeleteCommandInput) =>
  holds(() => client.send(new DeleteCommand(deletion)));

async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await retryConflicts(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Runs again what met another transaction on the same item. A failed condition is no conflict: it is an answer. */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await run();
    } catch (error) {
      if (retry === CONFLICT_RETRIES || !isConflict(error)) throw error;
      await setTimeout(Math.random() * Math.min(CONFLICT_CAP_MS, CONFLICT_BASE_MS * 2 ** retry));
    }
  }
}

/** Codes of a cancelled transaction that pass: the SDK retries whole requests, not these. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function isConflict(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  const reasons = error.CancellationReasons ?? [];
  return !reasons.some(isFailedCondition) && reasons.some(({ Code }) => PASSING_REASONS.has(Code ?? ''));
}

const isFailedCondition = (reason: { Code?: string | undefined }) => reason.Code === 'ConditionalCheckFailed';
