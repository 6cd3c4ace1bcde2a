import * as z from 'zod';
import { TRANSLATION_ORIGINS } from '../../contracts/lesson.ts';
import type { Cache, CachedRead, CacheKey } from '../../core/ports/cache.ts';
import type { LanguagePair, Translation, Translator } from '../../core/ports/translation.ts';
import { distinctTexts, inOrderOf } from '../../core/translation/distinct-texts.ts';
import { byText, isFree } from '../../core/translation/translate-texts.ts';

const READ: CachedRead<Translation> = {
  family: 'translation',
  schema: z.object({ text: z.string(), origin: z.enum(TRANSLATION_ORIGINS) }),
  keep: (translation) => (isFree(translation) ? 'briefly' : 'for its lifetime'),
};

/**
 * A translator behind the cache. Values are kept by text, so that any mixture of texts finds those that were asked before; they
 * hold the translation alone, and the text itself goes only into the hash of their key.
 */
export class CachedTranslator implements Translator {
  readonly #source: Translator;
  readonly #cache: Cache;

  constructor(source: Translator, cache: Cache) {
    this.#source = source;
    this.#cache = cache;
  }

  async translate(texts: readonly string[], pair: LanguagePair): Promise<Translation[]> {
    const wanted = distinctTexts(texts);
    if (wanted.length === 0) return inOrderOf(texts, new Map());
    const keys = wanted.map((text): CacheKey => ({ args: [pair.from, pair.to, text] }));
    const translations = await this.#cache.readThroughMany(READ, keys, (missing) =>
      this.#source.translate(
        missing.map((index) => wanted[index] ?? ''),
        pair,
      ),
    );
    return inOrderOf(texts, byText(wanted, translations));
  }
}
