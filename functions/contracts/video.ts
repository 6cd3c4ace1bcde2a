import * as z from 'zod';
import { failureSchema } from './failures.ts';
import { sourceLanguageSchema, targetLanguageSchema } from './languages.ts';
import { TRANSCRIPT_ORIGINS } from './lesson.ts';
import { CEILING_MAX_UPLOAD_BYTES, DEFAULT_CHUNK_MINUTES, MAX_CHUNK_MINUTES, MIN_CHUNK_MINUTES } from './limits.ts';

/** `uploading` → `processing` → `ready` or `failed`; a failed video may be processed again. */
export const VIDEO_STATES = ['uploading', 'processing', 'ready', 'failed'] as const;
export type VideoState = (typeof VIDEO_STATES)[number];

export const newVideoSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(200, 'must be at most 200 characters')
      .meta({ example: 'Ein Tag in Hamburg' }),
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
  })
  .refine((v) => v.source_language !== v.target_language.slice(0, 2), {
    path: ['target_language'],
    error: 'must differ from source_language',
  })
  .meta({ id: 'NewVideo' });

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
