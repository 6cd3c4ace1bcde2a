import * as z from 'zod';
import { sourceLanguageSchema, targetLanguageSchema } from './languages.ts';

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'unlisted'] as const;
export const PARTS_OF_SPEECH = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'determiner',
  'preposition',
  'conjunction',
  'particle',
  'numeral',
  'other',
] as const;
export const TRANSCRIPT_ORIGINS = ['subtitles', 'speech'] as const;
/** `machine`: a translation service. `glossary`: word by word from the lexicon, for laptops without a model. */
export const TRANSLATION_ORIGINS = ['machine', 'glossary'] as const;

export type CefrLevel = (typeof CEFR_LEVELS)[number];
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];
export type TranscriptOrigin = (typeof TRANSCRIPT_ORIGINS)[number];
export type TranslationOrigin = (typeof TRANSLATION_ORIGINS)[number];

const seconds = (description: string) =>
  z
    .number()
    .min(0)
    .meta({ description: `${description}, seconds from the start of the video.` });

export const wordTimeSchema = z
  .object({ text: z.string(), start: seconds('Start'), end: seconds('End') })
  .meta({ id: 'WordTime' });

export const segmentSchema = z
  .object({
    index: z.int().min(0).meta({ description: 'Position in the whole video, from 0.' }),
    start: seconds('Start'),
    end: seconds('End'),
    text: z.string().meta({ description: 'What is said: a sentence, or a line of the subtitles.' }),
    translation: z.string(),
  })
  .meta({ id: 'Segment' });

export const vocabularyItemSchema = z
  .object({
    lemma: z.string().meta({ example: 'Haus' }),
    pos: z.enum(PARTS_OF_SPEECH),
    level: z.enum(CEFR_LEVELS),
    article: z
      .string()
      .nullable()
      .meta({ description: 'Definite article where the language has one.', example: 'das' }),
    translation: z.string().nullable(),
    count: z.int().min(1).meta({ description: 'Occurrences in this chunk.' }),
    forms: z.array(z.string()).meta({ description: 'Forms as they occur, most frequent first.' }),
    example: z
      .object({ text: z.string(), start: seconds('Start'), end: seconds('End') })
      .meta({ description: 'First sentence with the word.' }),
  })
  .meta({ id: 'VocabularyItem' });

export const chunkSummarySchema = z
  .object({
    index: z.int().min(0),
    start: seconds('Start'),
    end: seconds('End'),
    segment_count: z.int(),
    word_count: z.int().meta({ description: 'Running words.' }),
    vocabulary_count: z.int().meta({ description: 'Different words worth learning.' }),
  })
  .meta({ id: 'ChunkSummary', description: 'One finished chunk of a video.' });

export const lessonSchema = z
  .object({
    video_id: z.uuid(),
    index: z.int().min(0),
    start: seconds('Start'),
    end: seconds('End'),
    source_language: sourceLanguageSchema,
    target_language: targetLanguageSchema,
    transcript_origin: z.enum(TRANSCRIPT_ORIGINS),
    translation_origin: z.enum(TRANSLATION_ORIGINS),
    word_count: z.int(),
    segments: z.array(segmentSchema),
    vocabulary: z.array(vocabularyItemSchema).meta({ description: 'Most frequent first.' }),
  })
  .meta({ id: 'Lesson', description: 'The lesson of one chunk.' });

export type WordTime = z.infer<typeof wordTimeSchema>;
export type Segment = z.infer<typeof segmentSchema>;
export type VocabularyItem = z.infer<typeof vocabularyItemSchema>;
export type ChunkSummary = z.infer<typeof chunkSummarySchema>;
export type Lesson = z.infer<typeof lessonSchema>;
