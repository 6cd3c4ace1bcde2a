/** Shapes of requests and answers of the API that belong to no single resource. */
import * as z from 'zod';
import { cacheFamilySchema, cacheFiguresSchema, cacheServerSchema } from './cache.ts';
import {
  DEFAULT_PAGE_SIZE,
  INLINE_SUBTITLES_MAX_BYTES,
  MAX_PAGE_SIZE,
  UPLOADED_SUBTITLES_MAX_BYTES,
} from './limits.ts';
import { uploadSchema, videoSchema } from './video.ts';

export const pageQuerySchema = z.strictObject({
  limit: z.coerce
    .number<string>('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(MAX_PAGE_SIZE, `must be at most ${MAX_PAGE_SIZE}`)
    .default(DEFAULT_PAGE_SIZE)
    .meta({ description: 'How many items at most.' }),
  cursor: z.string().max(2048).optional().meta({ description: 'next_cursor of the page before.' }),
});

export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      items: z.array(item),
      next_cursor: z.string().nullable().meta({ description: 'null on the last page.' }),
    })
    .meta({ id });

const uuid = (description: string) => z.uuid('must be a UUID').meta({ description });

export const videoPathSchema = z.strictObject({ video_id: uuid('Id of the video.') });
export const taskPathSchema = z.strictObject({ task_id: uuid('Id of the task.') });
export const chunkPathSchema = videoPathSchema.extend({
  chunk_index: z.coerce
    .number<string>('must be a number')
    .int('must be a whole number')
    .min(0, 'must not be negative')
    .meta({ description: 'Number of the chunk, from 0.' }),
});

export const seriesPathSchema = z.strictObject({
  series_id: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be the id of a series')
    .meta({ description: 'Id of the series.' }),
});

export const SUBTITLE_TRACKS = ['original', 'translation', 'both'] as const;
export type SubtitleTrack = (typeof SUBTITLE_TRACKS)[number];
export const subtitleQuerySchema = z.strictObject({
  track: z
    .enum(SUBTITLE_TRACKS, { error: `must be one of ${SUBTITLE_TRACKS.join(', ')}` })
    .default('original')
    .meta({ description: 'Which text: what is said, its translation, or both below each other.' }),
});

export const createdVideoSchema = z.object({ video: videoSchema, upload: uploadSchema }).meta({ id: 'CreatedVideo' });

/** Either the file itself, or a request for a presigned upload of `size` bytes. */
export const newSubtitlesSchema = z
  .union(
    [
      z.strictObject({
        content: z
          .string()
          .min(1, 'must not be empty')
          .refine(
            (text) => new TextEncoder().encode(text).length <= INLINE_SUBTITLES_MAX_BYTES,
            'must be at most 1 MB; ask for an upload by "size" instead',
          ),
      }),
      z.strictObject({ size: z.int().min(1).max(UPLOADED_SUBTITLES_MAX_BYTES, 'must be at most 10 MB') }),
    ],
    {
      error: 'must have either "content" (the SRT or WebVTT file as text) or "size" (bytes, to get a presigned upload)',
    },
  )
  .meta({ id: 'NewSubtitles', description: 'SRT or WebVTT: the text itself, or its size to get a presigned upload.' });

export const subtitlesAnswerSchema = z.object({ cue_count: z.int().nullable(), upload: uploadSchema.nullable() }).meta({
  id: 'SubtitlesAnswer',
  description: 'How many cues were read (inline), or where to send the file (by size).',
});

export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
export const DEPENDENCY_STATES = ['up', 'down'] as const;
export const readinessSchema = z
  .object({
    status: z
      .enum(['ready', 'degraded', 'unavailable'])
      .meta({ description: 'degraded: all works, but slower (the cache is down).' }),
    dependencies: z.record(z.string(), z.enum(DEPENDENCY_STATES)),
  })
  .meta({ id: 'Readiness' });

export const QUEUES = ['ingest', 'translation'] as const;
export const queuePathSchema = z.strictObject({
  queue: z.enum(QUEUES, { error: `must be one of ${QUEUES.join(', ')}` }).meta({ description: 'Name of the queue.' }),
});
export const redriveSchema = z
  .object({
    queue: z.enum(QUEUES),
    messages: z.int().meta({ description: 'Dead messages that are being moved back (approximately).' }),
  })
  .meta({ id: 'Redrive' });

/** For operators. Later parts stand beside the cache. */
export const metricsSchema = z
  .object({
    cache: cacheFiguresSchema
      .extend({ server: cacheServerSchema })
      .nullable()
      .meta({ description: 'null when the cache does not answer: it keeps its figures itself.' }),
  })
  .meta({ id: 'Metrics' });

export const cacheKeysQuerySchema = pageQuerySchema.extend({ family: cacheFamilySchema });
