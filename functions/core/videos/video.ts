import type { Failure } from '../../contracts/failures.ts';
import type { SourceLanguage, TargetLanguage } from '../../contracts/languages.ts';
import type { TranscriptOrigin } from '../../contracts/lesson.ts';
import type { VideoState } from '../../contracts/video.ts';

/** A video of a learner. Times are milliseconds since the epoch. */
export type Video = {
  id: string;
  ownerId: string;
  title: string;
  state: VideoState;
  sourceLanguage: SourceLanguage;
  targetLanguage: TargetLanguage;
  chunkMinutes: number;
  /** Bytes; as announced until uploaded, then as found. */
  size: number;
  /** Multipart upload under way. */
  uploadId?: string;
  /** ETag of the source that was last asked to be processed, without quotes. */
  etag?: string;
  /** How often processing was started; 0 before the first time. */
  attempt: number;
  /** The latest task. */
  taskId?: string;
  /** Subtitles were supplied by the learner. */
  hasSubtitles: boolean;
  /** The series that it belongs to; the id is a digest of the title (`core/videos/series.ts`). */
  series?: { id: string; title: string };
  /** Number in the series. */
  episode?: number;
  transcriptOrigin?: TranscriptOrigin;
  /** Seconds. */
  duration?: number;
  chunksTotal?: number;
  /** Indices of finished chunks. */
  chunksDone: number[];
  error?: Failure;
  createdAt: number;
  updatedAt: number;
};

/** Names a video for its owner: another owner's id finds nothing. */
export type VideoRef = { ownerId: string; videoId: string };
