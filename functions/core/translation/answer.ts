import type { BatchTranslate, Translations } from '../../contracts/translate.ts';
import type { LanguagePair, Translation } from '../ports/translation.ts';

/** Languages of a request of the API. */
export const pairOf = (request: Pick<BatchTranslate, 'source_language' | 'target_language'>): LanguagePair => ({
  from: request.source_language,
  to: request.target_language,
});

/** What the API answers: each text as it was sent, with its translation. `translations` in the order of the texts. */
export const answerOf = (texts: readonly string[], translations: readonly Translation[]): Translations => ({
  translations: translations.map(({ text, origin }, index) => ({
    text: texts[index] ?? '',
    translation: text,
    origin,
  })),
});
