/** Regular inflection of German: forms that follow from a lexicon entry. */
import type { LexiconEntry } from '../lexicon/parse-lexicon.ts';

const ADJECTIVE_ENDINGS = ['', 'e', 'en', 'er', 'es', 'em'];
const INSEPARABLE = /^(?:be|emp|ent|er|ge|miss|ver|zer|wider|über|unter|wieder)/;

export function inflectGerman(entry: LexiconEntry): string[] {
  switch (entry.pos) {
    case 'noun':
      return noun(entry);
    case 'verb':
      return verb(entry);
    case 'adjective':
      return adjective(entry);
    default:
      return [];
  }
}

/** Finite forms of a separable verb without its prefix, as they stand in main clauses: "zieht … an". */
export function separatedForms(entry: LexiconEntry): string[] {
  if (entry.separablePrefix === null) return [];
  return finiteForms(baseOf(entry), entry.forms);
}

function noun({ lemma, article, plural }: LexiconEntry): string[] {
  const genitive = article === 'die' ? [] : [`${lemma}s`, `${lemma}es`];
  if (plural === null) return genitive;
  return [...genitive, plural, /[ns]$/.test(plural) ? plural : `${plural}n`];
}

function adjective({ lemma, forms }: LexiconEntry): string[] {
  // "dunkel" and "teuer" lose their e before an ending; "müde" has it already.
  const stem = lemma.replace(/e([lr])$/, lemma.length > 4 ? '$1' : 'e$1').replace(/e$/, '');
  const superlative = /[dtszßx]$/.test(lemma) ? `${lemma}est` : `${lemma}st`;
  const stems = [lemma, stem, `${stem}er`, superlative, ...forms];
  return stems.flatMap((base) => ADJECTIVE_ENDINGS.map((ending) => base + ending));
}

function verb(entry: LexiconEntry): string[] {
  const base = baseOf(entry);
  const prefix = entry.separablePrefix ?? '';
  // "=" lists every finite form already.
  const finite = entry.isComplete ? [] : finiteForms(base, entry.forms).map((form) => prefix + form);
  const participle = participleOf(base, entry);
  const toInfinitive = prefix === '' ? [] : [`${prefix}zu${base}`];
  return [
    ...finite,
    ...toInfinitive,
    ...[`${prefix}${participle}`, `${entry.lemma}d`].flatMap((form) =>
      ADJECTIVE_ENDINGS.map((ending) => form + ending),
    ),
  ];
}

const baseOf = ({ lemma, separablePrefix }: LexiconEntry) => lemma.slice(separablePrefix?.length ?? 0);

function participleOf(base: string, { forms, isComplete }: LexiconEntry): string {
  const [, , listed] = forms;
  if (listed !== undefined && !isComplete) return listed;
  const stem = stemOf(base);
  const ge = INSEPARABLE.test(base) || base.endsWith('ieren') ? '' : 'ge';
  return `${ge}${stem}${needsE(stem) ? 'et' : 't'}`;
}

/** Present, past and imperative, without prefix. `forms` are present (er), past and participle, or nothing. */
function finiteForms(base: string, [present, past]: readonly string[]): string[] {
  const stem = stemOf(base);
  const e = needsE(stem) ? 'e' : '';
  // "lächeln": ich lächle or lächele.
  const first =
    base.endsWith('ln') || base.endsWith('rn') ? [`${stem}e`, stem.replace(/e([lr])$/, '$1e')] : [`${stem}e`];
  const second = /[sßxz]$/.test(stem) ? `${stem}t` : `${stem}${e}st`;
  const regular = [...first, second, `${stem}${e}t`, base, stem];
  if (present === undefined || past === undefined) {
    const weak = `${stem}${e}te`;
    return [...regular, weak, `${weak}st`, `${weak}n`, `${weak}t`];
  }
  return [...regular, ...strongPresent(present), ...strongPast(past)];
}

/** du and imperative follow the third person: "er nimmt", "du nimmst", "nimm". */
function strongPresent(present: string): string[] {
  const stem = present.replace(/t$/, '');
  return [present, stem, `${stem}st`, `${stem}est`, `${present}st`];
}

function strongPast(past: string): string[] {
  if (past.endsWith('e')) return [past, `${past}st`, `${past}n`, `${past}t`];
  return [past, `${past}st`, `${past}est`, `${past}en`, `${past}t`, `${past}et`];
}

const stemOf = (infinitive: string) => infinitive.replace(/(?:(?<=[lr])n|en|n)$/, '');

/** "arbeitet", "regnet", "öffnet", but "lernt" and "filmt". */
const needsE = (stem: string) => /(?:[dt]|[^aeiouäöülrhmn][mn])$/.test(stem);
