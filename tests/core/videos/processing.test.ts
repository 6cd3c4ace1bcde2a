/** Starting, restarting and reaping tasks, against the real table. Pipeline and queue only count what they are told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoTaskStore } from '../../../functions/adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../../functions/adapters/dynamodb/video-store.ts';
import { UuidV7Generator } from '../../../functions/adapters/node/ids.ts';
import type { ProcessRequest } from '../../../functions/contracts/pipeline.ts';
import { reapStuckTasks } from '../../../functions/core/pipeline/end-task.ts';
import type { ObjectInfo, ObjectStore } from '../../../functions/core/ports/object-store.ts';
import type { Pipeline } from '../../../functions/core/ports/processing.ts';
import type { Task } from '../../../functions/core/tasks/task.ts';
import { requestProcessing, startFromUpload, startQueued } from '../../../functions/core/videos/processing.ts';
import type { Video } from '../../../functions/core/videos/video.ts';
import { aFailure, aVideo, FakeClock, taskRef, videoRef } from '../../support/builders.ts';
import { startTestDynamo } from '../../support/services.ts';
import { createTable } from '../../support/tables.ts';

class RecordingPipeline implements Pipeline {
  readonly started: string[] = [];
  readonly stopped: string[] = [];
  async start(name: string) {
    if (this.started.includes(name)) return 'already started' as const;
    this.started.push(name);
    return 'started' as const;
  }
  async isRunning(name: string) {
    return this.started.includes(name) && !this.stopped.includes(name);
  }
  async stop(name: string) {
    this.stopped.push(name);
  }
}

let dynamo: Awaited<ReturnType<typeof startTestDynamo>>;
let table: string;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo?.stop());

let pipeline: RecordingPipeline;
let queued: ProcessRequest[];
let source: ObjectInfo | undefined;
let deleted: string[];
let errors: unknown[];
let deps: ReturnType<typeof makeDeps>;
function makeDeps() {
  const clock = new FakeClock();
  const objects: Pick<ObjectStore, 'head' | 'delete'> = {
    head: async () => source,
    delete: async (key) => void deleted.push(key),
  };
  return {
    videos: new DynamoVideoStore(table, dynamo.client),
    tasks: new DynamoTaskStore(table, clock, dynamo.client),
    objects,
    pipeline,
    queue: { send: async (request: ProcessRequest) => void queued.push(request) },
    clock,
    ids: new UuidV7Generator(),
    retentionHours: 24,
    onError: (_task: Task, error: unknown) => void errors.push(error),
  };
}
beforeEach(async () => {
  table = await createTable(dynamo.client, 'videos', `videos-${randomUUID()}`);
  pipeline = new RecordingPipeline();
  queued = [];
  deleted = [];
  errors = [];
  source = { size: 10, etag: 'e1' };
  deps = makeDeps();
});

async function uploaded(): Promise<Video> {
  const video = aVideo({ state: 'uploading' });
  await deps.videos.create(video);
  return video;
}

describe('an upload', () => {
  it('starts once, however many events say so at once', async () => {
    const video = await uploaded();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => startFromUpload(deps, videoRef(video))));
    expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(1);
    expect(pipeline.started).toEqual([`${video.id}-e1-1`]);
  });

  it('is not started again by a late event, not even after its task has failed', async () => {
    const video = await uploaded();
    const task = await requestProcessing(deps, videoRef(video));
    await deps.tasks.fail(taskRef(task), aFailure(), deps.clock.now(), deps.clock.now() / 1000 + 3600);
    expect(await startFromUpload(deps, videoRef(video))).toBe('duplicate');
    expect(pipeline.started).toEqual([]);
  });

  it('that replaces one whose task has ended starts another attempt', async () => {
    const video = await uploaded();
    await startFromUpload(deps, videoRef(video));
    const { taskId = '' } = (await deps.videos.get(videoRef(video))) ?? {};
    await deps.tasks.fail(
      { ownerId: video.ownerId, videoId: video.id, taskId },
      aFailure(),
      0,
      deps.clock.now() / 1000 + 1,
    );
    source = { size: 10, etag: 'e2' };
    expect(await startFromUpload(deps, videoRef(video))).toBe('started');
    expect(pipeline.started).toEqual([`${video.id}-e1-1`, `${video.id}-e2-2`]);
  });

  it('that replaces one under way does not start a second task beside it', async () => {
    const video = await uploaded();
    await startFromUpload(deps, videoRef(video));
    source = { size: 10, etag: 'e2' };
    expect(await startFromUpload(deps, videoRef(video))).toBe('busy');
    expect(pipeline.started).toEqual([`${video.id}-e1-1`]);
  });

  it('of a video that was deleted is removed', async () => {
    const video = aVideo();
    expect(await startFromUpload(deps, videoRef(video))).toBe('gone');
    expect(deleted).toEqual([`uploads/${video.ownerId}/${video.id}/source`]);
    expect(pipeline.started).toEqual([]);
  });

  it('whose task waits because its message was lost is started by the event', async () => {
    const video = await uploaded();
    await requestProcessing(deps, videoRef(video));
    expect(await startFromUpload(deps, videoRef(video))).toBe('started');
  });
});

describe('a request', () => {
  it('before the upload is refused, and nothing is queued', async () => {
    const video = await uploaded();
    source = undefined;
    await expect(requestProcessing(deps, videoRef(video))).rejects.toMatchObject({ code: 'NOT_UPLOADED' });
    expect(queued).toEqual([]);
  });

  it('while a task is under way answers with that task', async () => {
    const video = await uploaded();
    const tasks = await Promise.all([1, 2, 3].map(() => requestProcessing(deps, videoRef(video))));
    expect(new Set(tasks.map((task) => task.id)).size).toBe(1);
  });

  it('is started from the queue once', async () => {
    const video = await uploaded();
    const task = await requestProcessing(deps, videoRef(video));
    expect(queued[0]).toEqual({ type: 'process', ownerId: video.ownerId, videoId: video.id, taskId: task.id });
    expect(await startQueued(deps, video.ownerId, task.id)).toBe('started');
    expect(await startQueued(deps, video.ownerId, task.id)).toBe('duplicate');
    expect(await startQueued(deps, 'somebody-else', task.id)).toBe('gone');
  });
});

describe('the reaper', () => {
  const minutes = 60_000;

  it('leaves a silent task alone while its execution runs, and ends it once the time is over', async () => {
    const video = await uploaded();
    await startFromUpload(deps, videoRef(video));
    deps.clock.time += 40 * minutes;
    expect(await reapStuckTasks(deps)).toEqual([]);
    deps.clock.time += 30 * minutes;
    expect(await reapStuckTasks(deps)).toMatchObject([{ videoId: video.id }]);
    expect(pipeline.stopped).toEqual([`${video.id}-e1-1`]);
    expect(await deps.videos.get(videoRef(video))).toMatchObject({ state: 'failed', error: { code: 'TIMED_OUT' } });
  });

  it('goes on with the others when it cannot deal with one', async () => {
    const [broken, fine] = [await uploaded(), await uploaded()];
    await requestProcessing(deps, videoRef(broken));
    await requestProcessing(deps, videoRef(fine));
    deps.clock.time += 20 * minutes;
    const isRunning = async (name: string) => {
      if (name.startsWith(broken.id)) throw new Error('Too many requests');
      return false;
    };
    const ended = await reapStuckTasks({ ...deps, pipeline: Object.assign(pipeline, { isRunning }) });
    expect(ended).toMatchObject([{ videoId: fine.id }]);
    expect(errors).toMatchObject([{ message: 'Too many requests' }]);
  });

  it('looks at others first after one that runs', async () => {
    const video = await uploaded();
    await startFromUpload(deps, videoRef(video));
    deps.clock.time += 20 * minutes;
    await reapStuckTasks(deps);
    expect(await deps.tasks.listActive(deps.clock.now(), 10)).toEqual([]);
    expect(await deps.tasks.listActive(deps.clock.now() + 1, 10)).toHaveLength(1);
  });

  it('ends a task that nothing works on', async () => {
    const video = await uploaded();
    const task = await requestProcessing(deps, videoRef(video));
    deps.clock.time += 10 * minutes;
    expect(await reapStuckTasks(deps)).toEqual([]);
    deps.clock.time += 10 * minutes;
    expect(await reapStuckTasks(deps)).toMatchObject([{ id: task.id }]);
    expect(await deps.tasks.get(video.ownerId, task.id)).toMatchObject({ state: 'failed', error: { code: 'STUCK' } });
    expect(await reapStuckTasks(deps)).toEqual([]);
  });
});
