import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { TASK_STEPS } from '../../../functions/contracts/task.ts';
import { type Page, type PageRequest, VideoGone } from '../../../functions/core/ports/video-store.ts';
import { ProblemError } from '../../../functions/core/problem-error.ts';
import { aChunk, aFailure, aLesson, aSeries, aTaskOf, aVideo, rows, T0 } from '../../support/builders.ts';
import type { Library, MemoryLessons } from './library.ts';

const EXPIRES_AT = T0 / 1000 + 3600;
const VIDEOS = 2;
/** The first two are one series. */
const SERIES = ['Hamburg', 'HAMBURG', 'Berlin'].map(aSeries);

const video = fc.nat(VIDEOS - 1);
const place = {
  series: fc.option(fc.constantFrom(...SERIES)),
  episode: fc.option(fc.integer({ min: 1, max: 3 })),
};
const on = <T extends string>(...names: T[]) => fc.constantFrom(...names);

/** Anything that writes to the library of a learner. */
export const anyWrite = fc.oneof(
  fc.record({ do: on('create', 'describe'), video, ...place }),
  fc.record({ do: on('update', 'clearUpload', 'fail', 'delete'), video, size: fc.nat(3) }),
  fc.record({ do: on('save', 'prune'), video, chunk: fc.nat(2), hash: on('x', 'y') }),
  fc.record({ do: on('start', 'complete', 'fail task'), video }),
  fc.record({ do: on('advance'), video, step: on(...TASK_STEPS) }),
);
export type Write = typeof anyWrite extends fc.Arbitrary<infer T> ? T : never;

/** A learner with ids for videos that may be there or not. */
export class Learner {
  readonly #ownerId = randomUUID();
  readonly #videoIds = Array.from({ length: VIDEOS }, () => randomUUID());
  readonly #tasks = new Map<string, string>();
  readonly #source: Library;
  readonly #lessons: MemoryLessons;

  constructor(source: Library, lessons: MemoryLessons) {
    this.#source = source;
    this.#lessons = lessons;
  }

  /** Begins with videos that are being processed, so that most writes have something to write to. */
  async begin(): Promise<void> {
    for (const video of this.#videoIds.keys()) {
      await this.write(this.#source, { do: 'create', video, series: SERIES[video] ?? null, episode: 1 }, T0);
      await this.write(this.#source, { do: 'start', video }, T0);
    }
  }

  /** Writes by means of a library. A write that is refused, because a video or its task is not there, happens, too. */
  async write(library: Library, write: Write, now: number): Promise<void> {
    try {
      await this.#attempt(library, write, now);
    } catch (error) {
      if (!(error instanceof VideoGone || error instanceof ProblemError)) throw error;
    }
  }

  async #attempt({ videos, tasks, chunks }: Library, write: Write, now: number): Promise<unknown> {
    const ownerId = this.#ownerId;
    const videoId = this.#videoIds[write.video] ?? '';
    const ref = { ownerId, videoId, taskId: this.#tasks.get(videoId) ?? randomUUID() };
    const before = await this.#source.videos.get(ref);
    switch (write.do) {
      case 'create': {
        const { series, episode } = write;
        const fields = { ...(series && { series }), ...(series && episode !== null && { episode }) };
        return before ?? videos.create(aVideo({ id: videoId, ownerId, ...fields }));
      }
      case 'describe':
        return videos.describe(ref, { title: `${now}`, series: write.series, episode: write.episode }, now);
      case 'update':
        return videos.update(ref, { size: write.size, duration: write.size }, now);
      case 'clearUpload':
        return videos.clearUpload(ref, now);
      case 'fail':
        return videos.fail(ref, aFailure(), now);
      case 'delete':
        return videos.delete(ref);
      case 'save': {
        const [hash, lessonKey] = [`${write.hash}${write.chunk}`, `${videoId}/${write.hash}${write.chunk}`];
        this.#lessons.stored.set(lessonKey, aLesson({ video_id: videoId, index: write.chunk }));
        return chunks.save(ref, aChunk(write.chunk, { hash, lessonKey }), rows('Haus'), now);
      }
      case 'prune':
        return chunks.prune(ref, new Map([[write.chunk, `${write.hash}${write.chunk}`]]));
      case 'start': {
        const task = aTaskOf(before ?? aVideo({ id: videoId, ownerId }));
        if (await tasks.start(task)) this.#tasks.set(videoId, task.id);
        return undefined;
      }
      case 'advance':
        return tasks.advance(ref, { step: write.step }, now);
      case 'complete':
        return tasks.complete(ref, now, EXPIRES_AT);
      case 'fail task':
        return tasks.fail(ref, aFailure(), now, EXPIRES_AT);
    }
  }

  /** Everything that a library shows of this learner. */
  see({ videos, chunks, lessons, stats }: Library): Promise<unknown> {
    const ownerId = this.#ownerId;
    return Promise.all([
      stats(ownerId),
      twoPages((page) => videos.list(ownerId, page)),
      twoPages((page) => videos.listSeries(ownerId, page)),
      ...SERIES.map(({ id }) => videos.getSeries(ownerId, id)),
      ...SERIES.map(({ id }) => twoPages((page) => videos.listEpisodes(ownerId, id, page))),
      ...this.#videoIds.map(async (videoId) => {
        const ref = { ownerId, videoId };
        const all = await chunks.listAll(ref);
        return Promise.all([
          videos.get(ref),
          chunks.get(ref, 1),
          twoPages((page) => chunks.list(ref, page)),
          all,
          lessons.read(
            ref,
            all.map(({ lessonKey }) => lessonKey),
          ),
        ]);
      }),
    ]);
  }
}

async function twoPages<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<(Page<T> | undefined)[]> {
  const first = await list({ limit: 1 });
  return [first, first.cursor === undefined ? undefined : await list({ limit: 1, cursor: first.cursor })];
}
