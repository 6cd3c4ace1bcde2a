import type { LanguagePair, Translation, Translator } from '../ports/translation.ts';
import { type TranslateDeps, translateTexts } from './translate-texts.ts';

/** A translator that looks into the translation memory first, and leaves there what it had to pay for. */
export class RememberingTranslator implements Translator {
  readonly #deps: TranslateDeps;

  constructor(deps: TranslateDeps) {
    this.#deps = deps;
  }

  translate(texts: readonly string[], pair: LanguagePair): Promise<Translation[]> {
    return translateTexts(texts, pair, this.#deps);
  }
}
