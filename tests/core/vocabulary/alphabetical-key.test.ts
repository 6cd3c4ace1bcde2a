import { describe, expect, it } from 'vitest';
import { SOURCE_LANGUAGES } from '../../../functions/contracts/languages.ts';
import { alphabeticalKey } from '../../../functions/core/vocabulary/alphabetical-key.ts';
import { entriesOf } from '../../../functions/core/vocabulary/index.ts';

/** As DynamoDB compares sort keys. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = (language: (typeof SOURCE_LANGUAGES)[number], lemmas: string[]) =>
  lemmas.toSorted((a, b) =>
    byBytes(alphabeticalKey({ lemma: a, pos: 'noun' }, language), alphabeticalKey({ lemma: b, pos: 'noun' }, language)),
  );

describe('the alphabetical key', () => {
  it.each([
    ['de', ['Apfel', 'Äpfel', 'Arm', 'schon', 'schön', 'Straße', 'Strasse', 'Straßenbahn', 'üben', 'Zug']],
    ['es', ['mañana', 'nube', 'nunca', 'ñame', 'ñu', 'oír', 'ojo', 'se', 'sé', 'zapato']],
    ['fr', ['cote', 'coté', 'côte', 'côté', 'se lever', 'seconde', 'sœur', 'sofa', 'zéro']],
    ['en', ['I', 'ice', 'Monday', 'money', "o'clock", 'ocean']],
  ] as const)('sorts %s as a dictionary does', (language, lemmas) => {
    const shuffled = lemmas.toReversed();
    const keysOf = (lemma: string) => alphabeticalKey({ lemma, pos: 'noun' }, language).split(' #')[0];
    expect(sorted(language, shuffled).map(keysOf)).toEqual(lemmas.map(keysOf));
  });

  it.each(SOURCE_LANGUAGES)('sorts the whole lexicon of %s as its speakers do', (language) => {
    const entries = entriesOf(language).toSorted((a, b) =>
      byBytes(alphabeticalKey(a, language), alphabeticalKey(b, language)),
    );
    const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
    const wrong = entries.filter((entry, i) => compare(entries[i - 1]?.lemma ?? '', entry.lemma) > 0);
    expect(wrong.map(({ lemma }) => lemma)).toEqual([]);
  });

  it.each(SOURCE_LANGUAGES)('differs between any two entries of %s', (language) => {
    const keys = entriesOf(language).map((entry) => alphabeticalKey(entry, language));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not depend on how accents are composed', () => {
    const key = (lemma: string) => alphabeticalKey({ lemma, pos: 'noun' }, 'es');
    expect(key('año'.normalize('NFD'))).toBe(key('año'));
  });
});
