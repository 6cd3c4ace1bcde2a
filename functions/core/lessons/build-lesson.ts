import type { TargetLanguage } from '../../contracts/languages.ts';
import type { Lesson, VocabularyItem } from '../../contracts/lesson.ts';
import type { Translation } from '../ports/translation.ts';
import type { ChunkTranscript } from '../transcript/transcript.ts';

/**
 * The lesson of a chunk. One sentence translated word by word makes the whole lesson one of glossary translations.
 * @param translations of the chunk's segments, in order
 * @throws Error when there is not one translation for each segment
 */
export function buildLesson(
  chunk: ChunkTranscript,
  translations: readonly Translation[],
  vocabulary: { words: VocabularyItem[]; wordCount: number },
  ids: { videoId: string; targetLanguage: TargetLanguage },
): Lesson {
  if (translations.length !== chunk.segments.length) {
    throw new Error(
      `Chunk ${chunk.index} has ${chunk.segments.length} segments and ${translations.length} translations`,
    );
  }
  return {
    video_id: ids.videoId,
    index: chunk.index,
    start: chunk.start,
    end: chunk.end,
    source_language: chunk.language,
    target_language: ids.targetLanguage,
    transcript_origin: chunk.origin,
    translation_origin: translations.some(({ origin }) => origin === 'glossary') ? 'glossary' : 'machine',
    word_count: vocabulary.wordCount,
    segments: chunk.segments.map(({ start, end, text }, position) => ({
      index: chunk.firstSegment + position,
      start,
      end,
      text,
      translation: translations[position]?.text ?? '',
    })),
    vocabulary: vocabulary.words,
  };
}
