import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CefrLevel } from '../../contracts/lesson.ts';
import { LEVELS_INDEX } from '../../contracts/tables.ts';
import type { Word } from '../../contracts/vocabulary.ts';
import type { LexiconPair, LexiconStore } from '../../core/ports/lexicon.ts';
import type { Page, PageRequest } from '../../core/ports/video-store.ts';
import { translationOf } from '../../core/vocabulary/translations.ts';
import { dynamoClient } from './client.ts';
import { lexiconItemSchema } from './items.ts';
import { keys, partitions } from './keys.ts';
import { getItem, type Item, queryAll, queryIndexPage } from './query.ts';

const versionItemSchema = z.object({ version: z.string() });

/**
 * The lexicon in its table, which `DynamoLexiconSeeder` fills. Words are read consistently, because what is read right after
 * a seeding is cached; the index of levels cannot be, and lags by less than a second.
 */
export class DynamoLexiconStore implements LexiconStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  async find(word: string, pair: LexiconPair): Promise<Word[]> {
    const range = { table: this.#table, pk: partitions.word(pair.language, word) };
    const items = await Array.fromAsync(queryAll(this.#client, range));
    return items.map((item) => wordOf(item, pair));
  }

  /** DynamoDB sorts by bytes; the keys are made so that this is alphabetical (`alphabeticalKey`). */
  async listLevel(level: CefrLevel, pair: LexiconPair, page: PageRequest): Promise<Page<Word>> {
    const partition = { table: this.#table, index: LEVELS_INDEX, pk: partitions.level(pair.language, level) };
    const { items, ...rest } = await queryIndexPage(this.#client, partition, page);
    return { items: items.map((item) => wordOf(item, pair)), ...rest };
  }

  /** Identifies what the table holds; undefined before it is filled and while it is being filled. */
  async version(): Promise<string | undefined> {
    const item = await getItem(this.#client, this.#table, keys.lexiconVersion);
    return item && versionItemSchema.parse(item).version;
  }
}

function wordOf(item: Item, { language, target }: LexiconPair): Word {
  const { lemma, pos, cefr, article, plural, translations } = lexiconItemSchema.parse(item);
  // In the order of the contract, as it comes from the cache: the same answer has the same ETag, wherever it comes from.
  return { lemma, pos, level: cefr, article, plural, translation: translationOf({ translations }, language, target) };
}
