import type { TargetLanguage } from '../../contracts/languages.ts';
import type { ChunkPlan, PipelineInput } from '../../contracts/pipeline.ts';
import { chunkHash } from '../chunks/chunk-hash.ts';
import { planChunks } from '../chunks/plan-chunks.ts';
import { objectKeys } from '../object-keys.ts';
import type { ChunkStore } from '../ports/chunk-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type TaskStore, VideoGone, type VideoStore } from '../ports/video-store.ts';
import { taskRefOf } from '../tasks/task.ts';
import type { Transcript } from '../transcript/transcript.ts';

export type PlanLessonsDeps = {
  videos: VideoStore;
  tasks: TaskStore;
  chunks: ChunkStore;
  objects: ObjectStore;
  clock: Clock;
  /** SHA-256, hex. */
  digest: (text: string) => string;
};

/**
 * Cuts a transcript into chunks and leaves each for the steps that follow. Chunks that an earlier attempt finished
 * with the very same content are done; the plan names the others.
 */
export async function planLessons(
  deps: PlanLessonsDeps,
  input: PipelineInput,
  transcript: Transcript,
): Promise<ChunkPlan> {
  const video = await deps.videos.get(input);
  if (!video) throw new VideoGone(`Video ${input.videoId} is gone`);
  const planned = planChunks(transcript, video.duration ?? 0, video.chunkMinutes).map((chunk) => ({
    chunk,
    ref: { index: chunk.index, hash: hashOf(deps, chunk, video.targetLanguage) },
  }));
  // What an earlier plan made of other words or times must not stand beside this one.
  await deps.chunks.prune(input, new Map(planned.map(({ ref }) => [ref.index, ref.hash])));
  const saved = new Map((await deps.chunks.listAll(input)).map((chunk) => [chunk.index, chunk.hash]));
  const isDone = ({ ref }: (typeof planned)[number]) => saved.get(ref.index) === ref.hash;
  const done = planned.filter(isDone).map(({ ref }) => ref.index);
  const missing = planned.filter((item) => !isDone(item));
  for (const { chunk, ref } of missing) {
    await deps.objects.writeJson(objectKeys.chunkWork(input, ref.hash, 'transcript'), chunk);
  }

  const now = deps.clock.now();
  const taskRef = taskRefOf(input);
  await deps.videos.update(
    input,
    { chunksTotal: planned.length, chunksDone: done, transcriptOrigin: transcript.origin },
    now,
  );
  await deps.tasks.advance(taskRef, { step: 'lessons', chunksTotal: planned.length }, now);
  if (done.length > 0) await deps.tasks.markChunks(taskRef, done, now);
  return { chunks: missing.map(({ ref }) => ref), chunksTotal: planned.length };
}

function hashOf(deps: PlanLessonsDeps, chunk: Parameters<typeof chunkHash>[0], targetLanguage: TargetLanguage): string {
  return chunkHash(chunk, { targetLanguage }, deps.digest);
}
