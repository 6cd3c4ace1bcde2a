import type { SourceLanguage, TargetLanguage } from '../../contracts/languages.ts';
import type { TranslationOrigin } from '../../contracts/lesson.ts';

export type LanguagePair = { from: SourceLanguage; to: TargetLanguage };
export type Translation = { text: string; origin: TranslationOrigin };

/** No engine for this pair: only happens on a laptop. */
export class TranslationUnavailable extends Error {
  override readonly name = 'TranslationUnavailable';
}

/** The translation service did not answer, or refused: another time it may work. */
export class TranslationFailed extends Error {
  override readonly name = 'TranslationFailed';
}

export interface Translator {
  /**
   * Translates texts in order, in as few calls as their size allows.
   * @throws TranslationUnavailable, TranslationFailed
   */
  translate(texts: readonly string[], pair: LanguagePair): Promise<Translation[]>;
}

/** Translations that were already paid for. */
export interface TranslationMemory {
  /** Known translations by text. */
  recall(texts: readonly string[], pair: LanguagePair): Promise<Map<string, Translation>>;
  remember(entries: ReadonlyMap<string, Translation>, pair: LanguagePair, now: number): Promise<void>;
}
