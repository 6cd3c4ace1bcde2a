import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SavedChunk, VocabularyRow } from '../../core/chunks/saved-chunk.ts';
import { PermanentFailure } from '../../core/failure.ts';
import type { ChunkStore } from '../../core/ports/chunk-store.ts';
import { type Page, type PageRequest, VideoGone } from '../../core/ports/video-store.ts';
import type { TaskRef } from '../../core/tasks/task.ts';
import type { VideoRef } from '../../core/videos/video.ts';
import { dynamoClient } from './client.ts';
import { ACTIVE_VALUES, EXISTS, IS_ACTIVE } from './conditions.ts';
import { chunkItemSchema, rowsOf, wordsAttributes } from './items.ts';
import { keys, partitions, prefixes, wordsPrefix } from './keys.ts';
import { getItem, queryAll, queryPage } from './query.ts';
import { type TransactItems, transact, updateIf } from './transact.ts';
import { updateOf } from './update.ts';
import { MAX_PAGES, packPages } from './vocabulary-pages.ts';

/** What is there of an earlier version of a chunk: its content's hash and how many pages of vocabulary it has. */
type Earlier = { hash: string; pages: number };

/** The same chunk is replaced by several writers at most this often before one gives up. */
const REPLACE_ROUNDS = 5;

/** Finished chunks in the videos table, one partition a video. */
export class DynamoChunkStore implements ChunkStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  /**
   * The first try expects that the chunk is new, which it nearly always is: one call. Where it is not, DynamoDB answers
   * with the record that is there, and the next try replaces exactly that one: pages that the new version does not
   * need are deleted in the same transaction, which holds at most MAX_PAGES + 3 items either way.
   */
  async save(
    ref: TaskRef,
    chunk: SavedChunk,
    vocabulary: VocabularyRow[],
    now: number,
  ): Promise<'saved' | 'already saved'> {
    const pages = packPages(vocabulary);
    if (pages.length > MAX_PAGES) {
      // Trying again cannot help. Speech never has so many words, so it is the subtitles that must change.
      throw new PermanentFailure(
        'BAD_SUBTITLES',
        `Chunk ${chunk.index} has ${vocabulary.length} different words, too many to be saved (${pages.length} pages, and at most ${MAX_PAGES} fit one transaction): check that the subtitles are those of this video, or use shorter chunks.`,
      );
    }
    let earlier: Earlier | undefined;
    for (let round = 0; round < REPLACE_ROUNDS; round++) {
      const refused = await transact(this.#client, [
        ...this.#counters(ref, chunk.index, now),
        this.#record(ref, chunk, pages.length, earlier),
        ...this.#pages(ref, chunk.index, pages, earlier?.pages ?? 0),
      ]);
      if (!refused) return 'saved';
      const [task, video, record] = refused;
      if (task || video) throw new VideoGone(`Task ${ref.taskId} has ended, or video ${ref.videoId} is gone`);
      earlier = record?.old && earlierOf(record.old);
      if (earlier?.hash === chunk.hash) {
        await this.#countAgain(ref, chunk.index, now);
        return 'already saved';
      }
    }
    throw new Error(`Chunk ${chunk.index} of video ${ref.videoId} is being saved by several writers: try again`);
  }

  async get(ref: VideoRef, index: number): Promise<SavedChunk | undefined> {
    const item = await getItem(this.#client, this.#table, keys.chunk(ref, index));
    return item && chunkItemSchema.parse(item);
  }

  async list(ref: VideoRef, page: PageRequest): Promise<Page<SavedChunk>> {
    const { items, ...rest } = await queryPage(this.#client, this.#chunks(ref), page);
    return { items: items.map((item) => chunkItemSchema.parse(item)), ...rest };
  }

  async listAll(ref: VideoRef): Promise<SavedChunk[]> {
    const items = await Array.fromAsync(queryAll(this.#client, this.#chunks(ref)));
    return items.map((item) => chunkItemSchema.parse(item));
  }

  async vocabulary(ref: VideoRef, index: number): Promise<VocabularyRow[]> {
    const range = { table: this.#table, pk: partitions.chunks(ref), prefix: wordsPrefix(index) };
    const pages = await Array.fromAsync(queryAll(this.#client, range));
    return pages.flatMap(rowsOf);
  }

  /** Each chunk goes whole, in a transaction of its own with its place in the video's counter. */
  async prune(ref: VideoRef, plan: ReadonlyMap<number, string>): Promise<void> {
    for await (const item of queryAll(this.#client, this.#chunks(ref))) {
      const { index: found, hash, pages } = storedChunkSchema.parse(item);
      if (plan.get(found) === hash) continue;
      const uncount = { take: { chunksDone: new Set([found]) }, condition: EXISTS };
      const refused = await transact(this.#client, [
        { Update: updateOf(this.#table, keys.video(ref), uncount) },
        { Delete: { TableName: this.#table, Key: keys.chunk(ref, found) } },
        ...this.#pages(ref, found, [], pages),
      ]);
      // The video is gone: who deletes it deletes its chunks.
      if (refused) return;
    }
  }

  /** Counts the chunk for task and video, and makes sure that the one is active and the other there. */
  #counters(ref: TaskRef, index: number, now: number): TransactItems {
    const count = { add: { chunksDone: new Set([index]) }, set: { updatedAt: now } };
    const task = { ...count, condition: IS_ACTIVE, values: ACTIVE_VALUES };
    return [
      { Update: updateOf(this.#table, keys.task(ref), task) },
      { Update: updateOf(this.#table, keys.video(ref), { ...count, condition: EXISTS }) },
    ];
  }

  #record(
    ref: TaskRef,
    chunk: SavedChunk,
    pages: number,
    earlier: Earlier | undefined,
  ): NonNullable<TransactItems[number]> {
    return {
      Put: {
        TableName: this.#table,
        Item: { ...keys.chunk(ref, chunk.index), ...chunk, pages },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...(earlier
          ? {
              ConditionExpression: '#hash = :hash AND #pages = :pages',
              ExpressionAttributeNames: { '#hash': 'hash', '#pages': 'pages' },
              ExpressionAttributeValues: { ':hash': earlier.hash, ':pages': earlier.pages },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    };
  }

  /** Puts these pages and deletes those that an earlier version had beyond them. */
  #pages(ref: VideoRef, index: number, pages: VocabularyRow[][], earlierPages: number): TransactItems {
    return Array.from({ length: Math.max(pages.length, earlierPages) }, (_, number) => {
      const TableName = this.#table;
      const Key = keys.words(ref, index, number);
      const rows = pages[number];
      return rows ? { Put: { TableName, Item: { ...Key, ...wordsAttributes(rows) } } } : { Delete: { TableName, Key } };
    });
  }

  /** A chunk that an earlier attempt saved counts for this one too. */
  async #countAgain(ref: TaskRef, index: number, now: number): Promise<void> {
    await updateIf(
      this.#client,
      updateOf(this.#table, keys.task(ref), {
        add: { chunksDone: new Set([index]) },
        set: { updatedAt: now },
        condition: `${IS_ACTIVE} AND NOT contains(#chunksDone, :index)`,
        values: { ...ACTIVE_VALUES, index },
      }),
    );
  }

  #chunks(ref: VideoRef) {
    return { table: this.#table, pk: partitions.chunks(ref), prefix: prefixes.chunk };
  }
}

const storedChunkSchema = chunkItemSchema.extend({ pages: z.int() });

/** A refused transaction answers the old item in DynamoDB's own notation. */
const earlierSchema = z.object({ hash: z.object({ S: z.string() }), pages: z.object({ N: z.coerce.number() }) });

function earlierOf(item: Record<string, AttributeValue>): Earlier {
  const { hash, pages } = earlierSchema.parse(item);
  return { hash: hash.S, pages: pages.N };
}
