import type { Translation } from '../ports/translation.ts';
import { normalise } from './normalise.ts';

/** Texts as they are asked for: normalised, each once, and none without content. */
export const distinctTexts = (texts: readonly string[]): string[] =>
  [...new Set(texts.map(normalise))].filter((text) => text !== '');

/**
 * Translations of all texts in order. The translation of nothing is nothing.
 * @param known by distinct text
 * @throws Error when one is missing
 */
export function inOrderOf(texts: readonly string[], known: ReadonlyMap<string, Translation>): Translation[] {
  return texts.map(normalise).map((text) => {
    const translation = text === '' ? NOTHING : known.get(text);
    if (!translation) throw new Error(`A text of ${text.length} characters was left out of its translation`);
    return translation;
  });
}

const NOTHING: Translation = { text: '', origin: 'machine' };
