import * as z from 'zod';
import { cacheScopes } from '../../contracts/cache.ts';
import type { CachedRead } from '../../core/ports/cache.ts';
import type { Page, PageRequest, Series } from '../../core/ports/video-store.ts';
import type { Video, VideoRef } from '../../core/videos/video.ts';
import { seriesItemSchema, videoItemSchema } from '../dynamodb/items.ts';
import { InvalidatingVideoStore } from './invalidating-video-store.ts';
import { cachedPage, pageArguments } from './page.ts';

const videoSchema: z.ZodType<Video> = videoItemSchema.extend({ chunksDone: z.array(z.int()) });

/**
 * The pipeline changes a video, and the cache hears of that a moment later: whoever is told by the task that it has
 * finished must not find the video unfinished.
 */
const isSettled = ({ state }: Video) => state !== 'processing';

const VIDEO: CachedRead<Video | undefined> = {
  family: 'video',
  schema: videoSchema.optional(),
  keep: (video) => (!video || isSettled(video) ? 'for its lifetime' : 'not'),
};
const VIDEO_PAGE: CachedRead<Page<Video>> = {
  family: 'video-list',
  schema: cachedPage(videoSchema),
  keep: ({ items }) => (items.every(isSettled) ? 'for its lifetime' : 'not'),
};
const SERIES_PAGE: CachedRead<Page<Series>> = { family: 'video-list', schema: cachedPage(seriesItemSchema) };
const SERIES: CachedRead<Series | undefined> = { family: 'video-list', schema: seriesItemSchema.optional() };

/** Videos read through the cache, for whoever shows them. Who decides by what it reads asks the source. */
export class CachedVideoStore extends InvalidatingVideoStore {
  override get(ref: VideoRef): Promise<Video | undefined> {
    const key = { args: [ref.ownerId, ref.videoId], scopes: [cacheScopes.video(ref.videoId)] };
    return this.cache.readThrough(VIDEO, key, () => this.source.get(ref));
  }

  override list(ownerId: string, page: PageRequest): Promise<Page<Video>> {
    const key = inLibrary(ownerId, 'videos', ...pageArguments(page));
    return this.cache.readThrough(VIDEO_PAGE, key, () => this.source.list(ownerId, page));
  }

  override listSeries(ownerId: string, page: PageRequest): Promise<Page<Series>> {
    const key = inLibrary(ownerId, 'all series', ...pageArguments(page));
    return this.cache.readThrough(SERIES_PAGE, key, () => this.source.listSeries(ownerId, page));
  }

  override getSeries(ownerId: string, seriesId: string): Promise<Series | undefined> {
    const key = inLibrary(ownerId, 'series', seriesId);
    return this.cache.readThrough(SERIES, key, () => this.source.getSeries(ownerId, seriesId));
  }

  override listEpisodes(ownerId: string, seriesId: string, page: PageRequest): Promise<Page<Video>> {
    const key = inLibrary(ownerId, 'episodes', seriesId, ...pageArguments(page));
    return this.cache.readThrough(VIDEO_PAGE, key, () => this.source.listEpisodes(ownerId, seriesId, page));
  }
}

/** Lists of an owner share their family, so what is listed is among the arguments. */
const inLibrary = (ownerId: string, what: string, ...args: (string | number | boolean | null)[]) => ({
  args: [ownerId, what, ...args],
  scopes: [cacheScopes.library(ownerId)],
});
