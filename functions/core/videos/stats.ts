import { MAX_PAGE_SIZE } from '../../contracts/limits.ts';
import type { Stats, VideoState } from '../../contracts/video.ts';
import type { VideoStore } from '../ports/video-store.ts';
import type { Video } from './video.ts';

/** The figures of an owner, made of all their videos: an expensive read, so ask through the cache. */
export async function libraryStats(videos: Pick<VideoStore, 'list'>, ownerId: string): Promise<Stats> {
  const all: Video[] = [];
  let cursor: string | undefined;
  do {
    const page = await videos.list(ownerId, { limit: MAX_PAGE_SIZE, cursor });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return statsOf(all);
}

/** Figures of these videos; of one that is still being processed, what is known by now. */
export function statsOf(videos: readonly Video[]): Stats {
  const inState = (state: VideoState) => videos.filter((video) => video.state === state).length;
  const byLanguage = Map.groupBy(videos, ({ sourceLanguage }) => sourceLanguage);
  return {
    videos: {
      total: videos.length,
      uploading: inState('uploading'),
      processing: inState('processing'),
      ready: inState('ready'),
      failed: inState('failed'),
    },
    seconds: secondsOf(videos),
    chunks_done: videos.reduce((sum, { chunksDone }) => sum + chunksDone.length, 0),
    series: new Set(videos.flatMap(({ series }) => series?.id ?? [])).size,
    languages: [...byLanguage]
      .map(([source_language, own]) => ({ source_language, videos: own.length, seconds: secondsOf(own) }))
      .toSorted((a, b) => b.videos - a.videos || (a.source_language < b.source_language ? -1 : 1)),
  };
}

const secondsOf = (videos: readonly Video[]) => videos.reduce((sum, { duration = 0 }) => sum + duration, 0);
