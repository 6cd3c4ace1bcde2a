import { describe, expect, it } from 'vitest';
import { CEFR_LEVELS, type CefrLevel } from '../../functions/contracts/lesson.ts';
import type { Word } from '../../functions/contracts/vocabulary.ts';
import type { LexiconPair, LexiconStore } from '../../functions/core/ports/lexicon.ts';
import { InvalidCursor } from '../../functions/core/ports/video-store.ts';
import { entriesOf } from '../../functions/core/vocabulary/index.ts';

const deEn: LexiconPair = { language: 'de', target: 'en' };

/** What every LexiconStore promises that holds the lexicon of this project. */
export function describeLexiconStore(name: string, store: () => LexiconStore) {
  describe(`${name} as a LexiconStore`, () => {
    const allOf = async (level: CefrLevel, pair: LexiconPair, limit: number) => {
      const pages: Word[][] = [];
      let cursor: string | undefined;
      do {
        const page = await store().listLevel(level, pair, { limit, cursor });
        pages.push(page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return pages;
    };

    it('finds a word whatever its case and composition, with all that is known of it', async () => {
      const haus = { lemma: 'Haus', pos: 'noun', level: 'A1', article: 'das', plural: 'Häuser', translation: 'house' };
      expect(await store().find('Haus', deEn)).toEqual([haus]);
      expect(await store().find('hAUS', deEn)).toEqual([haus]);
      const [schön] = await store().find('SCHÖN'.normalize('NFD'), deEn);
      expect(schön).toMatchObject({ lemma: 'schön', article: null, plural: null });
    });

    it('finds all words of a form', async () => {
      const words = await store().find('essen', deEn);
      expect(words.map(({ lemma, pos }) => `${pos} ${lemma}`)).toEqual(['noun Essen', 'verb essen']);
    });

    it('finds words of the language that is asked for only', async () => {
      expect(await store().find('Haus', { language: 'en', target: 'de' })).toEqual([]);
      expect(await store().find('house', { language: 'en', target: 'de' })).toMatchObject([{ translation: 'Haus' }]);
    });

    it.each(['Quokka', 'häuser', 'Hau', 'Haus#noun', '#', '*', '\u0000', 'x'.repeat(100)])(
      'finds nothing for %j',
      async (word) => {
        expect(await store().find(word, deEn)).toEqual([]);
      },
    );

    it('translates into variants of its languages, and into no others', async () => {
      const translations = async (target: LexiconPair['target']) =>
        (await store().find('Haus', { language: 'de', target })).map(({ translation }) => translation);
      expect(await translations('es-MX')).toEqual(['casa']);
      expect(await translations('fr-CA')).toEqual(['maison']);
      expect(await translations('ja')).toEqual([null]);
    });

    it.each(CEFR_LEVELS)('lists the words of %s in alphabetical order, each once, in whole pages', async (level) => {
      const pages = await allOf(level, { language: 'es', target: 'en' }, 7);
      const listed = pages.flat().map(({ lemma, pos }) => `${lemma} ${pos}`);
      const wanted = entriesOf('es').filter((entry) => entry.level === level);
      expect(listed.toSorted()).toEqual(wanted.map(({ lemma, pos }) => `${lemma} ${pos}`).toSorted());
      const { compare } = new Intl.Collator('es', { sensitivity: 'base' });
      const lemmas = pages.flat().map(({ lemma }) => lemma);
      expect(lemmas).toEqual(lemmas.toSorted(compare));
      expect(pages.slice(0, -1).every((page) => page.length === 7)).toBe(true);
    });

    it('has no cursor on the last page, also when it is full', async () => {
      const words = entriesOf('de').filter(({ level }) => level === 'A1').length;
      const { items } = await store().listLevel('A1', deEn, { limit: 2 });
      expect(items).toHaveLength(2);
      const whole = await store().listLevel('A1', deEn, { limit: words });
      expect(whole.items).toHaveLength(words);
      expect(whole).not.toHaveProperty('cursor');
    });

    it('refuses a cursor of another level or language, and anything that is none', async () => {
      const cursorOf = async (level: CefrLevel, pair: LexiconPair) =>
        (await store().listLevel(level, pair, { limit: 1 })).cursor ?? '';
      const encode = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
      const bad = [
        await cursorOf('A2', deEn),
        await cursorOf('A1', { language: 'es', target: 'en' }),
        encode(['WORD#de#haus', 'noun#Haus']),
        encode(['', '', 'de#A1', '']),
        encode(['WORD#de#haus', 'noun#Haus', 'de#A1', 'x'.repeat(1025)]),
        encode(['WORD#de#haus', 'noun#Haus', 'de#A1', 7]),
        '',
        'nonsense',
      ];
      for (const cursor of bad) {
        await expect(store().listLevel('A1', deEn, { limit: 1, cursor })).rejects.toThrow(InvalidCursor);
      }
    });
  });
}
