import { SOURCE_LANGUAGES, type SourceLanguage, type TargetLanguage } from '../../contracts/languages.ts';
import type { LexiconEntry } from './lexicon/parse-lexicon.ts';

/** The language of the lexicon that serves a target: "es-MX" and "fr-CA" are served by Spanish and French. */
export const servingLanguage = (target: TargetLanguage): SourceLanguage | undefined =>
  SOURCE_LANGUAGES.find((code) => code === target.split('-', 1)[0]);

/** What the lexicon says of an entry in another language; null when it has no such language. */
export function translationOf(
  { translations }: Pick<LexiconEntry, 'translations'>,
  language: SourceLanguage,
  target: TargetLanguage,
): string | null {
  const base = servingLanguage(target);
  if (base === undefined || base === language) return null;
  return translations[base]?.join(', ') || null;
}
