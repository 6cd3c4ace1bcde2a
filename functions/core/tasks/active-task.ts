import type { TaskStore } from '../ports/video-store.ts';
import type { Video } from '../videos/video.ts';
import { isActive } from './execution.ts';
import type { Task } from './task.ts';

/**
 * The task that works on a video now, if there is one. Task and video end in one transaction, so only a video that is
 * being processed can have one.
 */
export async function activeTask(tasks: Pick<TaskStore, 'get'>, video: Video): Promise<Task | undefined> {
  if (!video.taskId || video.state !== 'processing') return undefined;
  const task = await tasks.get(video.ownerId, video.taskId);
  return task && isActive(task) ? task : undefined;
}
