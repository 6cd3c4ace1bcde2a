import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceLanguage } from '../../../functions/contracts/languages.ts';
import { sentences } from '../../../functions/core/transcript/sentences.ts';
import type { Word } from '../../../functions/core/transcript/transcript.ts';

/** Words of half a second each, one after the other; `|` is a pause of two seconds. */
function wordsOf(text: string, length = 0.5): Word[] {
  let clock = 0;
  return text.split(' ').flatMap((word) => {
    if (word === '|') {
      clock += 2;
      return [];
    }
    const start = clock;
    clock += length;
    return [{ text: word, start, end: clock }];
  });
}
const split = (text: string, language: SourceLanguage = 'de') =>
  sentences(wordsOf(text), language).map((segment) => segment.text);

describe('sentences', () => {
  it('end with a dot, question mark, exclamation mark or ellipsis', () => {
    expect(split('Hallo! Wie geht es? Mir geht es gut. Naja… Also gut.')).toEqual([
      'Hallo!',
      'Wie geht es?',
      'Mir geht es gut.',
      'Naja…',
      'Also gut.',
    ]);
  });

  it('have the times of their words', () => {
    expect(sentences(wordsOf('Guten Tag. Hallo.'), 'de')).toEqual([
      { start: 0, end: 1, text: 'Guten Tag.' },
      { start: 1, end: 1.5, text: 'Hallo.' },
    ]);
  });

  it('end inside quotes and brackets', () => {
    expect(split('Er sagt: "Komm!" Sie lacht. (Sie geht.) Gut.')).toEqual([
      'Er sagt: "Komm!"',
      'Sie lacht.',
      '(Sie geht.)',
      'Gut.',
    ]);
  });

  it.each<[SourceLanguage, string]>([
    ['de', 'Ich mag z. B. Hamburg und Dr. Meier.'],
    ['de', 'Am 3. Mai und im 19. Jahrhundert kosteten ca. 3.5 Mio. Euro viel.'],
    ['de', 'Es gibt Äpfel, Birnen usw. und noch mehr.'],
    ['en', 'Mr. Smith and Dr. J. R. Jones met at 5 p.m. in St. Ives.'],
    ['es', 'El Sr. García y la Dra. Ruiz viven aquí.'],
    ['fr', 'M. Dupont et Mme. Martin sont là.'],
  ])('do not end at abbreviations, initials, ordinals and decimals (%s): %s', (language, text) => {
    expect(split(text, language)).toEqual([text]);
  });

  it('end at a number where the language has no ordinals with a dot, and after long numbers', () => {
    expect(split('She is 9. He is 10.', 'en')).toEqual(['She is 9.', 'He is 10.']);
    expect(split('Das war 1990. Dann kam er.')).toEqual(['Das war 1990.', 'Dann kam er.']);
  });

  it('end at an abbreviation or number when a pause follows', () => {
    expect(
      sentences(
        [
          { text: '3.', start: 0, end: 1 },
          { text: 'Dann', start: 1.7, end: 2 },
        ],
        'de',
      ),
    ).toHaveLength(2);
  });

  it('end at a long pause without punctuation', () => {
    expect(split('also ich | weiß nicht')).toEqual(['also ich', 'weiß nicht']);
  });

  it('are split at a comma near the middle when they are too long', () => {
    const text = `${'wort '.repeat(11)}wort, ${'wort '.repeat(14)}wort.`;
    expect(split(text).map((part) => part.split(' ').length)).toEqual([12, 15]);
  });

  it('are split at a pause when there is no comma', () => {
    const words = wordsOf(`${'wort '.repeat(30)}ende.`).map((word, n) =>
      n < 14 ? word : { ...word, start: word.start + 0.8, end: word.end + 0.8 },
    );
    expect(sentences(words, 'de').map(({ text }) => text.split(' ').length)).toEqual([14, 17]);
  });

  it('do not overlap when words do', () => {
    const words = [
      { text: 'Ja.', start: 0, end: 1.2 },
      { text: 'Nein.', start: 1, end: 2 },
    ];
    expect(sentences(words, 'de')).toEqual([
      { start: 0, end: 1, text: 'Ja.' },
      { start: 1, end: 2, text: 'Nein.' },
    ]);
  });

  it('keep every word in order, never overlap and never are too long', () => {
    const anyWord = fc.record({
      text: fc.constantFrom(
        'Haus',
        'z.',
        'B.',
        'Ende.',
        'ja,',
        'was?',
        '3.',
        'Rindfleischetikettierungsüberwachung',
        'so…',
      ),
      pause: fc.nat(2000),
      length: fc.integer({ min: 50, max: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 80 }), fc.constantFrom('de', 'en', 'es', 'fr'), (parts, language) => {
        let clock = 0;
        const words = parts.map(({ text, pause, length }) => {
          const start = clock + pause;
          clock = start + length;
          return { text, start: start / 1000, end: clock / 1000 };
        });
        const segments = sentences(words, language);
        expect(segments.flatMap(({ text }) => text.split(' ')).filter(Boolean)).toEqual(words.map(({ text }) => text));
        for (const [n, segment] of segments.entries()) {
          expect(segment.end).toBeGreaterThanOrEqual(segment.start);
          expect(segment.end).toBeLessThanOrEqual(segments[n + 1]?.start ?? Number.POSITIVE_INFINITY);
          expect(segment.text.length).toBeLessThanOrEqual(140);
          expect(segment.end - segment.start).toBeLessThanOrEqual(12);
        }
      }),
    );
  });
});
