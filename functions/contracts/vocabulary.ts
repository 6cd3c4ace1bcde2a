import * as z from 'zod';
import { pageQuerySchema } from './api.ts';
import { sourceLanguageSchema, targetLanguageSchema } from './languages.ts';
import { CEFR_LEVELS, PARTS_OF_SPEECH } from './lesson.ts';

/** Levels that have lists; what is unlisted has none. */
export const LISTED_LEVELS = CEFR_LEVELS.filter((level) => level !== 'unlisted');

export const wordPathSchema = z.strictObject({
  word: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(100, 'must be at most 100 characters')
    .meta({ description: 'Dictionary form of the word; case does not matter.', example: 'Haus' }),
});

export const levelPathSchema = z.strictObject({
  level: z
    .enum(LISTED_LEVELS, { error: `must be one of ${LISTED_LEVELS.join(', ')}` })
    .meta({ description: 'CEFR level.', example: 'A1' }),
});

const languages = {
  language: sourceLanguageSchema.meta({ description: 'Language of the words.', example: 'de' }),
  target: targetLanguageSchema.meta({ description: 'Language of the translations.', example: 'en' }),
};
/** For a lexicon, "es-MX" is no other language than "es". */
const differ = ({ language, target }: { language: string; target: string }) => language !== target.split('-', 1)[0];
const unlessTheyDiffer = { path: ['target'], error: 'must be another language than "language"' };
export const wordQuerySchema = z.strictObject(languages).refine(differ, unlessTheyDiffer);
export const levelQuerySchema = pageQuerySchema.extend(languages).refine(differ, unlessTheyDiffer);

export const wordSchema = z
  .object({
    lemma: z.string().meta({ example: 'Haus' }),
    pos: z.enum(PARTS_OF_SPEECH),
    level: z.enum(CEFR_LEVELS),
    article: z
      .string()
      .nullable()
      .meta({ description: 'Definite article where the language has one.', example: 'das' }),
    plural: z.string().nullable().meta({ example: 'Häuser' }),
    translation: z.string().nullable().meta({ description: 'null where the lexicon has none.', example: 'house' }),
  })
  .meta({ id: 'Word' });

export const wordsSchema = z
  .object({ items: z.array(wordSchema).min(1) })
  .meta({ id: 'Words', description: 'All words of this form: "sein" is a verb and a determiner.' });

export type Word = z.infer<typeof wordSchema>;
