import * as z from 'zod';
import { cacheScopes } from '../../contracts/cache.ts';
import type { SavedChunk, VocabularyRow } from '../../core/chunks/saved-chunk.ts';
import type { Cache, CachedRead } from '../../core/ports/cache.ts';
import type { ChunkStore } from '../../core/ports/chunk-store.ts';
import type { Page, PageRequest } from '../../core/ports/video-store.ts';
import type { VideoRef } from '../../core/videos/video.ts';
import { chunkItemSchema } from '../dynamodb/items.ts';
import { invalidateAfter, scopesOfChunks } from './invalidate-after.ts';
import { cachedPage, pageArguments } from './page.ts';

const CHUNK: CachedRead<SavedChunk | undefined> = { family: 'lesson', schema: chunkItemSchema.optional() };
const CHUNKS: CachedRead<SavedChunk[]> = { family: 'lesson', schema: z.array(chunkItemSchema) };
const CHUNK_PAGE: CachedRead<Page<SavedChunk>> = { family: 'lesson', schema: cachedPage(chunkItemSchema) };

/** Chunks read through the cache. Their vocabulary is not: no route reads it. */
export class CachedChunkStore implements ChunkStore {
  readonly #source: ChunkStore;
  readonly #cache: Cache;

  constructor(source: ChunkStore, cache: Cache) {
    this.#source = source;
    this.#cache = cache;
  }

  get(ref: VideoRef, index: number): Promise<SavedChunk | undefined> {
    return this.#cache.readThrough(CHUNK, ofVideo(ref, 'chunk', index), () => this.#source.get(ref, index));
  }

  list(ref: VideoRef, page: PageRequest): Promise<Page<SavedChunk>> {
    const key = ofVideo(ref, 'page', ...pageArguments(page));
    return this.#cache.readThrough(CHUNK_PAGE, key, () => this.#source.list(ref, page));
  }

  listAll(ref: VideoRef): Promise<SavedChunk[]> {
    return this.#cache.readThrough(CHUNKS, ofVideo(ref, 'all'), () => this.#source.listAll(ref));
  }

  vocabulary(ref: VideoRef, index: number): Promise<VocabularyRow[]> {
    return this.#source.vocabulary(ref, index);
  }

  save(...[ref, chunk, vocabulary, now]: Parameters<ChunkStore['save']>): ReturnType<ChunkStore['save']> {
    return invalidateAfter(this.#cache, scopesOfChunks(ref), () => this.#source.save(ref, chunk, vocabulary, now));
  }

  prune(ref: VideoRef, plan: ReadonlyMap<number, string>): Promise<void> {
    return invalidateAfter(this.#cache, scopesOfChunks(ref), () => this.#source.prune(ref, plan));
  }
}

/** Chunks and lessons share their family, so what is read is among the arguments. */
const ofVideo = ({ ownerId, videoId }: VideoRef, what: string, ...args: (string | number | boolean | null)[]) => ({
  args: [ownerId, videoId, what, ...args],
  scopes: [cacheScopes.lessons(videoId)],
});
