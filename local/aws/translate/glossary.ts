/**
 * Translation word by word from the lexicon, for people without a translation model. It is marked as what it is in
 * every answer.
 */

/** What the glossary needs of the lexicon. */
export type Lexicon = {
  /** Translations of a word form or lemma by language; undefined for a word that the lexicon does not know. */
  translationsOf(form: string, language: GlossaryLanguage): Partial<Record<GlossaryLanguage, string>> | undefined;
};

const GLOSSARY_LANGUAGES = ['de', 'en', 'es', 'fr'] as const;
export type GlossaryLanguage = (typeof GLOSSARY_LANGUAGES)[number];

export const isGlossaryLanguage = (code: string): code is GlossaryLanguage =>
  GLOSSARY_LANGUAGES.some((language) => language === code);

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
const LETTER = /\p{L}/u;
/** The end of a sentence, and perhaps the quotes that open the next. */
const SENTENCE_END = /[.!?…:]["'”“»)\]]*\s*["'„“«(¿¡]*$/u;

/** Replaces every word that the lexicon knows; spaces, lines, punctuation and unknown words stay as they are. */
export function translateByGlossary(
  text: string,
  from: GlossaryLanguage,
  to: GlossaryLanguage,
  lexicon: Lexicon,
): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(WORD, (word, at: number) => {
        const translation = lexicon.translationsOf(word, from)?.[to];
        if (!translation) return word;
        const before = line.slice(0, at);
        const startsSentence = !LETTER.test(before) || SENTENCE_END.test(before);
        return startsSentence && isCapitalised(word) ? capitalise(translation) : translation;
      }),
    )
    .join('\n');
}

const isCapitalised = (word: string) => word.charAt(0) !== word.charAt(0).toLowerCase();
const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
