import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCE_LANGUAGES } from '../../../functions/contracts/languages.ts';
import { extractVocabulary } from '../../../functions/core/vocabulary/index.ts';
import { lexiconOf } from '../../../functions/core/vocabulary/lexicon/index.ts';
import { parseLexicon } from '../../../functions/core/vocabulary/lexicon/parse-lexicon.ts';

const repeated = (items: string[]) => items.filter((item, at) => items.indexOf(item) !== at);

describe.each(SOURCE_LANGUAGES)('the lexicon of %s', (language) => {
  const { entries } = lexiconOf(language);

  it('lists no lemma twice as the same part of speech', () => {
    expect(repeated(entries.map(({ lemma, pos }) => `${lemma} ${pos}`))).toEqual([]);
  });

  it('has a translation of every word into every other language', () => {
    const others = SOURCE_LANGUAGES.filter((other) => other !== language);
    const without = entries.filter(({ translations }) => others.some((other) => !translations[other]?.length));
    expect(without.map(({ lemma }) => lemma)).toEqual([]);
  });

  it('has a level for every word', () => {
    expect(entries.filter(({ level }) => level === 'unlisted')).toEqual([]);
  });

  it('is tidy: no blanks at the edges, no forms twice, no empty fields', () => {
    const untidy = entries.filter(({ lemma, forms, translations }) => {
      const texts = [lemma, ...Object.values(translations).flat()];
      return repeated([...forms]).length > 0 || texts.some((text) => text === '' || text !== text.trim());
    });
    expect(untidy.map(({ lemma }) => lemma)).toEqual([]);
  });

  it('finds every lemma and every listed form', () => {
    const { matches } = lexiconOf(language);
    const lost = entries.filter((entry) => {
      const own = entry.separablePrefix === null ? entry.forms : [];
      return [entry.lemma, ...own].some((form) => !matches(form).some((match) => match.entry === entry));
    });
    expect(lost.map(({ lemma }) => lemma)).toEqual([]);
  });
});

describe('the lexicons', () => {
  it('are large enough for everyday texts', () => {
    const sizes = SOURCE_LANGUAGES.map((language) => lexiconOf(language).entries.length);
    expect(sizes.every((size) => size >= 800)).toBe(true);
  });

  it.each([
    ['de', ['der', 'die', 'das']],
    ['es', ['el', 'la', 'los', 'las']],
    ['fr', ['le', 'la', 'les', "l'"]],
    ['en', [null]],
  ] as const)('have the article of every noun of %s', (language, articles) => {
    const nouns = lexiconOf(language).entries.filter(({ pos }) => pos === 'noun');
    const wrong = nouns.filter(({ article }) => !articles.some((known) => known === article));
    expect(wrong.map(({ lemma }) => lemma)).toEqual([]);
  });

  it('list every word of the example', () => {
    const text = readFileSync(new URL('../../../examples/ein-tag-in-hamburg.txt', import.meta.url), 'utf8');
    const sentences = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const { words } = extractVocabulary(
      sentences.map((sentence, n) => ({ start: n, end: n + 1, text: sentence })),
      'de',
      'en',
    );
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter(({ level }) => level === 'unlisted').map(({ lemma }) => lemma)).toEqual([]);
    expect(words.filter(({ translation }) => translation === null)).toEqual([]);
  });
});

describe('parseLexicon', () => {
  it('reads all columns', () => {
    expect(parseLexicon('\nan·fangen|verb|A1|||fängt fing gefangen|begin, start|empezar|commencer\n', 'de')).toEqual([
      {
        lemma: 'anfangen',
        pos: 'verb',
        level: 'A1',
        article: null,
        plural: null,
        forms: ['fängt', 'fing', 'gefangen'],
        isComplete: false,
        separablePrefix: 'an',
        translations: { en: ['begin', 'start'], es: ['empezar'], fr: ['commencer'] },
      },
    ]);
    expect(parseLexicon('Haus|noun|A1|das|Häuser||house|casa|maison', 'de')).toMatchObject([
      { article: 'das', plural: 'Häuser', forms: [], isComplete: false },
    ]);
    expect(parseLexicon('be|verb|A1|||=is was|sein|ser|être', 'en')).toMatchObject([
      { forms: ['is', 'was'], isComplete: true },
    ]);
  });

  it.each([
    'Haus|thing|A1|das|Häuser||house|casa|maison',
    'Haus|noun|A9|das|Häuser||house|casa|maison',
    'Haus|noun|A1|das|Häuser||house',
    '|noun|A1|das|Häuser||house|casa|maison',
  ])('names the line that is wrong: %s', (line) => {
    expect(() => parseLexicon(line, 'de')).toThrow(line);
  });
});
