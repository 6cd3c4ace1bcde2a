import type { Clock } from '../ports/clock.ts';
import type { LanguagePair, Translation, TranslationMemory, Translator } from '../ports/translation.ts';
import { batchByBytes } from './batches.ts';
import { distinctTexts, inOrderOf } from './distinct-texts.ts';

/**
 * Most bytes of UTF-8 that go to the translator before what came back is remembered: one call of Amazon Translate.
 * So a failure costs no call twice that was answered.
 */
export const TRANSLATE_MAX_BYTES = 10_000;

export type TranslateDeps = { memory: TranslationMemory; translator: Translator; clock: Clock };

/**
 * Translations of texts, in order. What the memory knows is not asked again, and the same text only once. Calls are made
 * side by side, and each is remembered when it is answered, whatever becomes of the others.
 * @throws TranslationUnavailable, TranslationFailed
 */
export async function translateTexts(
  texts: readonly string[],
  pair: LanguagePair,
  { memory, translator, clock }: TranslateDeps,
): Promise<Translation[]> {
  const wanted = distinctTexts(texts);
  const known = new Map(wanted.length === 0 ? [] : await memory.recall(wanted, pair));
  const calls = inBatches(wanted.filter((text) => !known.has(text))).map(async (batch) => {
    const fresh = byText(batch, await translator.translate(batch, pair));
    await memory.remember(paidFor(fresh), pair, clock.now());
    for (const [text, translation] of fresh) known.set(text, translation);
  });
  const failed = (await Promise.allSettled(calls)).find((call) => call.status === 'rejected');
  if (failed) throw failed.reason;
  return inOrderOf(texts, known);
}

/**
 * Each text with its translation.
 * @param translations in the order of the texts
 * @throws Error when they are not as many
 */
export function byText(
  texts: readonly string[],
  translations: readonly Translation[],
): ReadonlyMap<string, Translation> {
  if (translations.length !== texts.length) {
    throw new Error(`The translator answered ${translations.length} texts instead of ${texts.length}`);
  }
  return new Map(translations.map((translation, index) => [texts[index] ?? '', translation]));
}

/** The glossary costs nothing, and must not stand in the way of a translation engine that is installed later. */
const paidFor = (translations: ReadonlyMap<string, Translation>) =>
  new Map([...translations].filter(([, translation]) => !isFree(translation)));

/** Whether a translation is better asked for again than kept for long. */
export const isFree = ({ origin }: Translation): boolean => origin === 'glossary';

/** Whole texts, each with the batch that holds its first piece: one that is too long is split by the translator. */
function inBatches(texts: readonly string[]): string[][] {
  const seen = new Set<number>();
  return batchByBytes(texts, TRANSLATE_MAX_BYTES)
    .map((pieces) =>
      [...new Set(pieces.map(({ index }) => index))].filter((index) => !seen.has(index) && seen.add(index)),
    )
    .map((indices) => indices.map((index) => texts[index] ?? ''))
    .filter((batch) => batch.length > 0);
}
