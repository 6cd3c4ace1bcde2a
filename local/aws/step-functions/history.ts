/** Counts the events of an execution's history, which Step Functions bounds. */
import { FATAL, StatesError } from './errors.ts';

/** Most events of an execution (Step Functions quotas, "Maximum execution history size"). */
export const MAX_HISTORY_EVENTS = 25_000;

/** Events that one thing adds, besides the entry and exit of its state. */
export const EVENTS = {
  /** Scheduled, started. */
  taskBegin: 2,
  /** Succeeded or failed, of a task, a map, an iteration or a parallel state; and their start but for the task's. */
  one: 1,
} as const;

export type History = { add(events: number): void };

/**
 * @param maxEvents how many may be
 * @param onFull called when the last event can only be the failure of the execution: neither Retry nor Catch sees it
 */
export function openHistory(maxEvents: number, onFull: (failure: StatesError) => void): History {
  // The start of the execution.
  let events = 1;
  let full = false;
  return {
    add(more) {
      events += more;
      // One is kept for the end, which is a success only when nothing else wants the place.
      if (full || events < maxEvents) return;
      full = true;
      const cause = `The execution reached the maximum number of history events (${maxEvents}).`;
      onFull(new StatesError('States.Runtime', cause, FATAL));
    },
  };
}
