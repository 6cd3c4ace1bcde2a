import type { Failure } from '../../contracts/failures.ts';
import { TASK_TIMEOUT_SECONDS } from '../../contracts/limits.ts';
import { type BatchTranslate, batchTranslateSchema } from '../../contracts/translate.ts';
import { makeFailure } from '../failure.ts';
import { objectKeys } from '../object-keys.ts';
import type { BatchQueue, BatchStore } from '../ports/batches.ts';
import { ObjectMissing, type ObjectStore } from '../ports/object-store.ts';
import { type Translation, TranslationFailed, TranslationUnavailable } from '../ports/translation.ts';
import { isActive } from '../tasks/execution.ts';
import { expiryOf } from '../tasks/reaping.ts';
import { answerOf, pairOf } from '../translation/answer.ts';
import { distinctTexts, inOrderOf } from '../translation/distinct-texts.ts';
import { byText, type TranslateDeps, translateTexts } from '../translation/translate-texts.ts';
import type { BatchRef } from './batch.ts';

type Deps = TranslateDeps & {
  batches: BatchStore;
  objects: Pick<ObjectStore, 'readJson' | 'writeJson'>;
  queue: BatchQueue;
  /** How long the record of an ended task is kept, hours. */
  retentionHours: number;
};

/** One delivery of the message of a batch. */
export type Delivery = {
  /** The queue does not deliver the message again. */
  isLast: boolean;
  /** How long the function may still run, ms. */
  remainingMs(): number;
};

/**
 * Most texts that are translated between two reports of progress, and most characters: where the translator takes 10,000
 * bytes at once, four calls side by side. A single text may be as long (MAX_TEXT_CHARACTERS).
 */
const PORTION_TEXTS = 50;
const PORTION_CHARACTERS = 10_000;

/**
 * No portion is begun with less time than this, ms: its calls try six times, each waits 10 s for an answer and all of them
 * some 20 s in between.
 */
const HAND_OVER_MS = 100_000;

/**
 * `handed over`: the time of this delivery is up, another one goes on. `busy`: another one is at it; should it die, this one
 * is needed later. `ended`: there was nothing to do any more.
 */
export type BatchOutcome = 'completed' | 'failed' | 'handed over' | 'busy' | 'ended';

/**
 * Translates a batch as far as the time of this delivery goes. Any number of deliveries may do so, one after another: what is
 * translated is in the translation memory, and found there at once. Of several at once, one does.
 * @throws whatever may go better at another delivery
 */
export async function runBatch(deps: Deps, ref: BatchRef, delivery: Delivery): Promise<BatchOutcome> {
  try {
    return await work(deps, ref, delivery);
  } catch (error) {
    const failure = permanentFailure(error) ?? (delivery.isLast ? lastFailure(error) : undefined);
    if (failure) return (await fail(deps, ref, failure)) ? 'failed' : 'ended';
    // Where not even this can be written, the reaper takes the batch for dead, unless the next delivery comes before.
    await deps.batches.release(ref, deps.clock.now()).catch(() => undefined);
    throw error;
  }
}

async function work(deps: Deps, ref: BatchRef, delivery: Delivery): Promise<BatchOutcome> {
  const now = deps.clock.now();
  const batch = await deps.batches.get(ref);
  if (!batch || !isActive(batch)) return 'ended';
  if (now - batch.createdAt > TASK_TIMEOUT_SECONDS * 1000) {
    const detail = `${batch.textsDone} of ${batch.textsTotal} texts were translated in this time.`;
    return (await fail(deps, ref, makeFailure('TIMED_OUT', detail))) ? 'failed' : 'ended';
  }
  if (!(await deps.batches.begin(ref, now + delivery.remainingMs(), now))) {
    const other = await deps.batches.get(ref);
    return other && isActive(other) ? 'busy' : 'ended';
  }
  const request = await deps.objects.readJson(objectKeys.batchRequest(ref), batchTranslateSchema);
  const known = await translateInTime(deps, ref, request, delivery);
  if (!known) {
    await deps.batches.release(ref, deps.clock.now());
    await deps.queue.send({ type: 'translate', ...ref });
    return 'handed over';
  }
  const answer = answerOf(request.texts, inOrderOf(request.texts, known));
  await deps.objects.writeJson(objectKeys.batchResult(ref), answer);
  const end = deps.clock.now();
  await deps.batches.complete(ref, end, expiryOf(end, deps.retentionHours));
  return 'completed';
}

/** Translations by distinct text; undefined when time was up before all were there. One portion is always done. */
async function translateInTime(
  deps: Deps,
  ref: BatchRef,
  request: BatchTranslate,
  delivery: Delivery,
): Promise<ReadonlyMap<string, Translation> | undefined> {
  const wanted = distinctTexts(request.texts);
  // Texts that come twice, and those without content, need no work of their own.
  const free = request.texts.length - wanted.length;
  const known = new Map<string, Translation>();
  for (const portion of portionsOf(wanted)) {
    if (known.size > 0 && delivery.remainingMs() < HAND_OVER_MS) return undefined;
    const translations = await translateTexts(portion, pairOf(request), deps);
    for (const [text, translation] of byText(portion, translations)) known.set(text, translation);
    await deps.batches.progress(ref, free + known.size, deps.clock.now());
  }
  await deps.batches.progress(ref, request.texts.length, deps.clock.now());
  return known;
}

/** Texts in order, in portions that are not large. */
export function portionsOf(texts: readonly string[]): string[][] {
  const portions: string[][] = [];
  let portion: string[] = [];
  let characters = 0;
  for (const text of texts) {
    const isFull = portion.length === PORTION_TEXTS || characters + text.length > PORTION_CHARACTERS;
    if (portion.length > 0 && isFull) {
      portions.push(portion);
      portion = [];
      characters = 0;
    }
    portion.push(text);
    characters += text.length;
  }
  return portion.length === 0 ? portions : [...portions, portion];
}

/** What no further delivery can change. */
function permanentFailure(error: unknown): Failure | undefined {
  if (error instanceof TranslationUnavailable) return makeFailure('NO_TRANSLATION_ENGINE', error.message);
  if (error instanceof ObjectMissing)
    return makeFailure('TEXTS_MISSING', 'They were removed before they were translated.');
  return undefined;
}

/** Internal errors are in the logs; their wording means nothing to a learner and may say too much. */
const lastFailure = (error: unknown): Failure =>
  error instanceof TranslationFailed
    ? makeFailure('TRANSLATION_FAILED', error.message)
    : makeFailure('INTERNAL', 'The batch could not be translated.');

function fail(deps: Deps, ref: BatchRef, failure: Failure): Promise<boolean> {
  const now = deps.clock.now();
  return deps.batches.fail(ref, failure, now, expiryOf(now, deps.retentionHours));
}
