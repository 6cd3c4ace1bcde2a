import type { PipelineInput } from '../../contracts/pipeline.ts';
import type { Task } from './task.ts';

/** Executions are named after what they process, so that starting one twice starts it once (at most 80 characters). */
export const executionName = (task: Pick<Task, 'videoId' | 'etag' | 'attempt'>) =>
  `${task.videoId}-${task.etag}-${task.attempt}`;

export const executionInput = (task: Task): PipelineInput => ({
  ownerId: task.ownerId,
  videoId: task.videoId,
  taskId: task.id,
  etag: task.etag,
  attempt: task.attempt,
});

/** A task that has not ended. */
export const isActive = (task: Pick<Task, 'state'>) => task.state === 'pending' || task.state === 'processing';
