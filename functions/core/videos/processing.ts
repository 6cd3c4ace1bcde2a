import type { ProcessRequest } from '../../contracts/pipeline.ts';
import { objectKeys } from '../object-keys.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { IngestQueue, Pipeline } from '../ports/processing.ts';
import type { TaskStore, VideoStore } from '../ports/video-store.ts';
import { notFound, ProblemError } from '../problem-error.ts';
import { activeTask } from '../tasks/active-task.ts';
import { executionInput, executionName } from '../tasks/execution.ts';
import type { Task } from '../tasks/task.ts';
import type { Video, VideoRef } from './video.ts';

type Deps = {
  videos: VideoStore;
  tasks: TaskStore;
  objects: Pick<ObjectStore, 'head'>;
  clock: Clock;
  ids: IdGenerator;
};

/** Another attempt may win the race to start; then the newest state decides, which settles within a few rounds. */
const ROUNDS = 5;

/**
 * A learner asks for processing: records a task and queues it. While one is under way, that one is the answer.
 * @throws ProblemError NOT_FOUND, NOT_UPLOADED
 */
export async function requestProcessing(deps: Deps & { queue: IngestQueue }, ref: VideoRef): Promise<Task> {
  for (let round = 0; round < ROUNDS; round++) {
    const [video, source] = await Promise.all([deps.videos.get(ref), deps.objects.head(objectKeys.source(ref))]);
    if (!video) throw notFound('video');
    if (!source) throw new ProblemError('NOT_UPLOADED', 'The file of this video has not arrived yet.');
    const task = (await activeTask(deps.tasks, video)) ?? (await startTask(deps, video, source.etag));
    if (task) {
      // Queued again for a task that waits: its first message may be lost, and a second one starts nothing twice.
      if (task.state === 'pending') await deps.queue.send(processRequest(task));
      return task;
    }
  }
  throw new ProblemError('UNAVAILABLE', 'The video is being started by several requests at once.');
}

export type StartOutcome = 'started' | 'duplicate' | 'gone' | 'busy';

/**
 * S3 says that a source has arrived. Events come at least once, late and out of order: whatever the event said, the
 * source as it is now decides, and a source that has had a task is not started again.
 */
export async function startFromUpload(
  deps: Deps & { pipeline: Pipeline; objects: Pick<ObjectStore, 'head' | 'delete'> },
  ref: VideoRef,
): Promise<StartOutcome> {
  for (let round = 0; round < ROUNDS; round++) {
    const [video, source] = await Promise.all([deps.videos.get(ref), deps.objects.head(objectKeys.source(ref))]);
    if (!source) return 'gone';
    if (!video) {
      // Uploaded with a presigned request that outlived the video.
      await deps.objects.delete(objectKeys.source(ref));
      return 'gone';
    }
    if (video.uploadId) await deps.videos.clearUpload(ref, deps.clock.now());
    if (video.taskId && video.etag === source.etag) return startQueued(deps, ref.ownerId, video.taskId);
    if (await activeTask(deps.tasks, video)) return 'busy';
    const task = await startTask(deps, video, source.etag);
    if (task) return startExecution(deps.pipeline, task);
  }
  // Thrown, so that the queue delivers the event again.
  throw new Error(`Video ${ref.videoId} is being started by several events at once`);
}

/** A queued request of a learner: starts its task unless that has ended or is gone. */
export async function startQueued(
  deps: { tasks: TaskStore; pipeline: Pipeline },
  ownerId: string,
  taskId: string,
): Promise<StartOutcome> {
  const task = await deps.tasks.get(ownerId, taskId);
  if (!task) return 'gone';
  return task.state === 'pending' ? startExecution(deps.pipeline, task) : 'duplicate';
}

/** @returns undefined when another attempt was started in the meantime */
async function startTask(deps: Deps, video: Video, etag: string): Promise<Task | undefined> {
  const now = deps.clock.now();
  const task: Task = {
    id: deps.ids.next(),
    ownerId: video.ownerId,
    videoId: video.id,
    attempt: video.attempt + 1,
    etag,
    state: 'pending',
    step: 'queued',
    partsDone: [],
    partsTotal: 0,
    chunksDone: [],
    chunksTotal: 0,
    createdAt: now,
    updatedAt: now,
  };
  return (await deps.tasks.start(task)) ? task : undefined;
}

async function startExecution(pipeline: Pipeline, task: Task): Promise<StartOutcome> {
  const outcome = await pipeline.start(executionName(task), executionInput(task));
  return outcome === 'started' ? 'started' : 'duplicate';
}

const processRequest = (task: Task): ProcessRequest => ({
  type: 'process',
  ownerId: task.ownerId,
  videoId: task.videoId,
  taskId: task.id,
});
