import * as z from 'zod';
import { failureSchema } from './failures.ts';
import { sourceLanguageSchema, targetLanguageSchema } from './languages.ts';
import { TRANSCRIPT_ORIGINS } from './lesson.ts';
import {
  CEILING_MAX_UPLOAD_BYTES,
  DEFAULT_CHUNK_MINUTES,
  MAX_CHUNK_MINUTES,
  MAX_EPISODE,
  MIN_CHUNK_MINUTES,
} from './limits.ts';

/** `uploading` → `processing` → `ready` or `failed`; a failed video may be processed again. */
export const VIDEO_STATES = ['uploading', 'processing', 'ready', 'failed'] as const;
export type VideoState = (typeof VIDEO_STATES)[number];

const titleSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must be at most 200 characters')
  .meta({ example: 'Ein Tag in Hamburg' });

/** Titles that differ only in case or white space are one series. */
const seriesTitleSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must be at most 200 characters')
  .meta({ description: 'Title of the series that the video belongs to.', example: 'Hamburg entdecken' });

const episodeSchema = z
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(MAX_EPISODE, `must be at most ${MAX_EPISODE}`)
  .meta({ description: 'Number of the episode in its series.', example: 3 });

export const newVideoSchema = z
  .strictObject({
    title: titleSchema,
    source_language: sourceLanguageSchema,
    target_language: targetLanguageSchema,
    size: z
      .int('must be a whole number of bytes')
      .min(0, 'must not be negative')
      .max(CEILING_MAX_UPLOAD_BYTES, 'is more than 5 GB, the largest file that can ever be allowed')
      .meta({ description: 'Size of the file, bytes. Over 100 MB the upload goes in parts.', example: 887_006 }),
    chunk_minutes: z
      .int('must be a whole number of minutes')
      .min(MIN_CHUNK_MINUTES, `must be at least ${MIN_CHUNK_MINUTES}`)
      .max(MAX_CHUNK_MINUTES, `must be at most ${MAX_CHUNK_MINUTES}`)
      .default(DEFAULT_CHUNK_MINUTES)
      .meta({ description: 'Wanted length of a chunk, minutes; each is cut at the nearest pause.' }),
    series: seriesTitleSchema.optional(),
    episode: episodeSchema.optional(),
  })
  .refine((v) => v.episode === undefined || v.series !== undefined, {
    path: ['series'],
    error: 'is required with an episode',
  })
  .refine((v) => v.source_language !== v.target_language.slice(0, 2), {
    path: ['target_language'],
    error: 'must differ from source_language',
  })
  .meta({ id: 'NewVideo' });

/** Fields that are left out stay as they are. Leaving a series also drops the episode. */
export const videoChangesSchema = z
  .strictObject({
    title: titleSchema.optional(),
    series: seriesTitleSchema.nullable().optional().meta({ description: 'Title of a series; null leaves it.' }),
    episode: episodeSchema.nullable().optional().meta({ description: 'Number in the series; null for none.' }),
  })
  .refine((v) => Object.keys(v).length > 0, { error: 'must change at least one of title, series and episode' })
  .refine((v) => !(v.series === null && typeof v.episode === 'number'), {
    path: ['episode'],
    error: 'must be left out when the series is left',
  })
  .meta({ id: 'VideoChanges' });

export const videoSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(VIDEO_STATES),
    source_language: sourceLanguageSchema,
    target_language: targetLanguageSchema,
    chunk_minutes: z.int(),
    size: z.int().meta({ description: 'Bytes.' }),
    duration: z.number().nullable().meta({ description: 'Seconds; null until known.' }),
    transcript_origin: z.enum(TRANSCRIPT_ORIGINS).nullable(),
    series: z.object({ id: z.string(), title: z.string() }).nullable(),
    episode: z.int().nullable(),
    has_subtitles: z.boolean().meta({ description: 'Whether subtitles were supplied.' }),
    chunks_done: z.int(),
    chunks_total: z.int().nullable(),
    task_id: z.uuid().nullable().meta({ description: 'The latest processing task.' }),
    error: failureSchema.nullable().meta({ description: 'Why the latest processing failed.' }),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Video' });

export type NewVideo = z.infer<typeof newVideoSchema>;
export type VideoChanges = z.infer<typeof videoChangesSchema>;
export type VideoView = z.infer<typeof videoSchema>;

export const presignedPostSchema = z
  .object({
    type: z.literal('post'),
    url: z.url(),
    fields: z.record(z.string(), z.string()).meta({ description: 'Form fields to send before the field "file".' }),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'PresignedPost', description: 'Send the file as multipart/form-data.' });

export const multipartUploadSchema = z
  .object({
    type: z.literal('multipart'),
    upload_id: z.string(),
    part_size: z.int().meta({ description: 'Bytes of each part but the last.' }),
    parts: z.array(z.object({ part_number: z.int(), url: z.url() })),
    expires_at: z.iso.datetime(),
  })
  .meta({
    id: 'MultipartUpload',
    description: 'PUT each part to its URL, keep the ETag header of each answer, then complete the upload.',
  });

export const uploadSchema = z
  .discriminatedUnion('type', [presignedPostSchema, multipartUploadSchema])
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof uploadSchema>;

export const completeUploadSchema = z
  .strictObject({
    upload_id: z.string().min(1).max(1024),
    parts: z
      .array(z.strictObject({ part_number: z.int().min(1).max(10_000), etag: z.string().min(1).max(200) }))
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'CompleteUpload' });

export const seriesSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    episode_count: z.int().min(1),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Series', description: 'Videos that belong together. A series is there as long as it has an episode.' });
export type SeriesView = z.infer<typeof seriesSchema>;

/** Figures of a learner. */
export const statsSchema = z
  .object({
    videos: z.object({
      total: z.int(),
      uploading: z.int(),
      processing: z.int(),
      ready: z.int(),
      failed: z.int(),
    }),
    seconds: z.number().meta({ description: 'Length of all videos whose length is known, seconds.' }),
    chunks_done: z.int().meta({ description: 'Finished chunks of all videos.' }),
    series: z.int().meta({ description: 'Different series.' }),
    languages: z
      .array(z.object({ source_language: sourceLanguageSchema, videos: z.int(), seconds: z.number() }))
      .meta({ description: 'Most videos first.' }),
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof statsSchema>;
