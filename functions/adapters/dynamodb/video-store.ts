import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Failure } from '../../contracts/failures.ts';
import { type Page, type PageRequest, VideoGone, type VideoStore } from '../../core/ports/video-store.ts';
import type { Video, VideoRef } from '../../core/videos/video.ts';
import { batchDelete } from './batch.ts';
import { dynamoClient } from './client.ts';
import { EXISTS } from './conditions.ts';
import { toIndexSet, videoItem, videoItemSchema } from './items.ts';
import { type Key, keys, partitions, prefixes } from './keys.ts';
import { getItem, queryAll, queryPage } from './query.ts';
import { retryConflicts, updateIf } from './transact.ts';
import { type Change, updateOf } from './update.ts';

/** Videos in the videos table, one partition an owner. */
export class DynamoVideoStore implements VideoStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  /** Without a condition: the id is new, and a put that is sent again after a lost answer must not fail. */
  async create(video: Video): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: videoItem(video) }));
  }

  async get(ref: VideoRef): Promise<Video | undefined> {
    const item = await getItem(this.#client, this.#table, keys.video(ref));
    return item && videoItemSchema.parse(item);
  }

  async list(ownerId: string, page: PageRequest): Promise<Page<Video>> {
    const range = {
      table: this.#table,
      pk: partitions.owner(ownerId),
      prefix: prefixes.video,
      newestFirst: true,
    };
    const { items, ...rest } = await queryPage(this.#client, range, page);
    return { items: items.map((item) => videoItemSchema.parse(item)), ...rest };
  }

  async update(ref: VideoRef, changes: Parameters<VideoStore['update']>[1], now: number): Promise<void> {
    const { chunksDone, ...fields } = changes;
    const done = chunksDone && toIndexSet(chunksDone);
    await this.#change(ref, {
      set: { ...fields, chunksDone: done, updatedAt: now },
      remove: chunksDone && !done ? ['chunksDone'] : [],
      condition: EXISTS,
    });
  }

  async clearUpload(ref: VideoRef, now: number): Promise<void> {
    const change = { remove: ['uploadId'], set: { updatedAt: now }, condition: EXISTS };
    await updateIf(this.#client, updateOf(this.#table, keys.video(ref), change));
  }

  async fail(ref: VideoRef, failure: Failure, now: number): Promise<void> {
    await this.#change(ref, { set: { state: 'failed', error: failure, updatedAt: now }, condition: EXISTS });
  }

  /**
   * The video goes last, so that a deletion that was cut short can be repeated. Chunks are saved only while the video
   * is there; those that were saved during the first sweep are found by the second, and after it none can come.
   */
  async delete(ref: VideoRef): Promise<void> {
    await this.#sweep(ref);
    await retryConflicts(() => this.#client.send(new DeleteCommand({ TableName: this.#table, Key: keys.video(ref) })));
    await this.#sweep(ref);
  }

  /** Deletes chunks, vocabulary and tasks of a video. */
  async #sweep(ref: VideoRef): Promise<void> {
    const table = this.#table;
    const onlyKeys = { ProjectionExpression: 'pk, sk' };
    const found: Key[] = [];
    for (const prefix of [prefixes.chunk, prefixes.words]) {
      const range = { table, pk: partitions.chunks(ref), prefix };
      for await (const item of queryAll(this.#client, range, onlyKeys)) found.push(keySchema.parse(item));
    }
    const tasks = { table, pk: partitions.owner(ref.ownerId), prefix: prefixes.task };
    const ofVideo = {
      ...onlyKeys,
      FilterExpression: 'videoId = :videoId',
      ExpressionAttributeValues: { ':videoId': ref.videoId },
    };
    for await (const item of queryAll(this.#client, tasks, ofVideo)) found.push(keySchema.parse(item));
    await batchDelete(this.#client, table, found);
  }

  async #change(ref: VideoRef, change: Change): Promise<void> {
    const changed = await updateIf(this.#client, updateOf(this.#table, keys.video(ref), change));
    if (!changed) throw new VideoGone(`Video ${ref.videoId} is not there`);
  }
}

const keySchema = z.object({ pk: z.string(), sk: z.string() });
