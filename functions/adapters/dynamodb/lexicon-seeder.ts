import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SourceLanguage } from '../../contracts/languages.ts';
import type { LexiconEntry } from '../../core/vocabulary/lexicon/parse-lexicon.ts';
import { batchDelete, batchPut } from './batch.ts';
import { bulkDynamoClient } from './client.ts';
import { lexiconItem } from './items.ts';
import { type Key, keys } from './keys.ts';
import { DynamoLexiconStore } from './lexicon-store.ts';
import { type Item, scanAll } from './query.ts';

/** How many entries were written and deleted, and what the table holds now. */
export type Seeding = { written: number; deleted: number; version: string };

const keySchema = z.object({ pk: z.string(), sk: z.string() });

/**
 * Makes the lexicon's table hold a lexicon and nothing else. The version is removed before anything changes and written
 * when all is done: whoever is cut short in between, or undone by the deployment that is rolled back to, leaves a table
 * without a version, which the next run completes. Only what differs is written, so that nothing is done twice.
 */
export class DynamoLexiconSeeder {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = bulkDynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  async seed(lexicon: ReadonlyMap<SourceLanguage, readonly LexiconEntry[]>): Promise<Seeding> {
    const wanted = [...lexicon].flatMap(([language, entries]) => entries.map((entry) => lexiconItem(language, entry)));
    // Of the items, not of the entries: another way to store them is another version, too.
    const version = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
    const before = await new DynamoLexiconStore(this.#table, this.#client).version();
    if (before === version) return { written: 0, deleted: 0, version };
    if (before) await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: keys.lexiconVersion }));

    const { changed, obsolete } = await this.#compare(wanted);
    await batchPut(this.#client, this.#table, changed);
    await batchDelete(this.#client, this.#table, obsolete);
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: { ...keys.lexiconVersion, version } }));
    return { written: changed.length, deleted: obsolete.length, version };
  }

  /** Which items must be written, and the keys of those that must go. */
  async #compare(wanted: readonly Item[]): Promise<{ changed: Item[]; obsolete: Key[] }> {
    const missing = new Map(wanted.map((item) => [nameOf(item), item]));
    const changed: Item[] = [];
    const obsolete: Key[] = [];
    for await (const present of scanAll(this.#client, this.#table)) {
      if (present.pk === keys.lexiconVersion.pk) continue;
      const name = nameOf(present);
      const item = missing.get(name);
      missing.delete(name);
      if (!item) obsolete.push(keySchema.parse(present));
      else if (!isDeepStrictEqual(item, present)) changed.push(item);
    }
    return { changed: [...missing.values(), ...changed], obsolete };
  }
}

function nameOf(item: Item): string {
  const { pk, sk } = keySchema.parse(item);
  return `${pk} ${sk}`;
}
