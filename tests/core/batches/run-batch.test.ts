import { randomUUID } from 'node:crypto';
import {
  TooManyRequestsException,
  TranslateTextCommand,
  UnsupportedLanguagePairException,
} from '@aws-sdk/client-translate';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BatchTranslate } from '../../../functions/contracts/translate.ts';
import { type BatchRef, batchRefOf } from '../../../functions/core/batches/batch.ts';
import { type Delivery, portionsOf, runBatch } from '../../../functions/core/batches/run-batch.ts';
import { batchResult, startBatch } from '../../../functions/core/batches/start-batch.ts';
import { objectKeys } from '../../../functions/core/object-keys.ts';
import { TranslationFailed } from '../../../functions/core/ports/translation.ts';
import { T0 } from '../../support/builders.ts';
import { type BatchServices, batchDeps, HOUR_MS, linesAsked, request, shout, startBatchServices } from './support.ts';

let services: BatchServices;
let deps: ReturnType<typeof batchDeps>;
beforeAll(async () => {
  services = await startBatchServices();
}, 60_000);
afterAll(() => services?.stop());
beforeEach(() => {
  services.service.reset();
  deps = batchDeps(services);
});

const inTime: Delivery = { isLast: false, remainingMs: () => 300_000 };
const theLast: Delivery = { ...inTime, isLast: true };
/** Has time for this many portions. */
const timeFor = (portions: number): Delivery => {
  let asked = 0;
  // Asked once at the beginning, and before each portion but the first.
  return { isLast: false, remainingMs: () => (asked++ < portions ? 300_000 : 5_000) };
};

const begun = async (body: BatchTranslate): Promise<BatchRef> => batchRefOf(await startBatch(deps, randomUUID(), body));
const batchOf = (ref: BatchRef) => deps.batches.get(ref);
const translated = async (ref: BatchRef) =>
  (await batchResult(deps, ref)).translations.map(({ translation }) => translation);
const throttled = new TooManyRequestsException({ $metadata: {}, message: 'slow down' });

describe('a batch', () => {
  it('is translated, each text as it was sent, in order', async () => {
    shout(services);
    const body = request(3);
    const [first = '', second = ''] = body.texts;
    const odd = [` ${first}\n`, '', second, first, ' \t'];
    const ref = await begun({ ...body, texts: odd });
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
    const { translations } = await batchResult(deps, ref);
    expect(translations.map(({ text }) => text)).toEqual(odd);
    const [one, two] = [first.toUpperCase(), second.toUpperCase()];
    expect(translations.map(({ translation }) => translation)).toEqual([one, '', two, one, '']);
    expect(linesAsked(services)).toEqual([first, second]);
  });

  it('tells how far it is after each portion, and expires a day after its end', async () => {
    const body = request(120);
    const ref = await begun(body);
    const seen: number[] = [];
    services.service.on(TranslateTextCommand).callsFake(async ({ Text }) => {
      seen.push((await batchOf(ref))?.textsDone ?? -1);
      deps.clock.time += 1000;
      return { TranslatedText: Text };
    });
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
    expect(seen).toEqual([0, 50, 100]);
    const end = T0 + 3000;
    expect(await batchOf(ref)).toMatchObject({ state: 'completed', textsDone: 120, endedAt: end });
    deps.clock.time = end + 24 * HOUR_MS;
    expect(await batchOf(ref)).toBeUndefined();
  });

  it('is busy while it is translated, for as long as the function may run', async () => {
    const ref = await begun(request(1));
    services.service.on(TranslateTextCommand).callsFake(async ({ Text }) => {
      expect(await batchOf(ref)).toMatchObject({ state: 'processing', busyUntil: T0 + 300_000 });
      return { TranslatedText: Text };
    });
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
  });

  it('of nothing but white space is completed without asking anyone', async () => {
    const ref = await begun(request(0, { texts: ['', ' \n'] }));
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
    expect(await batchOf(ref)).toMatchObject({ textsDone: 2 });
    expect(linesAsked(services)).toEqual([]);
  });

  it('that is delivered again after its end is left alone', async () => {
    shout(services);
    const ref = await begun(request(2));
    await runBatch(deps, ref, inTime);
    const [ended, asked] = [await batchOf(ref), linesAsked(services).length];
    expect(await runBatch(deps, ref, theLast)).toBe('ended');
    expect(await batchOf(ref)).toEqual(ended);
    expect(linesAsked(services)).toHaveLength(asked);
  });

  it('that nobody recorded is left alone', async () => {
    expect(await runBatch(deps, { ownerId: randomUUID(), taskId: randomUUID() }, inTime)).toBe('ended');
  });

  it('that is delivered several times at once is translated and paid for once', async () => {
    shout(services);
    const body = request(120);
    const ref = await begun(body);
    const deliveries = [1, 2, 3].map((n) => ({ isLast: true, remainingMs: () => 300_000 - n }));
    const outcomes = await Promise.all(deliveries.map((delivery) => runBatch(deps, ref, delivery)));
    expect(outcomes.toSorted()).toEqual(['busy', 'busy', 'completed']);
    expect(await translated(ref)).toEqual(body.texts.map((text) => text.toUpperCase()));
    expect(await batchOf(ref)).toMatchObject({ state: 'completed', textsDone: 120 });
    expect(linesAsked(services)).toEqual(body.texts);
  });

  it('whose function died is taken over by the next delivery after its time', async () => {
    shout(services);
    const ref = await begun(request(2));
    await deps.batches.begin(ref, T0 + 200_000, T0);
    expect(await runBatch(deps, ref, inTime)).toBe('busy');
    expect(await batchOf(ref)).toMatchObject({ state: 'processing', busyUntil: T0 + 200_000 });
    deps.clock.time = T0 + 200_000;
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
  });

  it('that runs out of time is handed over, and goes on without paying twice', async () => {
    shout(services);
    const body = request(120);
    const ref = await begun(body);
    deps.queued.length = 0;
    expect(await runBatch(deps, ref, timeFor(2))).toBe('handed over');
    expect(deps.queued).toEqual([{ type: 'translate', ...ref }]);
    const waiting = await batchOf(ref);
    expect(waiting).toMatchObject({ state: 'processing', textsDone: 100 });
    expect(waiting).not.toHaveProperty('busyUntil');
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
    expect(await translated(ref)).toEqual(body.texts.map((text) => text.toUpperCase()));
    expect(linesAsked(services)).toEqual(body.texts);
  });

  it('comes further with every delivery, however little time each has', async () => {
    shout(services);
    const body = request(120);
    const ref = await begun(body);
    const outcomes = [];
    for (let n = 1; outcomes.at(-1) !== 'completed' && n < 10; n++) {
      outcomes.push(await runBatch(deps, ref, timeFor(n)));
    }
    expect(outcomes).toEqual(['handed over', 'handed over', 'completed']);
    expect(linesAsked(services)).toEqual(body.texts);
  });
});

describe('when the service is throttled, a batch', () => {
  it('waits for another delivery, keeps what it has paid for, and does not count back', async () => {
    const body = request(120);
    const ref = await begun(body);
    shout(services);
    services.service.on(TranslateTextCommand).callsFake(({ Text }) => {
      if (Text.includes('satz 50 ')) throw throttled;
      return { TranslatedText: Text.toUpperCase() };
    });
    await expect(runBatch(deps, ref, inTime)).rejects.toThrow(TranslationFailed);
    const waiting = await batchOf(ref);
    expect(waiting).toMatchObject({ state: 'processing', textsDone: 50 });
    expect(waiting).not.toHaveProperty('busyUntil');

    services.service.reset();
    services.service.on(TranslateTextCommand).callsFake(async ({ Text }) => {
      expect((await batchOf(ref))?.textsDone).toBeGreaterThanOrEqual(50);
      return { TranslatedText: Text.toUpperCase() };
    });
    expect(await runBatch(deps, ref, inTime)).toBe('completed');
    expect(linesAsked(services)).toEqual(body.texts.slice(50));
    expect(await translated(ref)).toEqual(body.texts.map((text) => text.toUpperCase()));
  });

  it('is given up at the last delivery', async () => {
    services.service.on(TranslateTextCommand).rejects(throttled);
    const ref = await begun(request(1));
    expect(await runBatch(deps, ref, theLast)).toBe('failed');
    expect(await batchOf(ref)).toMatchObject({ state: 'failed', error: { code: 'TRANSLATION_FAILED' } });
    await expect(batchResult(deps, ref)).rejects.toMatchObject({ code: 'TASK_FAILED' });
  });
});

describe('a batch fails', () => {
  it('at once where there is no engine for its languages', async () => {
    const message = 'No engine for de to ja is installed.';
    services.service.on(TranslateTextCommand).rejects(new UnsupportedLanguagePairException({ $metadata: {}, message }));
    const ref = await begun(request(2, { target_language: 'ja' }));
    expect(await runBatch(deps, ref, inTime)).toBe('failed');
    const error = { code: 'NO_TRANSLATION_ENGINE', detail: message };
    expect(await batchOf(ref)).toMatchObject({ state: 'failed', error });
  });

  it('at once when its texts are gone', async () => {
    const ref = await begun(request(2));
    await deps.objects.delete(objectKeys.batchRequest(ref));
    expect(await runBatch(deps, ref, inTime)).toBe('failed');
    expect(await batchOf(ref)).toMatchObject({ state: 'failed', error: { code: 'TEXTS_MISSING' } });
  });

  it('at the last delivery for whatever else is wrong, without telling its innards', async () => {
    const ref = await begun(request(2));
    await deps.objects.writeJson(objectKeys.batchRequest(ref), { texts: 'not a list' });
    await expect(runBatch(deps, ref, inTime)).rejects.toThrow();
    expect(await batchOf(ref)).toMatchObject({ state: 'processing' });
    expect(await runBatch(deps, ref, theLast)).toBe('failed');
    const error = { code: 'INTERNAL', detail: 'The batch could not be translated.' };
    expect(await batchOf(ref)).toMatchObject({ state: 'failed', error });
  });

  it('when it has had its hour', async () => {
    const ref = await begun(request(2));
    deps.clock.time = T0 + HOUR_MS + 1;
    expect(await runBatch(deps, ref, inTime)).toBe('failed');
    expect(await batchOf(ref)).toMatchObject({ error: { code: 'TIMED_OUT' } });
    expect(linesAsked(services)).toEqual([]);
  });
});

describe('portions', () => {
  it('hold all texts in order, at most 50 each, and never more characters than one text may have', () => {
    const texts = fc.array(
      fc.nat(10_000).map((n) => 'x'.repeat(n + 1)),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const portions = portionsOf(all);
        expect(portions.flat()).toEqual(all);
        for (const portion of portions) {
          expect(portion.length).toBeGreaterThan(0);
          expect(portion.length).toBeLessThanOrEqual(50);
          if (portion.length > 1) expect(portion.join('').length).toBeLessThanOrEqual(10_000);
        }
      }),
      { numRuns: 100 },
    );
  });
});
