import type { SourceLanguage } from '../../contracts/languages.ts';
import type { LexiconEntry } from './lexicon/parse-lexicon.ts';

/** Letters that are more than another letter with an accent. `~` comes after every letter. */
const LETTERS: Record<SourceLanguage, Record<string, string>> = {
  // DIN 5007-1: ä, ö, ü beside a, o, u.
  de: { ß: 'ss' },
  en: {},
  // A letter of its own after n (Real Academia Española, Ortografía 2010).
  es: { ñ: 'n~' },
  fr: { œ: 'oe', æ: 'ae' },
};
const COMBINING_MARKS = /\p{M}/gu;

/**
 * A key that sorts entries of a language as its dictionaries do where strings are compared byte by byte (UTF-8), which
 * would put "Äpfel" after "Zug": case and accents do not count, except between words that differ in nothing else.
 */
export function alphabeticalKey({ lemma, pos }: Pick<LexiconEntry, 'lemma' | 'pos'>, language: SourceLanguage): string {
  const word = lemma.normalize('NFC');
  const letters = LETTERS[language];
  const folded = [...word.toLowerCase()].map(
    (letter) => letters[letter] ?? letter.normalize('NFD').replace(COMBINING_MARKS, ''),
  );
  // The blank ends the word: "se" comes before "se lever", and that before "seco".
  return `${folded.join('')} #${word}#${pos}`;
}
