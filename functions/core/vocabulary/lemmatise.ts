import type { SourceLanguage } from '../../contracts/languages.ts';
import type { PartOfSpeech } from '../../contracts/lesson.ts';
import { lexiconOf, type Match } from './lexicon/index.ts';
import type { LexiconEntry } from './lexicon/parse-lexicon.ts';

/** What is around a form in its sentence. */
export type LemmaContext = {
  /** The form is the first of its sentence, so its capital says nothing. */
  startsSentence?: boolean;
  /** The next word of the clause; null at its end. */
  next?: string | null;
  /** The word at the end of the clause: the prefix of a German verb ("zieht … an"). */
  clauseEnd?: string;
};

export type Lemma = {
  lemma: string;
  /** undefined: the word is not listed, and `lemma` is its form. */
  entry: LexiconEntry | undefined;
};

/** The entry that a form most likely belongs to, whatever its sentence is. */
export function lookUp(form: string, language: SourceLanguage): LexiconEntry | undefined {
  return lemmatise(form, language).entry;
}

/** The dictionary form of a word in its sentence. */
export function lemmatise(form: string, language: SourceLanguage, context: LemmaContext = {}): Lemma {
  const entry = language === 'de' ? germanEntry(form, context) : anyEntry(form, language, context);
  return { lemma: entry?.lemma ?? unlistedLemma(form, language, context), entry };
}

function anyEntry(form: string, language: SourceLanguage, context: LemmaContext): LexiconEntry | undefined {
  const lexicon = lexiconOf(language);
  // "I", "Monday" and "French" have capitals in the lexicon, too.
  const exact = lexicon.matches(form);
  const lower = form.toLowerCase();
  const capitalised = context.startsSentence ? lexicon.matches(lower.charAt(0).toUpperCase() + lower.slice(1)) : [];
  return [...exact, ...(lower === form ? [] : lexicon.matches(lower)), ...capitalised][0]?.entry;
}

/** German writes nouns with a capital and everything else without one, except at the beginning of a sentence. */
function germanEntry(form: string, context: LemmaContext): LexiconEntry | undefined {
  const lexicon = lexiconOf('de');
  const lower = form.charAt(0).toLowerCase() + form.slice(1);
  const separated = context.clauseEnd === undefined ? undefined : lexicon.separated(lower, context.clauseEnd);
  if (form === lower || context.startsSentence) {
    if (separated) return separated;
    const small = lexicon.matches(lower);
    const nouns = form === lower ? [] : lexicon.matches(form);
    return bestBefore(bySurety([...small, ...nouns]), context.next);
  }
  // A verb or adjective with a capital is a noun made of it ("das Laufen"); "Sie" and "Ihr" are listed.
  return [...lexicon.matches(form), ...lexicon.matches(lower)][0]?.entry;
}

const bySurety = (matches: readonly Match[]) => [
  ...matches.filter(({ by }) => by === 'lemma'),
  ...matches.filter(({ by }) => by === 'listed'),
  ...matches.filter(({ by }) => by === 'rule'),
];

/** Words that stand before a noun, and those that stand alone. */
const BEFORE_NOUN = new Set<PartOfSpeech>(['determiner', 'adjective', 'numeral']);

/**
 * The surest, unless the next word tells more: before a listed noun stands an adjective rather than a verb ("heißen
 * Kaffee"), and between equally sure ones a determiner ("sein Hund", but "Hunde sein").
 */
function bestBefore(matches: readonly Match[], next: string | null | undefined): LexiconEntry | undefined {
  const [first] = matches;
  const nounFollows = /^\p{Lu}/u.test(next ?? '');
  const isListedNoun = lexiconOf('de')
    .matches(next ?? '')
    .some(({ entry }) => entry.pos === 'noun');
  const adjective = matches.find(({ entry, by }) => entry.pos === 'adjective' && by !== 'lemma');
  if (isListedNoun && adjective && first?.entry.pos === 'verb') return adjective.entry;
  if (next === undefined) return first?.entry;
  const equals = matches.filter(({ by }) => by === first?.by);
  return (equals.find(({ entry }) => BEFORE_NOUN.has(entry.pos) === nounFollows) ?? first)?.entry;
}

/** The form itself; a capital stays where it means something. */
function unlistedLemma(form: string, language: SourceLanguage, { startsSentence = false }: LemmaContext): string {
  const keepsCapital = language === 'de' || !startsSentence;
  return keepsCapital ? form : form.toLowerCase();
}
