import * as z from 'zod';
import { failureSchema } from './failures.ts';

export const TASK_STATES = ['pending', 'processing', 'completed', 'failed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Steps of a task in the order in which it passes them; a task never goes back to an earlier one. */
export const TASK_STEPS = ['queued', 'planning', 'transcribing', 'assembling', 'lessons', 'finishing', 'done'] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

export const taskStatusSchema = z
  .object({
    task_id: z.uuid(),
    video_id: z.uuid(),
    state: z.enum(TASK_STATES),
    percent: z.int().min(0).max(100).meta({ description: 'Never goes back.' }),
    step: z.enum(TASK_STEPS),
    parts_done: z.int().meta({ description: 'Parts of the sound already transcribed.' }),
    parts_total: z.int(),
    chunks_done: z.int().meta({ description: 'Chunks of the lesson already finished.' }),
    chunks_total: z.int(),
    message: z.string().meta({ description: 'For people.' }),
    error: failureSchema.nullable(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    ended_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TaskStatus', description: 'Progress of processing one video.' });

export type TaskStatus = z.infer<typeof taskStatusSchema>;

export const acceptedTaskSchema = z
  .object({
    task_id: z.uuid(),
    status_url: z
      .string()
      .meta({ description: 'Poll this every 2 s with If-None-Match: an unchanged status answers 304.' }),
  })
  .meta({ id: 'AcceptedTask' });
