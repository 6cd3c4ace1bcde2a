/** What is cached in the benches: values as the API has them, all different. */
import * as z from 'zod';
import { type Lesson, lessonSchema } from '../../functions/contracts/lesson.ts';
import { type Word, wordSchema } from '../../functions/contracts/vocabulary.ts';
import type { Kind } from './contenders/contender.ts';

/** Some 200 bytes: what a word is answered with. */
export const words: Kind<Word[]> = { family: 'word', schema: z.array(wordSchema) };
/** Some 8 KB: the lesson of a chunk of a minute and a quarter. */
export const lessons: Kind<Lesson> = { family: 'lesson', schema: lessonSchema };
/** Some 100 bytes: a sentence. */
export const translations: Kind<string> = { family: 'translation', schema: z.string() };

const SEGMENTS = 25;
const VOCABULARY = 13;

export function word(n: number): Word[] {
  const noun = { lemma: `Haus${n}`, pos: 'noun', level: 'A1', article: 'das' } as const;
  const verb = { lemma: `hausen${n}`, pos: 'verb', level: 'C1', article: null } as const;
  return [
    { ...noun, plural: `Häuser${n}`, translation: `house ${n}` },
    { ...verb, plural: null, translation: `to dwell ${n}` },
  ];
}

export function lesson(n: number): Lesson {
  const text = (i: number) => `Das ist der Satz ${i} der Lektion ${n}, und er ist nicht besonders lang.`;
  return {
    video_id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    index: n % 10,
    start: 0,
    end: SEGMENTS * 3,
    source_language: 'de',
    target_language: 'en',
    transcript_origin: 'speech',
    translation_origin: 'machine',
    word_count: SEGMENTS * 13,
    segments: Array.from({ length: SEGMENTS }, (_, i) => ({
      index: i,
      start: i * 3,
      end: i * 3 + 2.8,
      text: text(i),
      translation: `This is sentence ${i} of lesson ${n}, and it is not particularly long.`,
    })),
    vocabulary: Array.from({ length: VOCABULARY }, (_, i) => ({
      lemma: `Wort${n * VOCABULARY + i}`,
      pos: 'noun',
      level: 'B1',
      article: 'das',
      translation: `word ${i}`,
      count: VOCABULARY - i,
      forms: [`Wort${i}`, `Worte${i}`],
      example: { text: text(i), start: i * 3, end: i * 3 + 2.8 },
    })),
  };
}

export const translation = (n: number): string => `This is the translation of the text with the number ${n}.`;
