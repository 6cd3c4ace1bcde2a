import { SOURCE_LANGUAGES, type SourceLanguage } from '../../../contracts/languages.ts';
import { CEFR_LEVELS, type CefrLevel, PARTS_OF_SPEECH, type PartOfSpeech } from '../../../contracts/lesson.ts';

/** A word as a dictionary lists it. */
export type LexiconEntry = {
  lemma: string;
  pos: PartOfSpeech;
  level: CefrLevel;
  /** Definite article of a noun; null where there is none. */
  article: string | null;
  /** German nouns: the plural, null when there is none. */
  plural: string | null;
  /**
   * Forms that no rule gives. German verbs: present (er), past and participle. Nouns of other languages: the plural.
   * Everything else: more forms, of adjectives stems that take endings.
   */
  forms: readonly string[];
  /** `forms` is the whole paradigm: no rule applies. */
  isComplete: boolean;
  /** German verbs: the part that can stand apart ("an" of "anziehen"). */
  separablePrefix: string | null;
  /** Best first. */
  translations: Partial<Record<SourceLanguage, readonly string[]>>;
};

/**
 * Reads a lexicon file. Its lines are
 *
 *     lemma|pos|level|article|plural|forms|translation|translation|translation
 *
 * - `lemma`: a separable prefix of a German verb ends with `·`
 * - `forms`: separated by spaces; `=` before them when they are the whole paradigm
 * - translations: into the other source languages in the order of `SOURCE_LANGUAGES`, separated by `, `
 *
 * @throws Error naming the line that is not of this form
 */
export function parseLexicon(data: string, language: SourceLanguage): LexiconEntry[] {
  const targets = SOURCE_LANGUAGES.filter((other) => other !== language);
  return data
    .trim()
    .split('\n')
    .map((line) => parseLine(line, targets));
}

function parseLine(line: string, targets: readonly SourceLanguage[]): LexiconEntry {
  const [lemma = '', posName, levelName, article, plural, forms = '', ...translations] = line.split('|');
  const pos = PARTS_OF_SPEECH.find((name) => name === posName);
  const level = CEFR_LEVELS.find((name) => name === levelName);
  if (lemma === '' || !pos || !level || translations.length !== targets.length) {
    throw new Error(`Not a line of a lexicon: "${line}"`);
  }
  const dot = lemma.indexOf('·');
  return {
    lemma: lemma.replace('·', ''),
    pos,
    level,
    article: article || null,
    plural: plural || null,
    forms: forms.replace('=', '').split(' ').filter(Boolean),
    isComplete: forms.startsWith('='),
    separablePrefix: dot === -1 ? null : lemma.slice(0, dot),
    translations: Object.fromEntries(
      targets.map((target, index) => [target, translations[index]?.split(', ').filter(Boolean) ?? []]),
    ),
  };
}
