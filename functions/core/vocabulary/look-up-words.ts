import type { Word } from '../../contracts/vocabulary.ts';
import type { LexiconPair, LexiconStore } from '../ports/lexicon.ts';
import { ProblemError } from '../problem-error.ts';

/** All words of a form. @throws ProblemError NOT_FOUND when there is none */
export async function lookUpWords(lexicon: LexiconStore, word: string, pair: LexiconPair): Promise<Word[]> {
  const words = await lexicon.find(word, pair);
  if (words.length > 0) return words;
  throw new ProblemError(
    'NOT_FOUND',
    `"${word}" is not in the lexicon of "${pair.language}". Check its spelling and the language; dictionary forms are listed: "gehen", not "ging".`,
  );
}
