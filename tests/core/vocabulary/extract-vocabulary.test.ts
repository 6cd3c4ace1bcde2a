import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_LANGUAGES, type SourceLanguage } from '../../../functions/contracts/languages.ts';
import { vocabularyItemSchema } from '../../../functions/contracts/lesson.ts';
import { MAX_VOCABULARY_BYTES } from '../../../functions/core/vocabulary/extract-vocabulary.ts';
import { extractVocabulary } from '../../../functions/core/vocabulary/index.ts';

const segmentsOf = (...texts: string[]) => texts.map((text, n) => ({ start: n * 10, end: n * 10 + 9, text }));
const extract = (language: SourceLanguage, ...texts: string[]) =>
  extractVocabulary(segmentsOf(...texts), language, 'en');
const lemmasOf = (language: SourceLanguage, ...texts: string[]) =>
  extract(language, ...texts).words.map(({ lemma }) => lemma);

describe('extractVocabulary', () => {
  it('answers words with level, article, translation, forms and the first sentence with its time', () => {
    const { words } = extract('de', 'Die Häuser schlafen.', 'Das Haus am Meer ist ein schönes Haus.');
    expect(words[0]).toEqual({
      lemma: 'Haus',
      pos: 'noun',
      level: 'A1',
      article: 'das',
      translation: 'house',
      count: 3,
      forms: ['Haus', 'Häuser'],
      example: { text: 'Die Häuser schlafen.', start: 0, end: 9 },
    });
  });

  it('sorts by how often a word occurs, then by where it first does', () => {
    expect(lemmasOf('de', 'Der Hund schläft. Die Katze spielt. Die Katze schläft.')).toEqual([
      'schlafen',
      'Katze',
      'Hund',
      'spielen',
    ]);
  });

  it('counts running words, whatever they are', () => {
    expect(extract('de', 'Jana isst um 7 Uhr.', '[Musik] Ähm, ja.').wordCount).toBe(7);
  });

  it('lists words that the lexicon does not know, without level and translation', () => {
    expect(extract('de', 'Die Fähre schwebt.').words).toMatchObject([
      { lemma: 'Fähre', pos: 'noun', level: 'unlisted', article: null, translation: null },
      { lemma: 'schwebt', pos: 'other', level: 'unlisted', translation: null },
    ]);
  });

  it('has no translation into a language that the lexicon does not have', () => {
    expect(extractVocabulary(segmentsOf('Haus'), 'de', 'ja').words).toMatchObject([
      { lemma: 'Haus', translation: null },
    ]);
  });

  it('shortens a long example to whole words around the word', () => {
    const [before, after] = ['und davor viel '.repeat(30), ' und danach mehr'.repeat(30)];
    const { words } = extract('de', `${before}[Musik: Fähre] eine Fähre${after}.`);
    const example = words.find(({ lemma }) => lemma === 'Fähre')?.example.text ?? '';
    expect(example).toMatch(/^…(?:davor|viel|und) .*\[Musik: Fähre\] eine Fähre und .* (?:danach|mehr|und)…$/);
    expect(example.length).toBeGreaterThan(280);
    expect(example.length).toBeLessThanOrEqual(300);
  });

  it('leaves an example of 300 characters as it is', () => {
    const text = 'Die Fähre schwebt über das Wasser und kommt an'.padEnd(299, '-').concat('.');
    expect(extract('de', text).words[0]?.example.text).toBe(text);
  });

  it('shows every word in its example, however long the sentence', () => {
    const word = fc.constantFrom(
      'Fähren',
      'l’eau',
      "won't",
      'Häuser',
      '«schön»',
      '(lacht)',
      'www.a.de',
      'Xy'.repeat(49),
      '語'.repeat(99),
    );
    const separator = fc.constantFrom(' ', ', ', '. ', '-', '');
    const texts = fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...SOURCE_LANGUAGES), (parts, language) => {
        const text = parts.flat().join('');
        for (const { forms, example } of extract(language, text).words) {
          const shown = example.text.replace(/^…|…$/g, '');
          expect(example.text.length).toBeLessThanOrEqual(300);
          expect(text).toContain(shown);
          const written = language === 'en' ? forms.map((form) => form.replace('will', 'won')) : forms;
          expect(written.some((form) => shown.replaceAll('’', "'").toLowerCase().includes(form.toLowerCase()))).toBe(
            true,
          );
        }
      }),
    );
  });

  it('keeps the most frequent words when there are too many for a lesson', () => {
    const word = (n: number) => `q${n.toString(36).replace(/\d/g, (digit) => 'äöüßéèêàáâ'.charAt(Number(digit)))}`;
    const rare = Array.from({ length: 20_000 }, (_, n) => word(n));
    const { words, wordCount } = extract('de', ...rare, 'Haus', 'Haus');
    expect(words[0]).toMatchObject({ lemma: 'Haus', count: 2 });
    expect(wordCount).toBe(20_002);
    const size = Buffer.byteLength(JSON.stringify(words));
    expect(size).toBeLessThanOrEqual(MAX_VOCABULARY_BYTES + 1);
    expect(size).toBeGreaterThan(MAX_VOCABULARY_BYTES * 0.99);
  });

  it('counts a separated verb once, without its prefix as a word', () => {
    const text = 'Sie zieht eine Jacke an, und der Zug fährt langsam vorbei und hält an.';
    expect(lemmasOf('de', text)).toEqual(['anziehen', 'Jacke', 'Zug', 'vorbeifahren', 'langsam', 'halten']);
  });

  it('shows forms without the capital of the beginning of a sentence', () => {
    expect(extract('de', 'Heute regnet es.').words[0]?.forms).toEqual(['heute']);
    expect(extract('en', 'Mondays are fun. Running is fun.').words.map(({ forms }) => forms)).toEqual([
      ['are', 'is'],
      ['fun'],
      ['Mondays'],
      ['running'],
    ]);
  });
});

describe('extractVocabulary leaves out', () => {
  it('grammar words of level A1, and keeps those of higher levels', () => {
    expect(lemmasOf('de', 'Obwohl wir mit dem Bus und ohne dich fahren.')).toEqual(['obwohl', 'Bus', 'fahren']);
    expect(lemmasOf('en', 'Although we go with the bus and without you.')).toEqual(['although', 'go', 'bus']);
  });

  it('strings without end', () => {
    expect(lemmasOf('de', `${'Fähre'.repeat(20)} Hund`)).toHaveLength(2);
    expect(lemmasOf('de', `${'Fähre'.repeat(20)}n Hund`)).toEqual(['Hund']);
  });

  it('numbers', () => {
    expect(lemmasOf('de', 'Sieben Hunde, 12 Katzen, 3,50 Euro und 2 Millionen am 3.')).not.toContain('sieben');
    expect(lemmasOf('de', 'Das kostet 3,50 Euro um 12:30 Uhr.')).toEqual(['kosten', 'Euro', 'Uhr']);
  });

  it('interjections, sounds, speakers, links, e-mail addresses, letters and abbreviations', () => {
    const text =
      'ANNA: Ähm, hm, oh! [Musik] (lacht) ♪ Siehe www.foo.de/haus oder https://x.org/a oder a@b.de, z.B. Plan B.';
    expect(lemmasOf('de', text)).toEqual(['Siehe', 'Plan']);
  });

  it('common names anywhere', () => {
    expect(lemmasOf('de', 'Anna und Emre fahren nach Hamburg. Annas Hund auch.')).toEqual(['fahren', 'Hund', 'auch']);
  });

  it('names inside sentences, by their capital', () => {
    expect(lemmasOf('en', 'We saw Zorblatt. Zorblatt is tall.')).toEqual(['see', 'be', 'tall']);
    expect(lemmasOf('fr', 'Nous aimons Zorblatt.')).toEqual(['aimer']);
  });

  it('German names, which stand without article', () => {
    expect(lemmasOf('de', 'Ich spreche mit Zorblatt.')).toEqual(['sprechen']);
    expect(lemmasOf('de', 'Zorblatt wohnt hier.')).toEqual(['wohnen', 'hier']);
  });

  it('but no German nouns, which have an article, an adjective or an ending before or in them', () => {
    const text = 'Ich sehe den Kran, im Speicher, alte Kähne, drei Bojen und Zeichnungen.';
    expect(lemmasOf('de', text)).toEqual(['sehen', 'Kran', 'Speicher', 'alt', 'Kähne', 'Bojen', 'Zeichnungen']);
  });
});

describe('extractVocabulary in English, Spanish and French', () => {
  it('sees through contractions and elisions', () => {
    expect(lemmasOf('en', "I don't know. They've eaten the dog's food. We can't.")).toEqual([
      'do',
      'know',
      'eat',
      'dog',
      'food',
      'can',
    ]);
    expect(lemmasOf('fr', "L'eau, j'aime l’après-midi. Qu'il parle d’été.")).toEqual([
      'eau',
      'aimer',
      'après-midi',
      'parler',
      'été',
    ]);
  });

  it('finds regular and irregular forms', () => {
    expect(lemmasOf('es', '¿Dónde están las luces rojas? Los niños comieron y se fueron.')).toEqual(
      expect.arrayContaining(['estar', 'luz', 'rojo', 'niño', 'comer', 'ir']),
    );
  });
});

describe('extractVocabulary of any text', () => {
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Haus',
          'der',
          'zieht',
          'an',
          'Jana',
          '.',
          ',',
          '[',
          ']',
          '(',
          ')',
          ':',
          '-',
          "'",
          '’',
          "l'",
          'www.',
          '@',
          '3',
          'Ähm',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(' '));

  it('answers items of the contract, each lemma and part of speech once, in order and never more than the words', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), fc.constantFrom(...SOURCE_LANGUAGES), (texts, language) => {
        const { words, wordCount } = extract(language, ...texts);
        for (const item of words) vocabularyItemSchema.parse(item);
        const keys = words.map(({ lemma, pos }) => `${lemma}|${pos}`);
        expect(new Set(keys).size).toBe(keys.length);
        const counts = words.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(wordCount);
      }),
    );
  });

  it('counts the same words twice in a text that is said twice', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...SOURCE_LANGUAGES), (text, language) => {
        const once = extract(language, text);
        const twice = extract(language, text, text);
        expect(twice.wordCount).toBe(2 * once.wordCount);
        expect(twice.words.map(({ lemma, count }) => [lemma, count])).toEqual(
          once.words.map(({ lemma, count }) => [lemma, 2 * count]),
        );
      }),
    );
  });
});
