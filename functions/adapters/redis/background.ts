import { inTime } from './in-time.ts';

/** Work that goes on behind answers that were given already. None of it throws. */
export class Background {
  readonly #work = new Set<Promise<void>>();

  add(work: Promise<unknown>, onError: (error: unknown) => void = () => {}): void {
    const done: Promise<void> = work
      .then(() => {}, onError)
      .then(() => {
        this.#work.delete(done);
      });
    this.#work.add(done);
  }

  /** Waits until all is done, also what begins meanwhile. @param limitMs longest wait */
  async settle(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    while (this.#work.size > 0) {
      const left = until - performance.now();
      if (left <= 0) return;
      await inTime(Promise.all(this.#work), left);
    }
  }
}
