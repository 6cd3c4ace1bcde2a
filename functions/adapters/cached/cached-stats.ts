import { cacheScopes } from '../../contracts/cache.ts';
import { type Stats, statsSchema } from '../../contracts/video.ts';
import type { Cache, CachedRead } from '../../core/ports/cache.ts';
import type { VideoStore } from '../../core/ports/video-store.ts';
import { libraryStats } from '../../core/videos/stats.ts';

const STATS: CachedRead<Stats> = {
  family: 'stats',
  schema: statsSchema,
  // As with the videos that they are made of (cached-video-store.ts).
  keep: ({ videos }) => (videos.processing === 0 ? 'for its lifetime' : 'not'),
};

/**
 * The figures of an owner, through the cache.
 * @param videos the source: pages that only these figures need are not worth room in the cache
 */
export const cachedStats =
  (videos: Pick<VideoStore, 'list'>, cache: Cache) =>
  (ownerId: string): Promise<Stats> => {
    const key = { args: [ownerId], scopes: [cacheScopes.library(ownerId)] };
    return cache.readThrough(STATS, key, () => libraryStats(videos, ownerId));
  };
