import type { Clock } from '../ports/clock.ts';
import type { LanguagePair, Translation, TranslationMemory, Translator } from '../ports/translation.ts';
import { batchByBytes } from './batches.ts';
import { normalise } from './normalise.ts';

/**
 * Most bytes of UTF-8 that go to the translator before what came back is remembered: one call of Amazon Translate.
 * So a failure in between costs at most one call twice.
 */
export const TRANSLATE_MAX_BYTES = 10_000;

export type TranslateDeps = { memory: TranslationMemory; translator: Translator; clock: Clock };

/**
 * Translations of texts, in order. What the memory knows is not asked again, and the same text only once.
 * @throws TranslationUnavailable
 */
export async function translateTexts(
  texts: readonly string[],
  pair: LanguagePair,
  { memory, translator, clock }: TranslateDeps,
): Promise<Translation[]> {
  const keys = texts.map(normalise);
  const unique = [...new Set(keys)].filter((key) => key !== '');
  const known = new Map(unique.length === 0 ? [] : await memory.recall(unique, pair));
  for (const batch of inBatches(unique.filter((key) => !known.has(key)))) {
    const translated = await translator.translate(batch, pair);
    if (translated.length !== batch.length) {
      throw new Error(`The translator answered ${translated.length} texts instead of ${batch.length}`);
    }
    const fresh = new Map(translated.map((translation, index) => [batch[index] ?? '', translation]));
    await memory.remember(paidFor(fresh), pair, clock.now());
    for (const [key, translation] of fresh) known.set(key, translation);
  }
  return keys.map((key) => known.get(key) ?? { text: '', origin: 'machine' });
}

/** The glossary costs nothing, and must not stand in the way of a translation engine that is installed later. */
const paidFor = (translations: ReadonlyMap<string, Translation>) =>
  new Map([...translations].filter(([, { origin }]) => origin !== 'glossary'));

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
