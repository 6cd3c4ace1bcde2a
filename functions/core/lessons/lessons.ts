import { type Lesson, lessonSchema } from '../../contracts/lesson.ts';
import type { ChunkStore } from '../ports/chunk-store.ts';
import { ObjectMissing, type ObjectStore } from '../ports/object-store.ts';
import { notFound, ProblemError } from '../problem-error.ts';
import type { VideoRef } from '../videos/video.ts';

type Deps = { chunks: ChunkStore; objects: ObjectStore };

/** Lessons read at once when a whole video is asked for; a video has at most a few dozen. */
const READ_AT_ONCE = 8;

/** The lesson of a finished chunk. @throws ProblemError NOT_FOUND */
export async function getLesson(deps: Deps, ref: VideoRef, index: number): Promise<Lesson> {
  const chunk = await deps.chunks.get(ref, index);
  if (!chunk) throw notFound('chunk');
  return readLesson(deps, chunk.lessonKey);
}

/** The lessons of all finished chunks in order of time. @throws ProblemError NOT_READY when none is finished */
export async function allLessons(deps: Deps, ref: VideoRef): Promise<Lesson[]> {
  const chunks = await deps.chunks.listAll(ref);
  if (chunks.length === 0) throw new ProblemError('NOT_READY', 'No chunk of this video is finished yet.');
  const lessons: Lesson[] = [];
  for (let i = 0; i < chunks.length; i += READ_AT_ONCE) {
    const batch = chunks.slice(i, i + READ_AT_ONCE);
    lessons.push(...(await Promise.all(batch.map((chunk) => readLesson(deps, chunk.lessonKey)))));
  }
  return lessons;
}

async function readLesson(deps: Deps, key: string): Promise<Lesson> {
  try {
    return await deps.objects.readJson(key, lessonSchema);
  } catch (error) {
    // Deleted between the two reads.
    if (error instanceof ObjectMissing) throw notFound('chunk');
    throw error;
  }
}
