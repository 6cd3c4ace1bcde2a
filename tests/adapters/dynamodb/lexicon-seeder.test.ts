import { type DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lexiconItem } from '../../../functions/adapters/dynamodb/items.ts';
import { DynamoLexiconSeeder } from '../../../functions/adapters/dynamodb/lexicon-seeder.ts';
import { DynamoLexiconStore } from '../../../functions/adapters/dynamodb/lexicon-store.ts';
import { SOURCE_LANGUAGES, type SourceLanguage } from '../../../functions/contracts/languages.ts';
import { entriesOf, type LexiconEntry } from '../../../functions/core/vocabulary/index.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

type Lexicon = Map<SourceLanguage, readonly LexiconEntry[]>;
const whole: Lexicon = new Map(SOURCE_LANGUAGES.map((language) => [language, entriesOf(language)]));
const size = [...whole.values()].flat().length;
const german = (entries: readonly LexiconEntry[]): Lexicon => new Map([['de', entries]]);
/** Enough for several calls. */
const some = entriesOf('de').slice(0, 320);

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let client: DynamoDBDocumentClient;
let table = '';
let tables = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  client = dynamo.client;
});
afterAll(() => dynamo?.stop());
afterEach(() => void vi.restoreAllMocks());
beforeEach(async () => {
  tables += 1;
  table = await createTable(client, 'lexicon', `lexicon-${tables}`);
});

const seed = (lexicon: Lexicon) => new DynamoLexiconSeeder(table, client).seed(lexicon);
const versionNow = () => new DynamoLexiconStore(table, client).version();
const itemsNow = async () => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  return Items.filter(({ pk }) => pk !== 'VERSION').toSorted((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1));
};
const itemsOf = (entries: readonly LexiconEntry[]) =>
  entries
    .map((entry): Record<string, unknown> => lexiconItem('de', entry))
    .toSorted((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1));

describe('seeding', () => {
  it('writes the whole lexicon of all languages, and says what it did', async () => {
    const seeding = await seed(whole);
    expect(seeding).toEqual({ written: size, deleted: 0, version: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await versionNow()).toBe(seeding.version);
    const store = new DynamoLexiconStore(table, client);
    expect(await store.find('maison', { language: 'fr', target: 'de' })).toMatchObject([{ translation: 'Haus' }]);
  });

  it('does nothing when the table holds this lexicon already', async () => {
    const { version } = await seed(german(some));
    const send = vi.spyOn(client, 'send');
    expect(await seed(german(some))).toEqual({ written: 0, deleted: 0, version });
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
  });

  it('writes only what is new or different, and deletes what is not in the lexicon any more', async () => {
    const { version } = await seed(german(some));
    const [first, second, ...rest] = some;
    if (!first || !second) throw new Error('The lexicon is empty');
    const changed = { ...first, translations: { en: ['something else'] } };
    const added: LexiconEntry = { ...second, lemma: 'Zyklop' };
    const next = [changed, ...rest, added];
    const seeding = await seed(german(next));
    expect(seeding).toMatchObject({ written: 2, deleted: 1 });
    expect(seeding.version).not.toBe(version);
    expect(await itemsNow()).toEqual(itemsOf(next));
  });

  it('empties a table whose lexicon is gone', async () => {
    await seed(german(some));
    expect(await seed(new Map())).toMatchObject({ written: 0, deleted: some.length });
    expect(await itemsNow()).toEqual([]);
  });

  /** Lets the function be stopped after so many transactions. */
  const stopAfter = (transactions: number) => {
    const real = client.send.bind(client);
    let done = 0;
    return vi.spyOn(client, 'send').mockImplementation(async (command) => {
      if (command instanceof TransactWriteCommand && done++ === transactions)
        throw new Error('The function was stopped');
      return Reflect.apply(real, client, [command]);
    });
  };

  it('that is cut short leaves no version, and is completed by the next without doing anything twice', async () => {
    await seed(german(some.slice(0, 10)));
    const send = stopAfter(2);
    await expect(seed(german(some))).rejects.toThrow('The function was stopped');
    send.mockRestore();
    expect(await versionNow()).toBeUndefined();
    expect(await seed(german(some))).toMatchObject({ written: some.length - 10 - 2 * 100, deleted: 0 });
    expect(await itemsNow()).toEqual(itemsOf(some));
  });

  it('mends a table after the deployment that was changing it was rolled back', async () => {
    const before = await seed(german(some.slice(0, 30)));
    const send = stopAfter(1);
    await expect(seed(german(some))).rejects.toThrow('The function was stopped');
    send.mockRestore();
    expect(await seed(german(some.slice(0, 30)))).toEqual({ written: 0, deleted: 100, version: before.version });
    expect(await itemsNow()).toEqual(itemsOf(some.slice(0, 30)));
  });

  it('by two at once ends with the whole lexicon', async () => {
    const [one, other] = await Promise.all([seed(german(some)), seed(german(some))]);
    expect(one.version).toBe(other.version);
    expect(await itemsNow()).toEqual(itemsOf(some));
  });
});
