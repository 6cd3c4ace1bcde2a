import type { Clock } from '../core/ports/clock.ts';

/** `load`, asked at most once in `milliseconds`, however many want to know; the others get the same answer, also that it failed. */
export function remembered<T>(milliseconds: number, clock: Clock, load: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const now = clock.now();
    // Either way: a clock may have been set back.
    if (!last || Math.abs(now - last.at) >= milliseconds) last = { at: now, answer: load() };
    return last.answer;
  };
}
