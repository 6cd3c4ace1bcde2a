import type { ChunkSummary } from '../../../contracts/lesson.ts';
import type { SeriesView, VideoView } from '../../../contracts/video.ts';
import type { SavedChunk } from '../../../core/chunks/saved-chunk.ts';
import type { Page, Series } from '../../../core/ports/video-store.ts';
import type { Video } from '../../../core/videos/video.ts';

/** A video as the API shows it. */
export const videoView = (video: Video): VideoView => ({
  id: video.id,
  title: video.title,
  state: video.state,
  source_language: video.sourceLanguage,
  target_language: video.targetLanguage,
  chunk_minutes: video.chunkMinutes,
  size: video.size,
  duration: video.duration ?? null,
  transcript_origin: video.transcriptOrigin ?? null,
  series: video.series ?? null,
  episode: video.episode ?? null,
  has_subtitles: video.hasSubtitles,
  chunks_done: video.chunksDone.length,
  chunks_total: video.chunksTotal ?? null,
  task_id: video.taskId ?? null,
  error: video.error ?? null,
  created_at: new Date(video.createdAt).toISOString(),
  updated_at: new Date(video.updatedAt).toISOString(),
});

export const seriesView = (series: Series): SeriesView => ({
  id: series.id,
  title: series.title,
  episode_count: series.episodeCount,
  updated_at: new Date(series.updatedAt).toISOString(),
});

export const chunkView = (chunk: SavedChunk): ChunkSummary => ({
  index: chunk.index,
  start: chunk.start,
  end: chunk.end,
  segment_count: chunk.segmentCount,
  word_count: chunk.wordCount,
  vocabulary_count: chunk.vocabularyCount,
});

export const pageView = <T, V>(page: Page<T>, view: (item: T) => V) => ({
  items: page.items.map(view),
  next_cursor: page.cursor ?? null,
});
