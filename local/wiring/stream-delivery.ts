/** Hands records of a shard to a function until they are handled or given up, as Lambda's event source mapping does. */
import { setTimeout as delay } from 'node:timers/promises';
import { nameAndMessage } from '../log.ts';
import type { InvokeFunction, LocalLog } from '../types.ts';
import { failedItems } from './failed-items.ts';
import type { StreamRecord } from './stream-record.ts';
import type { StreamMapping } from './wiring.ts';

/** First pause before a batch is tried again, doubled each time, ms. */
const FIRST_PAUSE_MS = 100;
/** DynamoDB Local knows only the minute in which a record was written, so none is given up before it is over, ms. */
const AGE_GRACE_MS = 60_000;

export type DeliveryOptions = {
  invoke: InvokeFunction;
  log: LocalLog;
  /** Longest pause before a batch is tried again, ms. */
  maxWaitMs: number;
  /** Ends the waiting for a next try. */
  stopping: AbortSignal;
};

/** @returns whether that is done; not when the local cloud stops in the middle: what is left is for the next start */
export async function deliver(
  records: readonly StreamRecord[],
  mapping: StreamMapping,
  options: DeliveryOptions,
): Promise<boolean> {
  let rest = records;
  for (let failures = 0; rest.length > 0; ) {
    if (options.stopping.aborted) return false;
    const fresh = withoutTooOld(rest, mapping, options);
    if (fresh.length === 0) break;
    const failedAt = await attempt(fresh, mapping, options);
    rest = fresh.slice(failedAt);
    if (rest.length === 0) break;
    // Whatever was handled before the first failure counts as progress: retries are of the batch that begins there.
    failures = failedAt > 0 ? 1 : failures + 1;
    if (mapping.maxRetries !== undefined && failures > mapping.maxRetries) {
      options.log.error(mapping.source, `${rest.length} stream record(s) are given up after ${failures} calls`);
      break;
    }
    const pause = Math.min(options.maxWaitMs, FIRST_PAUSE_MS * 2 ** (failures - 1));
    await delay(pause, undefined, { signal: options.stopping }).catch(() => undefined);
  }
  return true;
}

/** @returns how many records were handled, in order: all of them, or those before the first that failed */
async function attempt(
  records: readonly StreamRecord[],
  mapping: StreamMapping,
  { invoke, log }: DeliveryOptions,
): Promise<number> {
  try {
    const answer = await invoke(mapping.functionArn, { Records: records.map(({ event }) => event) });
    if (!mapping.reportsItemFailures) return records.length;
    const failed = failedItems(
      answer,
      records.map(({ sequenceNumber }) => sequenceNumber),
    );
    const first = records.findIndex(({ sequenceNumber }) => failed.has(sequenceNumber));
    if (first < 0) return records.length;
    log.warn(mapping.source, `${records.length - first} stream record(s) are tried again, as the function asks`);
    return first;
  } catch (error) {
    log.warn(mapping.source, `${records.length} stream record(s) are tried again: ${nameAndMessage(error)}`);
    return 0;
  }
}

function withoutTooOld(
  records: readonly StreamRecord[],
  { maxRecordAgeSeconds = Number.POSITIVE_INFINITY, source }: StreamMapping,
  { log }: DeliveryOptions,
): readonly StreamRecord[] {
  const oldest = Date.now() - maxRecordAgeSeconds * 1000 - AGE_GRACE_MS;
  const fresh = records.filter(({ writtenAt }) => writtenAt >= oldest);
  const tooOld = records.length - fresh.length;
  if (tooOld > 0) log.error(source, `${tooOld} stream record(s) are given up: older than ${maxRecordAgeSeconds} s`);
  return fresh;
}
