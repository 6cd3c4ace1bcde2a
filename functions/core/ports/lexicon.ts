import type { SourceLanguage, TargetLanguage } from '../../contracts/languages.ts';
import type { CefrLevel } from '../../contracts/lesson.ts';
import type { Word } from '../../contracts/vocabulary.ts';
import type { Page, PageRequest } from './video-store.ts';

export type LexiconPair = { language: SourceLanguage; target: TargetLanguage };

/** The words of a language with their levels, translated into another. */
export interface LexiconStore {
  /** Words whose dictionary form is this one, whatever its case; none when it is not listed. */
  find(word: string, pair: LexiconPair): Promise<Word[]>;
  /** In alphabetical order. @throws InvalidCursor */
  listLevel(level: CefrLevel, pair: LexiconPair, page: PageRequest): Promise<Page<Word>>;
}
