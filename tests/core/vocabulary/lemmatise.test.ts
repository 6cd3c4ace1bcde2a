import { describe, expect, it } from 'vitest';
import type { SourceLanguage } from '../../../functions/contracts/languages.ts';
import { lemmatise, lookUp, translationOf, translationsOf } from '../../../functions/core/vocabulary/index.ts';

const lemmasOf = (forms: string, language: SourceLanguage) =>
  forms.split(' ').map((form) => lemmatise(form, language).entry?.lemma);

describe('lemmatise knows the forms of', () => {
  it.each<[SourceLanguage, string, string]>([
    ['de', 'Haus', 'Haus Hauses Häuser Häusern'],
    ['de', 'Nachbar', 'Nachbar Nachbarn'],
    ['de', 'wohnen', 'wohne wohnst wohnt wohnen wohnte wohntest wohnten gewohnt wohnend'],
    ['de', 'arbeiten', 'arbeite arbeitest arbeitet arbeitete arbeiteten gearbeitet'],
    ['de', 'regnen', 'regnet regnete geregnet'],
    ['de', 'lächeln', 'lächle lächelst lächelt lächelte gelächelt'],
    ['de', 'nehmen', 'nehme nimmst nimmt nimm nahm nahmst nahmen genommen'],
    ['de', 'essen', 'esse isst iss aß aßen gegessen'],
    ['de', 'bringen', 'bringt brachte brachtest brachten gebracht'],
    ['de', 'reparieren', 'repariert reparierte'],
    ['de', 'erzählen', 'erzählt erzählte'],
    ['de', 'anfangen', 'anfängt anfing angefangen anzufangen anfangen'],
    ['de', 'sein', 'bin bist ist sind seid war waren gewesen wäre'],
    ['de', 'groß', 'groß große großem größer größeren größten'],
    ['de', 'dunkel', 'dunkel dunkle dunkler dunklen'],
    ['de', 'teuer', 'teuer teure teurer teuersten'],
    ['de', 'müde', 'müde müder müden müdes'],
    ['de', 'gut', 'gute besser bessere besten'],
    ['de', 'in', 'in im ins'],
    ['en', 'child', 'child children'],
    ['en', 'city', 'city cities'],
    ['en', 'stop', 'stops stopped stopping'],
    ['en', 'study', 'studies studied studying'],
    ['en', 'make', 'makes making made'],
    ['en', 'be', 'am is are was were been being'],
    ['en', 'big', 'big bigger biggest'],
    ['es', 'ciudad', 'ciudad ciudades'],
    ['es', 'luz', 'luz luces'],
    ['es', 'avión', 'avión aviones'],
    ['es', 'hablar', 'hablo hablas habla hablamos hablaron hablaba hablaré hablando hablado'],
    ['es', 'comer', 'comes comió comía comeremos comiendo comido'],
    ['es', 'tener', 'tengo tienes tuvo tendrá tenía'],
    ['es', 'rojo', 'rojo roja rojos rojas'],
    ['fr', 'maison', 'maison maisons'],
    ['fr', 'journal', 'journal journaux'],
    ['fr', 'parler', 'parle parles parlons parlez parlait parlera parlé'],
    ['fr', 'être', 'suis es est sommes était sera étant'],
    ['fr', 'petit', 'petit petite petits petites'],
    ['fr', 'heureux', 'heureux heureuse heureuses'],
    ['fr', 'beau', 'beau belle beaux belles'],
  ])('%s: %s', (language, lemma, forms) => {
    expect(lemmasOf(forms, language)).toEqual(forms.split(' ').map(() => lemma));
  });
});

describe('lemmatise in German', () => {
  const lemmaOf = (...args: Parameters<typeof lemmatise>) => lemmatise(...args).lemma;

  it('tells nouns from other words by their capital', () => {
    expect([lemmaOf('Morgen', 'de'), lemmatise('Morgen', 'de').entry?.pos]).toEqual(['Morgen', 'noun']);
    expect([lemmaOf('morgen', 'de'), lemmatise('morgen', 'de').entry?.pos]).toEqual(['morgen', 'adverb']);
  });

  it('does not trust the capital at the beginning of a sentence', () => {
    expect(lemmaOf('Morgen', 'de', { startsSentence: true })).toBe('morgen');
    expect(lemmaOf('Große', 'de', { startsSentence: true })).toBe('groß');
    expect(lemmaOf('Erdbeeren', 'de', { startsSentence: true })).toBe('Erdbeere');
  });

  it('takes a verb with a capital for what it is made of', () => {
    expect(lemmaOf('Schwimmen', 'de')).toBe('schwimmen');
  });

  it('finds the prefix of a separable verb at the end of its clause', () => {
    expect(lemmaOf('zieht', 'de', { clauseEnd: 'an' })).toBe('anziehen');
    expect(lemmaOf('Hörst', 'de', { clauseEnd: 'zu', startsSentence: true })).toBe('zuhören');
    expect(lemmaOf('zieht', 'de', { clauseEnd: 'Haus' })).toBe('ziehen');
    expect(lemmaOf('zieht', 'de')).toBe('ziehen');
  });

  it('tells an adjective from a verb by the noun after it', () => {
    expect(lemmaOf('heißen', 'de', { next: 'Kaffee' })).toBe('heiß');
    expect(lemmaOf('heißen', 'de', { next: 'Kevin' })).toBe('heißen');
  });

  it('tells "sein" that owns from "sein" that is', () => {
    expect(lemmatise('sein', 'de', { next: 'Hund' }).entry?.pos).toBe('determiner');
    expect(lemmatise('sein', 'de', { next: null }).entry?.pos).toBe('verb');
  });
});

describe('lemmatise of words that are not listed', () => {
  it('answers the form, without the capital of a beginning', () => {
    expect(lemmatise('Quokka', 'de')).toEqual({ lemma: 'Quokka', entry: undefined });
    expect(lemmatise('Quokka', 'en', { startsSentence: true }).lemma).toBe('quokka');
    expect(lemmatise('NASA', 'en').lemma).toBe('NASA');
  });
});

describe('lookUp', () => {
  it('finds entries by lemma and by form, with capitals or without', () => {
    expect(lookUp('ging', 'de')?.lemma).toBe('gehen');
    expect(lookUp('Heute', 'de')?.lemma).toBe('heute');
    expect(lookUp('CHILDREN', 'en')?.lemma).toBe('child');
    expect(lookUp('i', 'en')).toBeUndefined();
    expect(lookUp('monday', 'en')).toBeUndefined();
    expect(lookUp('Monday', 'en')?.lemma).toBe('Monday');
    expect(lookUp('quokka', 'en')).toBeUndefined();
    expect(lookUp('constructor', 'en')).toBeUndefined();
  });
});

describe('translations', () => {
  const house = lookUp('Haus', 'de');

  it('are all that the lexicon knows, for learners', () => {
    expect(house && translationOf(house, 'de', 'es')).toBe('casa');
    const flat = lookUp('Wohnung', 'de');
    expect(flat && translationOf(flat, 'de', 'en')).toBe('flat, apartment');
  });

  it('serve the varieties of a language, and are null for others and for the language itself', () => {
    expect(house && translationOf(house, 'de', 'fr-CA')).toBe('maison');
    expect(house && translationOf(house, 'de', 'ja')).toBeNull();
    expect(house && translationOf(house, 'de', 'de')).toBeNull();
  });

  it('are the best one into each language, for glossaries', () => {
    expect(translationsOf('Wohnungen', 'de')).toEqual({ en: 'flat', es: 'piso', fr: 'appartement' });
    expect(translationsOf('quokka', 'en')).toBeUndefined();
  });
});
