import { MIN_DURATION_SECONDS } from '../../../functions/contracts/limits.ts';
import type { TimedWord } from '../transcribe/output.ts';

/** What an engine cannot do, in words for people; some begin with a failure code. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** Why sound is refused that is shorter than Amazon Transcribe takes. */
export const TOO_SHORT = `The media file is too short: it must be at least ${MIN_DURATION_SECONDS * 1000} ms long.`;

export interface SpeechEngine {
  /** Why it cannot work on this machine and what to do, or undefined when it can. */
  missing(): string | undefined;
  /**
   * @param file any audio file
   * @param language code of Amazon Transcribe, for instance `de-DE`
   * @throws EngineError
   */
  transcribe(file: string, language: string): Promise<TimedWord[]>;
}

export interface TranslationEngine {
  /** Why it cannot translate this pair on this machine and what to do, or undefined when it can. */
  missing(from: string, to: string): string | undefined;
  /** Line by line: the answer has as many lines as the text. @throws EngineError */
  translate(text: string, from: string, to: string): Promise<string>;
}
