/** What `inTime` answers instead of something that took too long. */
export const LATE = Symbol('late');

/**
 * Waits no longer than `limitMs`. When the time is over, the event loop gets one more turn to read its sockets: after this
 * process itself stood still (garbage collection, a busy or frozen machine), the answer may have been there for long.
 */
export function inTime<T>(work: Promise<T>, limitMs: number): Promise<T | typeof LATE> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(resolve, LATE), Math.max(limitMs, 0));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
