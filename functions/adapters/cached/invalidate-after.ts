import { type CacheScope, cacheScopes } from '../../contracts/cache.ts';
import type { Cache } from '../../core/ports/cache.ts';
import type { VideoRef } from '../../core/videos/video.ts';

/**
 * Writes, and then makes invalid what depends on it. Also when the write failed: its answer may have been lost after
 * it was done.
 */
export async function invalidateAfter<T>(
  cache: Cache,
  scopes: readonly CacheScope[],
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } finally {
    await cache.invalidate(scopes);
  }
}

/** What depends on the record of a video: itself, and the lists and figures of its owner. */
export const scopesOfVideo = ({ ownerId, videoId }: VideoRef) => [
  cacheScopes.video(videoId),
  cacheScopes.library(ownerId),
];

/** What depends on the chunks of a video: they and their lessons, and the record, which counts them. */
export const scopesOfChunks = (ref: VideoRef) => [...scopesOfVideo(ref), cacheScopes.lessons(ref.videoId)];
