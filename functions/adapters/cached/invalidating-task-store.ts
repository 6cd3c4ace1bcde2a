import type { Cache } from '../../core/ports/cache.ts';
import type { TaskStore } from '../../core/ports/video-store.ts';
import type { Task } from '../../core/tasks/task.ts';
import { invalidateAfter, scopesOfChunks, scopesOfVideo } from './invalidate-after.ts';

/**
 * Tasks, whose start and end change the state of their video. They themselves are not cached: a status is asked for
 * again and again because it changes, must never go back, and costs one read.
 */
export class InvalidatingTaskStore implements TaskStore {
  readonly #source: TaskStore;
  readonly #cache: Cache;

  constructor(source: TaskStore, cache: Cache) {
    this.#source = source;
    this.#cache = cache;
  }

  /** The chunks, too: from now on they are read at the source, and afterwards none from before may be found. */
  start(task: Task): Promise<boolean> {
    return invalidateAfter(this.#cache, scopesOfChunks(task), () => this.#source.start(task));
  }

  complete(...[ref, now, expiresAt]: Parameters<TaskStore['complete']>): Promise<void> {
    return invalidateAfter(this.#cache, scopesOfVideo(ref), () => this.#source.complete(ref, now, expiresAt));
  }

  fail(...[ref, failure, now, expiresAt]: Parameters<TaskStore['fail']>): Promise<boolean> {
    return invalidateAfter(this.#cache, scopesOfVideo(ref), () => this.#source.fail(ref, failure, now, expiresAt));
  }

  get(ownerId: string, taskId: string): Promise<Task | undefined> {
    return this.#source.get(ownerId, taskId);
  }

  advance(...[ref, change, now]: Parameters<TaskStore['advance']>): Promise<void> {
    return this.#source.advance(ref, change, now);
  }

  markChunks(...[ref, indices, now]: Parameters<TaskStore['markChunks']>): Promise<void> {
    return this.#source.markChunks(ref, indices, now);
  }

  listActive(before: number, limit: number): Promise<Task[]> {
    return this.#source.listActive(before, limit);
  }
}
