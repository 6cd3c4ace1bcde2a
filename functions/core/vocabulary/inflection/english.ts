/** Regular inflection of English: forms that follow from a lexicon entry. */
import type { LexiconEntry } from '../lexicon/parse-lexicon.ts';

export function inflectEnglish({ lemma, pos, isComplete }: LexiconEntry): string[] {
  if (isComplete) return [];
  switch (pos) {
    case 'noun':
      return [withS(lemma)];
    case 'verb':
      return [withS(lemma), withEnding(lemma, 'ed'), withEnding(lemma, 'ing')];
    case 'adjective':
      return [withEnding(lemma, 'er'), withEnding(lemma, 'est')];
    default:
      return [];
  }
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

function withEnding(word: string, ending: 'ed' | 'ing' | 'er' | 'est'): string {
  if (ending === 'ing') {
    if (/[^eoy]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  } else {
    if (word.endsWith('e')) return word + ending.slice(1);
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i${ending}`;
  }
  // A short word doubles its last letter: "big", "bigger".
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? word + word.slice(-1) + ending : word + ending;
}
