import * as z from 'zod';

/** Languages that a video may be in (ISO 639-1). */
export const SOURCE_LANGUAGES = ['de', 'en', 'es', 'fr'] as const;

/**
 * Languages that lessons can be translated into: the codes of Amazon Translate.
 * Source: Amazon Translate Developer Guide, "Supported languages and language codes" (2026-11).
 */
export const TARGET_LANGUAGES = [
  'af',
  'am',
  'ar',
  'az',
  'bg',
  'bn',
  'bs',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en',
  'es',
  'es-MX',
  'et',
  'fa',
  'fa-AF',
  'fi',
  'fr',
  'fr-CA',
  'ga',
  'gu',
  'ha',
  'he',
  'hi',
  'hr',
  'ht',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'kk',
  'kn',
  'ko',
  'lt',
  'lv',
  'mk',
  'ml',
  'mn',
  'mr',
  'ms',
  'mt',
  'nl',
  'no',
  'pa',
  'pl',
  'ps',
  'pt',
  'pt-PT',
  'ro',
  'ru',
  'si',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'te',
  'th',
  'tl',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'zh',
  'zh-TW',
] as const;

export const sourceLanguageSchema = z
  .enum(SOURCE_LANGUAGES, { error: `must be one of ${SOURCE_LANGUAGES.join(', ')}` })
  .meta({ description: 'Language spoken in the video (ISO 639-1).', example: 'de' });

export const targetLanguageSchema = z
  .enum(TARGET_LANGUAGES, { error: 'is not a language that can be translated into; use a code such as en, es or fr' })
  .meta({ description: 'Language of the translation (an Amazon Translate language code).', example: 'en' });

export type SourceLanguage = z.infer<typeof sourceLanguageSchema>;
export type TargetLanguage = z.infer<typeof targetLanguageSchema>;
