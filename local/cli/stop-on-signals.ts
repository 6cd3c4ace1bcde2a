/** Ctrl-C and its kin, for the commands that start a local cloud. */
import type { LocalLog } from '../types.ts';

/** One Ctrl-C can come twice: from the terminal, and passed on by npm. Only a later one is a second wish, ms. */
const REPEAT_MS = 1000;
/** 128 and the signal's number, as shells count. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends this process in good order on SIGINT, SIGTERM and SIGHUP. A second signal ends it at once; by an exit still, so
 * that what was started is killed.
 * @param stop may be called while the start is still under way
 * @returns aborted from the first signal on: what fails then fails because of it and is not worth telling
 */
export function stopOnSignals(stop: () => Promise<void>): AbortSignal {
  const stopping = new AbortController();
  let since = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping.signal.aborted) {
        if (performance.now() - since >= REPEAT_MS) process.exit(EXIT_CODES[signal]);
        return;
      }
      since = performance.now();
      // After SIGHUP the terminal is gone: writing to it fails, and stopping must not fail with it.
      for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
      stopping.abort();
      void stop()
        .catch(() => undefined)
        .finally(() => process.exit(EXIT_CODES[signal]));
    });
  }
  return stopping.signal;
}

/** A log that says nothing any more once stopping has begun. */
export function quietWhenStopping(log: LocalLog, stopping: AbortSignal): LocalLog {
  const unlessStopping =
    (line: LocalLog['info']): LocalLog['info'] =>
    (source, message) => {
      if (!stopping.aborted) line(source, message);
    };
  return {
    info: unlessStopping(log.info),
    warn: unlessStopping(log.warn),
    error: unlessStopping(log.error),
    verbose: unlessStopping(log.verbose),
  };
}
