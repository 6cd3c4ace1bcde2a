/** Regular inflection of Spanish: forms that follow from a lexicon entry. */
import type { LexiconEntry } from '../lexicon/parse-lexicon.ts';

/** Endings of each conjugation, on the stem: present, preterite, imperfect, subjunctive, imperative, gerund, participle. */
const ENDINGS: Record<string, string> = {
  ar: 'o as a amos áis an é aste ó asteis aron aba abas ábamos abais aban e es emos éis en ad ando ado ada ados adas',
  er: 'o es e emos éis en í iste ió imos isteis ieron ía ías íamos íais ían a as amos áis an ed iendo ido ida idos idas',
  ir: 'o es e imos ís en í iste ió isteis ieron ía ías íamos íais ían a as amos áis an id iendo ido ida idos idas',
};
/** Endings on the infinitive: future, conditional, and pronouns. */
const ON_INFINITIVE = 'é ás á emos éis án ía ías íamos íais ían lo la los las le les me te se nos'.split(' ');

export function inflectSpanish({ lemma, pos, isComplete, forms }: LexiconEntry): string[] {
  if (isComplete) return [];
  switch (pos) {
    case 'noun':
      return forms.length > 0 ? [] : [plural(lemma)];
    case 'adjective':
      return adjective(lemma);
    case 'verb':
      return verb(lemma);
    default:
      return [];
  }
}

function verb(lemma: string): string[] {
  const infinitive = lemma.replace(/se$/, '');
  const stem = infinitive.slice(0, -2);
  // "sonreír", "oír" and the like are conjugated as those in -ir.
  const endings = ENDINGS[infinitive.slice(-2).replace('í', 'i')]?.split(' ') ?? [];
  return [infinitive, ...endings.map((ending) => stem + ending), ...ON_INFINITIVE.map((ending) => infinitive + ending)];
}

function adjective(lemma: string): string[] {
  if (!lemma.endsWith('o')) return [plural(lemma)];
  const stem = lemma.slice(0, -1);
  return [`${stem}a`, `${stem}os`, `${stem}as`, `${stem}ísimo`, `${stem}ísima`];
}

function plural(word: string): string {
  if (/[aeiouáéó]$/.test(word)) return `${word}s`;
  if (word.endsWith('z')) return `${word.slice(0, -1)}ces`;
  // The accent moves: "estación", "estaciones".
  const accents: Record<string, string> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' };
  return `${word.replace(/[áéíóú](?=[ns]$)/, (vowel) => accents[vowel] ?? vowel)}es`;
}
