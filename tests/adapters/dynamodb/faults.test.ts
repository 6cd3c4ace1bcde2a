/** What DynamoDB does under load and DynamoDB Local never does: conflicts, throttling, unprocessed items. */
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { DynamoChunkStore } from '../../../functions/adapters/dynamodb/chunk-store.ts';
import { dynamoClient } from '../../../functions/adapters/dynamodb/client.ts';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoTranslationMemory } from '../../../functions/adapters/dynamodb/translation-memory.ts';
import { MAX_PAGE_BYTES, MAX_PAGES, packPages } from '../../../functions/adapters/dynamodb/vocabulary-pages.ts';
import type { VocabularyRow } from '../../../functions/core/chunks/saved-chunk.ts';
import { PermanentFailure } from '../../../functions/core/failure.ts';
import { VideoGone } from '../../../functions/core/ports/video-store.ts';
import { aChunk, aTaskOf, aVideo, FakeClock, T0, taskRef } from '../../support/builders.ts';

process.env.AWS_REGION ??= 'us-east-1';
const client = dynamoClient();
const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => void dynamo.reset());

const metadata = { $metadata: {}, message: 'refused' };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });
const conflict = new TransactionConflictException(metadata);

const ref = taskRef(aTaskOf(aVideo()));
const pair = { from: 'de', to: 'en' } as const;
const chunks = new DynamoChunkStore('videos', client);
const tasks = new DynamoTaskStore('videos', new FakeClock(), client);
const memory = new DynamoTranslationMemory('translations', new FakeClock(), client);

describe('A transaction', () => {
  it('is tried again when it met another one or was throttled', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None', 'None'))
      .rejectsOnce(cancelled('None', 'ThrottlingError', 'None'))
      .resolves({});
    expect(await chunks.save(ref, aChunk(0), [], T0)).toBe('saved');
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it('is not tried again when a condition failed beside the conflict', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'TransactionConflict', 'None'));
    await expect(chunks.save(ref, aChunk(0), [], T0)).rejects.toThrow(VideoGone);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('is not tried again when it can never work', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('ValidationError', 'None', 'None'));
    await expect(chunks.save(ref, aChunk(0), [], T0)).rejects.toThrow(TransactionCanceledException);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('gives up with its error when the conflict never ends', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None', 'None'));
    await expect(chunks.save(ref, aChunk(0), [], T0)).rejects.toThrow(TransactionCanceledException);
    expect(dynamo.commandCalls(TransactWriteCommand).length).toBeGreaterThan(10);
  });
});

describe('A single update', () => {
  it('is tried again when it met a transaction', async () => {
    dynamo.on(UpdateCommand).rejectsOnce(conflict).resolves({});
    await tasks.markChunks(ref, [1], T0);
    expect(dynamo.commandCalls(UpdateCommand)).toHaveLength(2);
  });
});

describe('A batch', () => {
  it('asks again for keys that were left unprocessed', async () => {
    const [first, second] = ['Haus', 'Hafen'];
    dynamo
      .on(BatchGetCommand)
      .callsFakeOnce(({ RequestItems }) => {
        const [found, left] = RequestItems.translations.Keys;
        return {
          Responses: { translations: [{ ...found, text: 'house', origin: 'machine' }] },
          UnprocessedKeys: { translations: { Keys: [left] } },
        };
      })
      .callsFake(({ RequestItems }) => {
        const [key] = RequestItems.translations.Keys;
        return { Responses: { translations: [{ ...key, text: 'harbour', origin: 'machine' }] } };
      });
    const recalled = await memory.recall([first, second], pair);
    expect([...recalled].map(([text, { text: translation }]) => [text, translation])).toEqual([
      [first, 'house'],
      [second, 'harbour'],
    ]);
  });

  it('has no more than four writes under way', async () => {
    let [now, most] = [0, 0];
    dynamo.on(BatchWriteCommand).callsFake(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      return {};
    });
    const entries = Array.from({ length: 250 }, (_, i) => [`${i}`, { text: 'x', origin: 'machine' }] as const);
    await memory.remember(new Map(entries), pair, T0);
    expect(dynamo.commandCalls(BatchWriteCommand)).toHaveLength(10);
    expect(most).toBe(4);
  });

  it('sends items again that were left unprocessed, and only those', async () => {
    dynamo
      .on(BatchWriteCommand)
      .callsFakeOnce(({ RequestItems }) => ({
        UnprocessedItems: { translations: RequestItems.translations.slice(1) },
      }))
      .resolves({});
    const entries = ['a', 'b', 'c'].map((text) => [text, { text, origin: 'machine' }] as const);
    await memory.remember(new Map(entries), pair, T0);
    const sizes = dynamo
      .commandCalls(BatchWriteCommand)
      .map(({ args }) => args[0].input.RequestItems?.translations?.length);
    expect(sizes).toEqual([3, 2]);
  });
});

describe('Vocabulary', () => {
  const row: VocabularyRow = { lemma: 'ß'.repeat(500), pos: 'noun', level: 'C2', count: 1 };

  it('is packed in order into pages that fit', () => {
    const all = Array.from({ length: 1000 }, (_, count) => ({ ...row, count }));
    const pages = packPages(all);
    expect(pages.flat()).toEqual(all);
    expect(pages.length).toBeGreaterThan(9);
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(MAX_PAGE_BYTES * 1.1);
  });

  it('makes no page of nothing', () => {
    expect(packPages([])).toEqual([]);
  });

  it('of more pages than fit one transaction is refused for good, with a remedy, before anything is written', async () => {
    const tooMany = Array.from({ length: 100 * (MAX_PAGES + 2) }, () => row);
    const saving = chunks.save(ref, aChunk(0), tooMany, T0);
    await expect(saving).rejects.toThrow(PermanentFailure);
    await expect(saving).rejects.toMatchObject({
      name: 'BAD_SUBTITLES',
      message: expect.stringMatching(/at most 38 fit .* shorter chunks/),
    });
    expect(dynamo.calls()).toHaveLength(0);
  });
});
