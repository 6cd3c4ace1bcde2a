import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TRANSLATION_MEMORY_DAYS } from '../../contracts/limits.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { LanguagePair, Translation, TranslationMemory } from '../../core/ports/translation.ts';
import { normalise } from '../../core/translation/normalise.ts';
import { SystemClock } from '../node/clock.ts';
import { batchGet, batchPut } from './batch.ts';
import { dynamoClient } from './client.ts';
import { translationItemSchema } from './items.ts';
import { keys } from './keys.ts';
import { isExpired } from './query.ts';

const DAY_SECONDS = 24 * 3600;
/** An item may have 400 KB; key, origin and time beside the text are far below 1 KB. */
const MAX_TEXT_BYTES = 399 * 1024;

/** Translations by a hash of languages and text: the table never holds what learners' videos say, only how it is translated. */
export class DynamoTranslationMemory implements TranslationMemory {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(table: string, clock: Clock = new SystemClock(), client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async recall(texts: readonly string[], pair: LanguagePair): Promise<Map<string, Translation>> {
    const hashes = new Map(texts.map((text) => [text, hashOf(text, pair)]));
    const items = await batchGet(this.#client, this.#table, [...new Set(hashes.values())].map(keys.translation));
    const now = this.#clock.now();
    const found = new Map(
      items
        .filter((item) => !isExpired(item, now))
        .map((item) => {
          const { pk, ...translation } = translationItemSchema.parse(item);
          return [pk, translation];
        }),
    );
    return new Map(
      [...hashes].flatMap(([text, hash]) => {
        const translation = found.get(hash);
        return translation ? [[text, translation] as const] : [];
      }),
    );
  }

  /** What is too large for an item is left out: forgetting a translation costs less than failing after it was paid for. */
  async remember(entries: ReadonlyMap<string, Translation>, pair: LanguagePair, now: number): Promise<void> {
    const expiresAt = Math.floor(now / 1000) + TRANSLATION_MEMORY_DAYS * DAY_SECONDS;
    const fitting = [...entries].filter(([, { text }]) => Buffer.byteLength(text) <= MAX_TEXT_BYTES);
    const byHash = new Map(fitting.map(([text, translation]) => [hashOf(text, pair), translation]));
    await batchPut(
      this.#client,
      this.#table,
      [...byHash].map(([hash, { text, origin }]) => ({ ...keys.translation(hash), text, origin, expiresAt })),
    );
  }
}

function hashOf(text: string, { from, to }: LanguagePair): string {
  return createHash('sha256')
    .update(JSON.stringify([from, to, normalise(text)]))
    .digest('hex');
}
