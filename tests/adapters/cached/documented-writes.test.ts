/** docs/cache.md says of every write what it makes invalid: one that is added must be thought about, and written down. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DynamoAccountStore } from '../../../functions/adapters/dynamodb/account-store.ts';
import { DynamoBatchTaskStore } from '../../../functions/adapters/dynamodb/batch-task-store.ts';
import { DynamoChunkStore } from '../../../functions/adapters/dynamodb/chunk-store.ts';
import { DynamoLexiconSeeder } from '../../../functions/adapters/dynamodb/lexicon-seeder.ts';
import { DynamoPublicKeys } from '../../../functions/adapters/dynamodb/public-keys.ts';
import { DynamoSessionStore } from '../../../functions/adapters/dynamodb/session-store.ts';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { DynamoVideoStore } from '../../../functions/adapters/dynamodb/video-store.ts';
import { CACHE_FAMILIES, CACHE_FAMILY_NAMES } from '../../../functions/contracts/cache.ts';

const document = readFileSync('docs/cache.md', 'utf8');
const rows = document.split('\n').filter((line) => line.startsWith('| '));

/** Everything that writes to a table, by the port's name, with the methods that only read. */
const stores = [
  ['VideoStore', DynamoVideoStore, ['get', 'list', 'listSeries', 'getSeries', 'listEpisodes']],
  ['TaskStore', DynamoTaskStore, ['get', 'listActive']],
  ['ChunkStore', DynamoChunkStore, ['get', 'list', 'listAll', 'vocabulary']],
  ['SessionStore', DynamoSessionStore, ['get']],
  ['AccountStore', DynamoAccountStore, ['get', 'findByEmail']],
  ['PublicKeys', DynamoPublicKeys, ['all']],
  ['TranslationMemory', DynamoTranslationMemory, ['recall']],
  ['BatchStore', DynamoBatchTaskStore, ['get', 'listActive']],
  ['LexiconSeeder', DynamoLexiconSeeder, []],
] as const;

const writes = stores.flatMap(([port, store, reads]) =>
  Object.getOwnPropertyNames(store.prototype)
    .filter((method) => method !== 'constructor' && !reads.some((read) => read === method))
    .map((method) => `${port}.${method}`),
);

describe('docs/cache.md', () => {
  it.each(writes)('says what %s touches', (write) => {
    expect(document).toContain(`\`${write}\``);
  });

  it('names no write that is not there', () => {
    const named = [...document.matchAll(/`([A-Z]\w+\.[a-z]\w+)`/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(writes));
  });

  it.each(CACHE_FAMILY_NAMES)('tells the lifetime of the family %s', (family) => {
    const [, , lifetime = ''] = rows.find((row) => row.startsWith(`| \`${family}\``))?.split('|') ?? [];
    const [, amount, unit = ''] = /^ (\d+) (min|h|days)/.exec(lifetime) ?? [];
    const seconds: Record<string, number> = { min: 60, h: 3600, days: 86_400 };
    expect(Number(amount) * (seconds[unit] ?? 0)).toBe(CACHE_FAMILIES[family].lifetimeSeconds);
  });
});
