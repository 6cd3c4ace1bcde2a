import type { SourceLanguage } from '../../../contracts/languages.ts';
import { inflectEnglish } from '../inflection/english.ts';
import { inflectFrench } from '../inflection/french.ts';
import { inflectGerman, separatedForms } from '../inflection/german.ts';
import { inflectSpanish } from '../inflection/spanish.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { type LexiconEntry, parseLexicon } from './parse-lexicon.ts';

/** How a form was found; the first is the surest. */
const RANKS = ['lemma', 'listed', 'rule'] as const;
export type Match = { entry: LexiconEntry; by: (typeof RANKS)[number] };

export type Lexicon = {
  entries: readonly LexiconEntry[];
  /** Entries that a form may belong to, surest first. Case matters. */
  matches(form: string): readonly Match[];
  /** The German verb whose prefix stands apart: ("zieht", "an") is "anziehen". */
  separated(form: string, prefix: string): LexiconEntry | undefined;
  /** Parts that can stand apart from German verbs. */
  prefixes: ReadonlySet<string>;
};

const ENTRIES: Record<SourceLanguage, () => readonly LexiconEntry[]> = {
  de: once(() => parseLexicon(GERMAN, 'de')),
  en: once(() => parseLexicon(ENGLISH, 'en')),
  es: once(() => parseLexicon(SPANISH, 'es')),
  fr: once(() => parseLexicon(FRENCH, 'fr')),
};

const LEXICONS: Record<SourceLanguage, () => Lexicon> = {
  de: once(() => buildLexicon(entriesOf('de'), inflectGerman)),
  en: once(() => buildLexicon(entriesOf('en'), inflectEnglish)),
  es: once(() => buildLexicon(entriesOf('es'), inflectSpanish)),
  fr: once(() => buildLexicon(entriesOf('fr'), inflectFrench)),
};

/** The entries of a language alone: finding forms takes the lexicon, which costs far more to build. */
export const entriesOf = (language: SourceLanguage): readonly LexiconEntry[] => ENTRIES[language]();

/** The lexicon of a language, read at its first use. */
export const lexiconOf = (language: SourceLanguage): Lexicon => LEXICONS[language]();

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function buildLexicon(entries: readonly LexiconEntry[], inflect: (entry: LexiconEntry) => string[]): Lexicon {
  const byForm = new Map<string, Match[]>();
  const add = (form: string, match: Match) => {
    const matches = byForm.get(form);
    if (!matches) byForm.set(form, [match]);
    else if (!matches.some(({ entry }) => entry === match.entry)) matches.push(match);
  };
  // Rank by rank, so that the surest comes first.
  for (const entry of entries) add(entry.lemma, { entry, by: 'lemma' });
  for (const entry of entries) {
    // The listed forms of a separable verb are those without its prefix, which belong to another verb.
    if (entry.separablePrefix === null) for (const form of entry.forms) add(form, { entry, by: 'listed' });
  }
  for (const entry of entries) for (const form of inflect(entry)) add(form, { entry, by: 'rule' });

  const bySeparated = new Map<string, LexiconEntry>();
  for (const entry of entries) {
    for (const form of separatedForms(entry)) bySeparated.set(`${form} ${entry.separablePrefix}`, entry);
  }
  return {
    entries,
    matches: (form) => byForm.get(form) ?? [],
    separated: (form, prefix) => bySeparated.get(`${form} ${prefix}`),
    prefixes: new Set(entries.flatMap(({ separablePrefix }) => separablePrefix ?? [])),
  };
}
