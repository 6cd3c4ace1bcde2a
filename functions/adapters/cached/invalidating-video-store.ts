import type { Cache } from '../../core/ports/cache.ts';
import type { Page, PageRequest, Series, VideoDescription, VideoStore } from '../../core/ports/video-store.ts';
import type { Video, VideoRef } from '../../core/videos/video.ts';
import { invalidateAfter, scopesOfChunks, scopesOfVideo } from './invalidate-after.ts';

/** Videos as they are, for use cases that decide by what they read; what they write makes cached values invalid. */
export class InvalidatingVideoStore implements VideoStore {
  protected readonly source: VideoStore;
  protected readonly cache: Cache;

  constructor(source: VideoStore, cache: Cache) {
    this.source = source;
    this.cache = cache;
  }

  get(ref: VideoRef): Promise<Video | undefined> {
    return this.source.get(ref);
  }

  list(ownerId: string, page: PageRequest): Promise<Page<Video>> {
    return this.source.list(ownerId, page);
  }

  listSeries(ownerId: string, page: PageRequest): Promise<Page<Series>> {
    return this.source.listSeries(ownerId, page);
  }

  getSeries(ownerId: string, seriesId: string): Promise<Series | undefined> {
    return this.source.getSeries(ownerId, seriesId);
  }

  listEpisodes(ownerId: string, seriesId: string, page: PageRequest): Promise<Page<Video>> {
    return this.source.listEpisodes(ownerId, seriesId, page);
  }

  create(video: Video): Promise<void> {
    const ref = { ownerId: video.ownerId, videoId: video.id };
    return this.#change(ref, () => this.source.create(video));
  }

  describe(ref: VideoRef, changes: VideoDescription, now: number): Promise<Video> {
    return this.#change(ref, () => this.source.describe(ref, changes, now));
  }

  update(...[ref, changes, now]: Parameters<VideoStore['update']>): Promise<void> {
    return this.#change(ref, () => this.source.update(ref, changes, now));
  }

  clearUpload(ref: VideoRef, now: number): Promise<void> {
    return this.#change(ref, () => this.source.clearUpload(ref, now));
  }

  fail(...[ref, failure, now]: Parameters<VideoStore['fail']>): Promise<void> {
    return this.#change(ref, () => this.source.fail(ref, failure, now));
  }

  delete(ref: VideoRef): Promise<void> {
    return invalidateAfter(this.cache, scopesOfChunks(ref), () => this.source.delete(ref));
  }

  #change<T>(ref: VideoRef, write: () => Promise<T>): Promise<T> {
    return invalidateAfter(this.cache, scopesOfVideo(ref), write);
  }
}
