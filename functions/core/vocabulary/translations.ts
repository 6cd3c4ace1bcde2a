import { SOURCE_LANGUAGES, type SourceLanguage, type TargetLanguage } from '../../contracts/languages.ts';
import { lookUp } from './lemmatise.ts';
import type { LexiconEntry } from './lexicon/parse-lexicon.ts';

/** What the lexicon says of an entry in another language; null when it has no such language. */
export function translationOf(
  { translations }: LexiconEntry,
  language: SourceLanguage,
  target: TargetLanguage,
): string | null {
  // "es-MX" and "fr-CA" are served by Spanish and French.
  const base = SOURCE_LANGUAGES.find((code) => code === target.split('-', 1)[0]);
  if (base === undefined || base === language) return null;
  return translations[base]?.join(', ') || null;
}

/** The best translation of a form into each other language, for glossaries; undefined when it is not listed. */
export function translationsOf(
  form: string,
  language: SourceLanguage,
): Partial<Record<SourceLanguage, string>> | undefined {
  const entry = lookUp(form, language);
  if (!entry) return undefined;
  const pairs = Object.entries(entry.translations).map(([target, [first]]) => [target, first]);
  return Object.fromEntries(pairs.filter(([, first]) => first !== undefined));
}
