import type { Failure } from '../../../contracts/failures.ts';
import type { ProcessingStatus, TaskState, TranslationStatus } from '../../../contracts/task.ts';
import { type Batch, batchMessage, batchPercent } from '../../../core/batches/batch.ts';
import { messageOf, percentOf } from '../../../core/tasks/progress.ts';
import type { Task } from '../../../core/tasks/task.ts';

/** A processing as the API shows it. */
export const processingView = (task: Task): ProcessingStatus => ({
  ...commonView(task),
  kind: 'processing',
  video_id: task.videoId,
  percent: percentOf(task),
  message: messageOf(task),
  step: task.step,
  parts_done: task.partsDone.length,
  parts_total: task.partsTotal,
  chunks_done: task.chunksDone.length,
  chunks_total: task.chunksTotal,
});

/** A batch translation as the API shows it. */
export const translationView = (batch: Batch): TranslationStatus => ({
  ...commonView(batch),
  kind: 'translation',
  percent: batchPercent(batch),
  message: batchMessage(batch),
  texts_done: batch.textsDone,
  texts_total: batch.textsTotal,
  result_url: batch.state === 'completed' ? `/translate/batch/${batch.id}` : null,
});

type Common = { id: string; state: TaskState; error?: Failure; createdAt: number; updatedAt: number; endedAt?: number };

const commonView = ({ id, state, error, createdAt, updatedAt, endedAt }: Common) => ({
  task_id: id,
  state,
  error: error ?? null,
  created_at: new Date(createdAt).toISOString(),
  updated_at: new Date(updatedAt).toISOString(),
  ended_at: endedAt === undefined ? null : new Date(endedAt).toISOString(),
});
