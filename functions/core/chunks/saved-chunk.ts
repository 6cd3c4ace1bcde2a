import type { CefrLevel, PartOfSpeech } from '../../contracts/lesson.ts';

/** Record of a finished chunk; its lesson lies in the object store under `lessonKey`. Times in seconds. */
export type SavedChunk = {
  index: number;
  start: number;
  end: number;
  segmentCount: number;
  wordCount: number;
  vocabularyCount: number;
  lessonKey: string;
  /** Identifies the content, see `ChunkRef.hash`. */
  hash: string;
};

/** What the database keeps of a chunk's vocabulary, to join it with a learner's progress. */
export type VocabularyRow = { lemma: string; pos: PartOfSpeech; level: CefrLevel; count: number };
