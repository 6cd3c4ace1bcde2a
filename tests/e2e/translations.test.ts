/** Translations over the public API of the whole system. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BATCH_TEXTS } from '../../functions/contracts/limits.ts';
import type { BatchTranslate } from '../../functions/contracts/translate.ts';
import type { ApiClient } from '../../local/client/api-client.ts';
import { untilEnded } from '../../local/client/run-job.ts';
import { bodyOf, startTestCloud, type TestCloud } from './support/cloud.ts';

let test: TestCloud;
let learner: ApiClient;
beforeAll(async () => {
  test = await startTestCloud();
  learner = await test.learner();
});
afterAll(() => test?.stop());

const request = (texts: string[], to: 'en' | 'ja' = 'en'): BatchTranslate => ({
  texts,
  source_language: 'de',
  target_language: to,
});
const engineCalls = () => test.cloud.services.engineCalls().translateCalls;

describe('POST /translate', () => {
  it('translates for all learners what one has asked for, with one call for all texts', async () => {
    const texts = ['Der Hund schläft.', 'Das Haus ist alt.', 'Die Katze trinkt.'];
    const before = engineCalls();
    const { translations } = await learner.translate(request(texts));
    expect(translations.map(({ text }) => text)).toEqual(texts);
    expect(translations.map(({ translation }) => translation)).toEqual([
      expect.stringMatching(/dog/i),
      expect.stringMatching(/house/i),
      expect.stringMatching(/cat/i),
    ]);
    expect(engineCalls() - before).toBe(1);

    const another = await test.learner();
    const callsOfAnother = async () => {
      const calls = engineCalls();
      const again = await another.translate(request(texts.toReversed()));
      expect(again.translations).toEqual(translations.toReversed());
      return engineCalls() - calls;
    };
    // Not at once where the first request was too slow for the cache: it does without.
    await expect.poll(callsOfAnother).toBe(0);
  });

  it('says which languages nothing here translates', async () => {
    await expect(learner.translate(request(['Haus'], 'ja'))).rejects.toMatchObject({
      problem: { status: 503, code: 'NO_TRANSLATION_ENGINE' },
    });
  });
});

describe('a batch', () => {
  it('is accepted in under a second, translated in the background, and shows only progress', async () => {
    const texts = Array.from({ length: MAX_BATCH_TEXTS }, (_, i) => `Das Haus ${i}.`);
    const begin = performance.now();
    const task = await learner.startBatch(request(texts));
    expect(performance.now() - begin).toBeLessThan(1000);
    const seen: number[] = [];
    const end = await untilEnded(learner, task.status_url, ({ percent }) => seen.push(percent));
    expect(end).toMatchObject({ kind: 'translation', state: 'completed', texts_done: MAX_BATCH_TEXTS });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    const { translations } = await learner.batchResult(task.task_id);
    expect(translations.map(({ text }) => text)).toEqual(texts);
    expect(translations.at(-1)?.translation).toMatch(/house 4999/i);
    expect((await test.inspect.objectKeys(task.task_id)).toSorted()).toEqual(['request.json', 'result.json']);
  }, 60_000);

  it('belongs to who asked for it', async () => {
    const { task_id, status_url } = await learner.startBatch(request(['Haus']));
    await untilEnded(learner, status_url);
    const another = await test.learner();
    for (const path of [status_url, `/translate/batch/${task_id}`]) {
      expect((await learner.send('GET', path)).status, path).toBe(200);
      expect((await another.send('GET', path)).status, path).toBe(404);
    }
  });

  it('that fails says why', async () => {
    const { task_id, status_url } = await learner.startBatch(request(['Haus'], 'ja'));
    const end = await untilEnded(learner, status_url);
    expect(end).toMatchObject({ state: 'failed', error: { code: 'NO_TRANSLATION_ENGINE' } });
    const answer = await learner.send('GET', `/translate/batch/${task_id}`);
    expect(answer.status).toBe(409);
    expect(await bodyOf(answer)).toMatchObject({
      code: 'TASK_FAILED',
      detail: expect.stringContaining(end.error?.title ?? '?'),
    });
  });
});
