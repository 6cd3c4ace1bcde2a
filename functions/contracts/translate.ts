import * as z from 'zod';
import { sourceLanguageSchema, targetLanguageSchema } from './languages.ts';
import { TRANSLATION_ORIGINS } from './lesson.ts';
import { MAX_BATCH_CHARACTERS, MAX_BATCH_TEXTS, MAX_TEXT_CHARACTERS, MAX_TEXTS } from './limits.ts';

/** @param more what to do with more than may be sent */
const request = (maxTexts: number, maxCharacters: number, more: string) =>
  z
    .strictObject({
      texts: z
        .array(z.string().max(MAX_TEXT_CHARACTERS, `must have at most ${MAX_TEXT_CHARACTERS} characters`))
        .min(1, 'must have at least one text')
        .max(maxTexts, `must have at most ${maxTexts} texts; ${more}`)
        .refine(
          (texts) => texts.reduce((sum, text) => sum + text.length, 0) <= maxCharacters,
          `must have at most ${maxCharacters} characters in all; ${more}`,
        )
        .meta({
          description: `At most ${maxCharacters} characters in all; ${more}.`,
          example: ['Guten Morgen!', 'Wo ist der Bahnhof?'],
        }),
      source_language: sourceLanguageSchema,
      target_language: targetLanguageSchema,
    })
    .refine((v) => v.source_language !== v.target_language.slice(0, 2), {
      path: ['target_language'],
      error: 'must differ from source_language',
    });

export const translateSchema = request(MAX_TEXTS, MAX_TEXT_CHARACTERS, 'POST /translate/batch takes more').meta({
  id: 'Translate',
});
export const batchTranslateSchema = request(
  MAX_BATCH_TEXTS,
  MAX_BATCH_CHARACTERS,
  'send the rest as another batch',
).meta({ id: 'BatchTranslate' });

export const translationsSchema = z
  .object({
    translations: z.array(
      z.object({
        text: z.string(),
        translation: z.string(),
        origin: z
          .enum(TRANSLATION_ORIGINS)
          .meta({ description: 'machine: a translation service. glossary: word by word, on laptops without one.' }),
      }),
    ),
  })
  .meta({ id: 'Translations', description: 'In the order of the request.' });

export type BatchTranslate = z.infer<typeof batchTranslateSchema>;
export type Translations = z.infer<typeof translationsSchema>;
