import * as z from 'zod';
import { failureSchema } from './failures.ts';

export const TASK_STATES = ['pending', 'processing', 'completed', 'failed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Steps of a task in the order in which it passes them; a task never goes back to an earlier one. */
export const TASK_STEPS = ['queued', 'planning', 'transcribing', 'assembling', 'lessons', 'finishing', 'done'] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

/** What every background task tells. */
const statusShape = {
  task_id: z.uuid(),
  state: z.enum(TASK_STATES),
  percent: z.int().min(0).max(100).meta({ description: 'Never goes back.' }),
  message: z.string().meta({ description: 'For people.' }),
  error: failureSchema.nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
};

export const processingStatusSchema = z
  .object({
    ...statusShape,
    kind: z.literal('processing'),
    video_id: z.uuid(),
    step: z.enum(TASK_STEPS),
    parts_done: z.int().meta({ description: 'Parts of the sound already transcribed.' }),
    parts_total: z.int(),
    chunks_done: z.int().meta({ description: 'Chunks of the lesson already finished.' }),
    chunks_total: z.int(),
  })
  .meta({ id: 'ProcessingStatus', description: 'Progress of processing one video.' });

export const translationStatusSchema = z
  .object({
    ...statusShape,
    kind: z.literal('translation'),
    texts_done: z.int(),
    texts_total: z.int(),
    result_url: z.string().nullable().meta({ description: 'Where the translations are, once completed.' }),
  })
  .meta({ id: 'TranslationStatus', description: 'Progress of a batch translation.' });

export const taskStatusSchema = z
  .discriminatedUnion('kind', [processingStatusSchema, translationStatusSchema])
  .meta({ id: 'TaskStatus' });

export type ProcessingStatus = z.infer<typeof processingStatusSchema>;
export type TranslationStatus = z.infer<typeof translationStatusSchema>;

export type TaskStatus = z.infer<typeof taskStatusSchema>;

export const acceptedTaskSchema = z
  .object({
    task_id: z.uuid(),
    status_url: z
      .string()
      .meta({ description: 'Poll this every 2 s with If-None-Match: an unchanged status answers 304.' }),
  })
  .meta({ id: 'AcceptedTask' });
