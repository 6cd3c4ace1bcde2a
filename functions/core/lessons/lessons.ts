import type { Lesson } from '../../contracts/lesson.ts';
import type { ChunkStore } from '../ports/chunk-store.ts';
import type { LessonStore } from '../ports/lessons.ts';
import { notFound, ProblemError } from '../problem-error.ts';
import type { VideoRef } from '../videos/video.ts';

type Deps = { chunks: Pick<ChunkStore, 'get' | 'listAll'>; lessons: LessonStore };

/** The lesson of a finished chunk. @throws ProblemError NOT_FOUND */
export async function getLesson(deps: Deps, ref: VideoRef, index: number): Promise<Lesson> {
  const chunk = await deps.chunks.get(ref, index);
  const [lesson] = chunk ? await deps.lessons.read(ref, [chunk.lessonKey]) : [];
  if (!lesson) throw notFound('chunk');
  return lesson;
}

/**
 * The lessons of all finished chunks in order of time.
 * @throws ProblemError NOT_READY when none is finished, NOT_FOUND when the video is being deleted
 */
export async function allLessons(deps: Deps, ref: VideoRef): Promise<Lesson[]> {
  const chunks = await deps.chunks.listAll(ref);
  if (chunks.length === 0) throw new ProblemError('NOT_READY', 'No chunk of this video is finished yet.');
  const lessons = await deps.lessons.read(
    ref,
    chunks.map(({ lessonKey }) => lessonKey),
  );
  return lessons.map((lesson) => {
    if (!lesson) throw notFound('chunk');
    return lesson;
  });
}
