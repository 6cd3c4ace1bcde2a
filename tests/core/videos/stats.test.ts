import { describe, expect, it } from 'vitest';
import type { VideoStore } from '../../../functions/core/ports/video-store.ts';
import { libraryStats, statsOf } from '../../../functions/core/videos/stats.ts';
import { aSeries, aVideo } from '../../support/builders.ts';

describe('The figures of a learner', () => {
  it('are zero without videos', () => {
    expect(statsOf([])).toEqual({
      videos: { total: 0, uploading: 0, processing: 0, ready: 0, failed: 0 },
      seconds: 0,
      chunks_done: 0,
      series: 0,
      languages: [],
    });
  });

  it('count videos by state and language, their length, finished chunks and different series', () => {
    const videos = [
      aVideo({ state: 'ready', duration: 60, chunksDone: [0, 1], series: aSeries('A'), sourceLanguage: 'es' }),
      aVideo({ state: 'ready', duration: 30.5, chunksDone: [0], series: aSeries('a'), sourceLanguage: 'de' }),
      aVideo({ state: 'failed', duration: 9, series: aSeries('B'), sourceLanguage: 'de' }),
      aVideo({ state: 'processing', sourceLanguage: 'fr' }),
    ];
    expect(statsOf(videos)).toEqual({
      videos: { total: 4, uploading: 0, processing: 1, ready: 2, failed: 1 },
      seconds: 99.5,
      chunks_done: 3,
      series: 2,
      languages: [
        { source_language: 'de', videos: 2, seconds: 39.5 },
        { source_language: 'es', videos: 1, seconds: 60 },
        { source_language: 'fr', videos: 1, seconds: 0 },
      ],
    });
  });

  it('are made of all pages of the list', async () => {
    const videos = Array.from({ length: 5 }, () => aVideo({ state: 'ready', duration: 1 }));
    const list: VideoStore['list'] = async (_owner, { cursor = '0' }) => {
      const [from, to] = [Number(cursor), Number(cursor) + 2];
      return { items: videos.slice(from, to), ...(to < videos.length && { cursor: `${to}` }) };
    };
    expect(await libraryStats({ list }, 'owner')).toMatchObject({ videos: { total: 5, ready: 5 }, seconds: 5 });
  });
});
