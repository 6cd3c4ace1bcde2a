import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Failure } from '../../contracts/failures.ts';
import {
  type Page,
  type PageRequest,
  type Series,
  type VideoDescription,
  VideoGone,
  type VideoStore,
} from '../../core/ports/video-store.ts';
import { described } from '../../core/videos/series.ts';
import type { Video, VideoRef } from '../../core/videos/video.ts';
import { batchDelete, batchGet } from './batch.ts';
import { dynamoClient } from './client.ts';
import { EXISTS } from './conditions.ts';
import { episodeItemSchema, toIndexSet, videoItem, videoItemSchema } from './items.ts';
import { episodePrefix, type Key, keys, partitions, prefixes } from './keys.ts';
import { getItem, queryAll, queryPage } from './query.ts';
import { findSeries, forgetEmptySeries, listSeries, membershipChanges, membershipIsStill } from './series-items.ts';
import { type TransactItems, transact, updateIf } from './transact.ts';
import { type Change, deletionOf, updateOf } from './update.ts';

/** Description or deletion of a video is tried again this often when its membership in a series changed meanwhile. */
const MEMBERSHIP_ROUNDS = 5;

/** Videos in the videos table, one partition an owner. */
export class DynamoVideoStore implements VideoStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(table: string, client = dynamoClient()) {
    this.#client = client;
    this.#table = table;
  }

  /**
   * Alone it is put without a condition: the id is new, and a put that is sent again after a lost answer must not fail.
   * A transaction is recognised when it is sent again.
   */
  async create(video: Video): Promise<void> {
    const put = { TableName: this.#table, Item: videoItem(video) };
    if (!video.series) {
      await this.#client.send(new PutCommand(put));
      return;
    }
    const refused = await transact(this.#client, [
      { Put: { ...put, ConditionExpression: 'attribute_not_exists(pk)' } },
      ...membershipChanges(this.#table, undefined, video),
    ]);
    if (refused) throw new Error(`There is a video ${video.id} already: make a new id`);
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

  /** Written only while the membership is as it was read; else it is read again. A title that is left out is left alone. */
  async describe(ref: VideoRef, changes: VideoDescription, now: number): Promise<Video> {
    const wasThere = await this.#settle(ref, (video) => {
      const after = described(video, changes, now);
      const change = {
        set: { title: changes.title, series: after.series, episode: after.episode, updatedAt: now },
        remove: [...(after.series ? [] : ['series']), ...(after.episode === undefined ? ['episode'] : [])],
        ...membershipIsStill(video),
      };
      return { after, write: { Update: updateOf(this.#table, keys.video(ref), change) } };
    });
    const changed = wasThere && (await this.get(ref));
    if (!changed) throw new VideoGone(`Video ${ref.videoId} is not there`);
    return changed;
  }

  listSeries(ownerId: string, page: PageRequest): Promise<Page<Series>> {
    return listSeries(this.#client, this.#table, ownerId, page);
  }

  getSeries(ownerId: string, seriesId: string): Promise<Series | undefined> {
    return findSeries(this.#client, this.#table, ownerId, seriesId);
  }

  /** A video that left the series or was deleted between the two reads is left out, so a page may be short. */
  async listEpisodes(ownerId: string, seriesId: string, page: PageRequest): Promise<Page<Video>> {
    const range = { table: this.#table, pk: partitions.owner(ownerId), prefix: episodePrefix(seriesId) };
    const { items: memberships, ...rest } = await queryPage(this.#client, range, page);
    const ids = memberships.map((item) => episodeItemSchema.parse(item).videoId);
    const wanted = ids.map((videoId) => keys.video({ ownerId, videoId }));
    const found = await batchGet(this.#client, this.#table, wanted, { consistent: true });
    const videos = new Map(found.map((item) => videoItemSchema.parse(item)).map((video) => [video.id, video]));
    const episodes = ids.map((id) => videos.get(id)).filter((video) => video?.series?.id === seriesId);
    return { items: episodes.filter((video) => video !== undefined), ...rest };
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
    await this.#settle(ref, (video) => ({
      after: undefined,
      write: { Delete: deletionOf(this.#table, keys.video(ref), membershipIsStill(video)) },
    }));
    await this.#sweep(ref);
  }

  /**
   * Changes a video, which must still be in the series that it was read with, and the series with it.
   * @param change what becomes of the video, and the write that does it
   * @returns false when the video is not there; then nothing was written
   */
  async #settle(
    ref: VideoRef,
    change: (video: Video) => { after: Video | undefined; write: TransactItems[number] },
  ): Promise<boolean> {
    for (let round = 0; round < MEMBERSHIP_ROUNDS; round++) {
      const video = await this.get(ref);
      if (!video) return false;
      const { after, write } = change(video);
      const refused = await transact(this.#client, [write, ...membershipChanges(this.#table, video, after)]);
      if (refused) continue;
      if (video.series && video.series.id !== after?.series?.id) {
        await forgetEmptySeries(this.#client, this.#table, ref.ownerId, video.series.id);
      }
      return true;
    }
    throw new Error(`The series of video ${ref.videoId} is being changed by several writers: try again`);
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
