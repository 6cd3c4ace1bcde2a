/** Regular inflection of French: forms that follow from a lexicon entry. */
import type { LexiconEntry } from '../lexicon/parse-lexicon.ts';

/** Endings on the stem: present, imperfect, present participle, past participle, subjunctive. */
const ENDINGS: Record<string, string> = {
  er: 'e es ons ez ent ais ait ions iez aient ant é ée és ées ai a èrent',
  ir: 'is it issons issez issent issais issait issaient issant i ie ies isse irent',
  re: 's  ons ez ent ais ait ions iez aient ant u ue us ues e es',
};
/** Endings on the infinitive (without the e of -re): future and conditional. */
const ON_INFINITIVE = 'ai as a ons ez ont ais ait ions iez aient'.split(' ');

export function inflectFrench({ lemma, pos, isComplete, forms }: LexiconEntry): string[] {
  if (isComplete) return [];
  switch (pos) {
    case 'noun':
      return forms.length > 0 ? [] : [plural(lemma)];
    case 'adjective':
      return forms.length > 0 ? forms.map(plural).concat(plural(lemma)) : adjective(lemma);
    case 'verb':
      return verb(lemma);
    default:
      return [];
  }
}

function verb(lemma: string): string[] {
  const infinitive = lemma.replace(/^(?:se |s')/, '');
  const stem = infinitive.slice(0, -2);
  const endings = ENDINGS[infinitive.slice(-2)]?.split(' ') ?? [];
  const future = infinitive.replace(/e$/, '');
  return [infinitive, ...endings.map((ending) => stem + ending), ...ON_INFINITIVE.map((ending) => future + ending)];
}

function adjective(lemma: string): string[] {
  const feminine = feminineOf(lemma);
  return [plural(lemma), feminine, plural(feminine)];
}

function feminineOf(word: string): string {
  if (word.endsWith('e')) return word;
  if (word.endsWith('eux')) return `${word.slice(0, -1)}se`;
  if (word.endsWith('er')) return `${word.slice(0, -2)}ère`;
  if (word.endsWith('f')) return `${word.slice(0, -1)}ve`;
  if (/(?:en|on|el)$/.test(word)) return `${word}${word.slice(-1)}e`;
  return `${word}e`;
}

function plural(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:eau|eu)$/.test(word)) return `${word}x`;
  if (word.endsWith('al')) return `${word.slice(0, -1)}ux`;
  return `${word}s`;
}
