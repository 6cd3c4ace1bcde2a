import type { SourceLanguage } from '../../contracts/languages.ts';
import { lookUp } from './lemmatise.ts';

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
