import * as z from 'zod';
import { sourceLanguageSchema, targetLanguageSchema } from '../../contracts/languages.ts';
import { CEFR_LEVELS, type CefrLevel } from '../../contracts/lesson.ts';
import { MAX_PAGE_SIZE } from '../../contracts/limits.ts';
import { type Word, wordSchema } from '../../contracts/vocabulary.ts';
import type { Cache, CacheArguments, CachedRead } from '../../core/ports/cache.ts';
import type { LexiconPair, LexiconStore } from '../../core/ports/lexicon.ts';
import type { Page, PageRequest } from '../../core/ports/video-store.ts';
import { servingLanguage } from '../../core/vocabulary/translations.ts';
import type { LevelRequest } from '../../core/vocabulary/warm-levels.ts';
import { cachedPage, pageArguments } from './page.ts';

const WORDS: CachedRead<Word[]> = {
  family: 'word',
  schema: z.array(wordSchema),
  // Anything can be asked for: what is not listed should not take up room for an hour.
  keep: (words) => (words.length === 0 ? 'briefly' : 'for its lifetime'),
};
const LEVEL_PAGE: CachedRead<Page<Word>> = {
  family: 'level-list',
  schema: cachedPage(wordSchema),
  // Before the lexicon is seeded; and the few levels without words cost next to nothing.
  keep: ({ items }) => (items.length === 0 ? 'briefly' : 'for its lifetime'),
  ranked: true,
};

const levelArgumentsSchema = z
  .tuple([
    sourceLanguageSchema,
    targetLanguageSchema,
    z.enum(CEFR_LEVELS),
    z.int().min(1).max(MAX_PAGE_SIZE),
    z.string().nullable(),
  ])
  .transform(
    ([language, target, level, limit, cursor]): LevelRequest => ({
      level,
      pair: { language, target },
      page: cursor === null ? { limit } : { limit, cursor },
    }),
  );

/** The lexicon, read through the cache. It only changes with a deployment, as a whole. */
export class CachedLexiconStore implements LexiconStore {
  readonly #source: LexiconStore;
  readonly #cache: Cache;

  constructor(source: LexiconStore, cache: Cache) {
    this.#source = source;
    this.#cache = cache;
  }

  find(word: string, pair: LexiconPair): Promise<Word[]> {
    const args = [...languagesOf(pair), word.normalize('NFC').toLowerCase()];
    return this.#cache.readThrough(WORDS, { args }, () => this.#source.find(word, pair));
  }

  listLevel(level: CefrLevel, pair: LexiconPair, page: PageRequest): Promise<Page<Word>> {
    const key = { args: argumentsOf({ level, pair, page }) };
    return this.#cache.readThrough(LEVEL_PAGE, key, () => this.#source.listLevel(level, pair, page));
  }

  /** Loads a page of a level into the cache, whatever is there. @throws InvalidCursor */
  async renewLevel({ level, pair, page }: LevelRequest): Promise<void> {
    const key = { args: argumentsOf({ level, pair, page }) };
    await this.#cache.renew(LEVEL_PAGE, key, () => this.#source.listLevel(level, pair, page));
  }

  /** Pages of levels that are read most, most read first. */
  async mostUsedLevels(limit: number): Promise<LevelRequest[]> {
    const used = await this.#cache.mostUsed(LEVEL_PAGE.family, limit);
    // What the cache remembers may be of a release with other arguments.
    return used.flatMap((args) => levelArgumentsSchema.safeParse(args).data ?? []);
  }
}

const argumentsOf = ({ level, pair, page }: LevelRequest): CacheArguments => [
  ...languagesOf(pair),
  level,
  ...pageArguments(page),
];

/** Targets that the same language serves share their values. */
const languagesOf = ({ language, target }: LexiconPair) => [language, servingLanguage(target) ?? target];
