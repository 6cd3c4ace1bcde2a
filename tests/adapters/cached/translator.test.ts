/** The whole way of a text to translate: Redis, the translation memory in DynamoDB, and Amazon Translate. */
import { randomUUID } from 'node:crypto';
import {
  InternalServerException,
  TranslateClient,
  TranslateTextCommand,
  UnsupportedLanguagePairException,
} from '@aws-sdk/client-translate';
import { mockClient } from 'aws-sdk-client-mock';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CachedTranslator } from '../../../functions/adapters/cached/cached-translator.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { valueKeyPrefix } from '../../../functions/adapters/redis/keys.ts';
import { AmazonTranslator } from '../../../functions/adapters/translate/translator.ts';
import { CACHE_FAMILIES, MISSING_LIFETIME_SECONDS } from '../../../functions/contracts/cache.ts';
import { GLOSSARY_NAME } from '../../../functions/contracts/glossary.ts';
import { TranslationFailed, TranslationUnavailable } from '../../../functions/core/ports/translation.ts';
import { RememberingTranslator } from '../../../functions/core/translation/remembering-translator.ts';
import { FakeClock } from '../../support/builders.ts';
import { counting, startTestCache } from '../../support/cache.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

const pair = { from: 'de', to: 'en' } as const;
const metadata = { $metadata: {}, message: 'refused' };

const service = mockClient(TranslateClient);
let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let redis: Awaited<ReturnType<typeof startTestCache>>;
let client: Redis;
let chain: ReturnType<typeof makeChain>;

function makeChain() {
  const clock = new FakeClock();
  const memory = counting(new DynamoTranslationMemory('translations', clock, dynamo.client));
  const amazon = new AmazonTranslator(new TranslateClient({ region: 'us-east-1' }));
  const source = counting(new RememberingTranslator({ memory: memory.counted, translator: amazon, clock }));
  return {
    translator: new CachedTranslator(source.counted, redis.cache),
    memory: memory.calls,
    source: source.calls,
  };
}

beforeAll(async () => {
  [dynamo, redis] = await Promise.all([startTestDynamo(), startTestCache()]);
  await createTable(dynamo.client, 'translations');
  client = new Redis(redis.url);
}, 60_000);
afterAll(async () => {
  service.restore();
  client?.disconnect();
  await Promise.all([dynamo?.stop(), redis?.stop()]);
});
beforeEach(async () => {
  service.reset();
  shout();
  await client.flushdb();
  chain = makeChain();
});

const shout = (terminology?: string) =>
  service.on(TranslateTextCommand).callsFake(({ Text }) => ({
    TranslatedText: Text.toUpperCase(),
    ...(terminology && { AppliedTerminologies: [{ Name: terminology }] }),
  }));
const asked = () => service.commandCalls(TranslateTextCommand).map(({ args }) => args[0].input.Text);
/** Texts that no other test translates. */
const texts = (count: number) => {
  const id = randomUUID();
  return Array.from({ length: count }, (_, i) => `satz ${i} ${id}`);
};
const translate = async (some: readonly string[]) => {
  const translations = await chain.translator.translate(some, pair);
  await redis.cache.settle(5_000);
  return translations.map(({ text }) => text);
};
const shouted = (some: readonly string[]) => some.map((text) => text.toUpperCase());

describe('The cached translator', () => {
  it('asks memory and service once for all texts, and nobody the next time', async () => {
    const all = texts(100);
    expect(await translate(all)).toEqual(shouted(all));
    expect(asked()).toEqual([all.join('\n')]);
    expect(chain.memory.get('recall')).toBe(1);
    expect(await translate(all.toReversed())).toEqual(shouted(all.toReversed()));
    expect(chain.source.get('translate')).toBe(1);
  });

  it('asks only for what is missing, in whatever mixture texts come', async () => {
    const [one = '', two = '', three = '', four = ''] = texts(4);
    await translate([one, three]);
    expect(await translate([four, three, two, one])).toEqual(shouted([four, three, two, one]));
    expect(asked()).toEqual([`${one}\n${three}`, `${four}\n${two}`]);
  });

  it('takes texts that differ only in white space or composition for the same, and never asks for none', async () => {
    const [text = ''] = texts(1);
    const variants = [`sch\u00f6n ${text}`, '', ` scho\u0308n\n ${text} `, ' \t'];
    const translation = `SCH\u00d6N ${text.toUpperCase()}`;
    expect(await translate(variants)).toEqual([translation, '', translation, '']);
    expect(await translate(['', '\n'])).toEqual(['', '']);
    expect(asked()).toEqual([variants[0]]);
  });

  it('keeps languages apart', async () => {
    const [text = ''] = texts(1);
    for (const to of ['en', 'fr', 'en'] as const) await chain.translator.translate([text], { from: 'de', to });
    for (const from of ['es', 'es'] as const) await chain.translator.translate([text], { from, to: 'en' });
    expect(asked()).toHaveLength(3);
  });

  it('asks once however many ask at once', async () => {
    const all = texts(5);
    const answers = await Promise.all(Array.from({ length: 40 }, () => chain.translator.translate(all, pair)));
    for (const answer of answers) expect(answer.map(({ text }) => text)).toEqual(shouted(all));
    expect(asked()).toEqual([all.join('\n')]);
  });

  it('is refilled from the translation memory, without paying again', async () => {
    const all = texts(3);
    await translate(all);
    await client.flushdb();
    expect(await translate(all)).toEqual(shouted(all));
    expect(chain.memory.get('recall')).toBe(2);
    expect(asked()).toHaveLength(1);
  });

  const lifetimes = async () => {
    await redis.cache.settle(5_000);
    const keys = await client.keys(`${valueKeyPrefix('translation')}*`);
    return Promise.all(keys.map((key) => client.pttl(key)));
  };

  it('keeps a translation of the service for its lifetime, and one of the glossary for a minute', async () => {
    await translate(texts(1));
    const [lifetime = 0] = await lifetimes();
    expect(lifetime).toBeGreaterThan(MISSING_LIFETIME_SECONDS * 1000);
    expect(lifetime).toBeLessThanOrEqual(CACHE_FAMILIES.translation.lifetimeSeconds * 1000);
    await client.flushdb();
    shout(GLOSSARY_NAME);
    await translate(texts(1));
    const [brief = 0] = await lifetimes();
    expect(brief).toBeGreaterThan(0);
    expect(brief).toBeLessThanOrEqual(MISSING_LIFETIME_SECONDS * 1000);
  });

  it('lets nobody who looks into Redis see what was translated', async () => {
    const secret = texts(1);
    service.on(TranslateTextCommand).resolves({ TranslatedText: 'the translation' });
    await translate(secret);
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map((key) => client.getBuffer(key)));
    const dump = [...keys, ...values.map((value) => value?.toString('latin1') ?? '')].join('\n');
    expect(dump).toContain('the translation');
    expect(dump).not.toContain(secret[0]);
  });

  it('passes on that there is no engine, and asks again when there is one', async () => {
    const all = texts(2);
    service.on(TranslateTextCommand).rejects(new UnsupportedLanguagePairException(metadata));
    await expect(translate(all)).rejects.toThrow(TranslationUnavailable);
    shout();
    expect(await translate(all)).toEqual(shouted(all));
  });

  it('does not pay again for what was answered before the service failed', async () => {
    const [paid = '', failed = ''] = texts(2).map((text) => `${text} ${'lang '.repeat(1_200)}`.trim());
    service.on(TranslateTextCommand).callsFake(({ Text }) => {
      if (Text.startsWith('satz 1 ')) throw new InternalServerException(metadata);
      return { TranslatedText: Text.toUpperCase() };
    });
    await expect(translate([paid, failed])).rejects.toThrow(TranslationFailed);
    service.resetHistory();
    shout();
    expect(await translate([paid, failed])).toEqual(shouted([paid, failed]));
    expect(asked()).toEqual([failed]);
  });

  it('translates without Redis', async () => {
    const stopped = await startTestCache();
    await stopped.stop();
    const source = new RememberingTranslator({
      memory: new DynamoTranslationMemory('translations', new FakeClock(), dynamo.client),
      translator: new AmazonTranslator(new TranslateClient({ region: 'us-east-1' })),
      clock: new FakeClock(),
    });
    const all = texts(3);
    const translations = await new CachedTranslator(source, stopped.cache).translate(all, pair);
    expect(translations.map(({ text }) => text)).toEqual(shouted(all));
  });
});
