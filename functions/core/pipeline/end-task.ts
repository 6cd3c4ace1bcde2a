/** How a task ends: finished, failed by a step, or found stuck. */
import { FAILURES, type Failure, type FailureCode } from '../../contracts/failures.ts';
import type { FailVideoInput, FinishVideoInput } from '../../contracts/pipeline.ts';
import { makeFailure } from '../failure.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pipeline } from '../ports/processing.ts';
import type { TaskStore } from '../ports/video-store.ts';
import { executionName } from '../tasks/execution.ts';
import { expiryOf, reapSilent, stuck, timedOut } from '../tasks/reaping.ts';
import { type Task, taskRefOf } from '../tasks/task.ts';

type Deps = {
  tasks: TaskStore;
  clock: Clock;
  /** How long the record of an ended task is kept, hours. */
  retentionHours: number;
};

/** Marks the video ready. */
export async function finishVideo(deps: Deps, input: FinishVideoInput): Promise<void> {
  await deps.tasks.advance(taskRefOf(input), { step: 'finishing' }, deps.clock.now());
  const now = deps.clock.now();
  await deps.tasks.complete(taskRefOf(input), now, expiry(deps, now));
}

/** Ends the task with what went wrong; finished parts and chunks stay for the retry. */
export async function failVideo(deps: Deps, input: FailVideoInput): Promise<Failure> {
  const failure = failureOf(input.error);
  const now = deps.clock.now();
  await deps.tasks.fail(taskRefOf(input), failure, now, expiry(deps, now));
  return failure;
}

/**
 * Fails tasks that nothing works on any more, and stops those that run too long.
 * @param deps `onError` is told what could not be dealt with now
 * @returns the tasks it ended
 */
export function reapStuckTasks(
  deps: Deps & { pipeline: Pipeline; onError: (task: Task, error: unknown) => void },
): Promise<Task[]> {
  const now = deps.clock.now();
  return reapSilent(
    {
      listActive: (before, limit) => deps.tasks.listActive(before, limit),
      reap: (task) => reap(deps, task, now),
      onError: deps.onError,
    },
    now,
  );
}

async function reap(deps: Deps & { pipeline: Pipeline }, task: Task, now: number): Promise<boolean> {
  const ref = taskRefOf({ ...task, taskId: task.id });
  const name = executionName(task);
  // A long transcription is silent, too: as long as its execution runs and has time left, all is well.
  const failure = timedOut(task, now) ?? ((await deps.pipeline.isRunning(name)) ? undefined : stuck(task, now));
  if (!failure) {
    // To the end of the line, so that the next run looks at others first.
    await deps.tasks.advance(ref, { step: task.step }, now);
    return false;
  }
  await deps.pipeline.stop(name, failure.detail);
  return deps.tasks.fail(ref, failure, now, expiry(deps, now));
}

const KNOWN_CODE = new RegExp(`^(${Object.keys(FAILURES).join('|')}): `);

/**
 * What Step Functions caught, as a failure. The error's name is the code when a step failed for good; a cause that
 * begins with a code and a colon (as a failed transcription job's reason may) names it otherwise.
 */
export function failureOf(error: { Error: string; Cause?: string }): Failure {
  const cause = messageOf(error.Cause ?? '');
  const code = KNOWN_CODE.exec(cause)?.[1] ?? error.Error;
  if (isFailureCode(code)) return makeFailure(code, cause.replace(KNOWN_CODE, '') || FAILURES[code].title);
  if (STEP_TIMEOUTS.has(error.Error)) return makeFailure('STUCK', 'A step did not answer in time.');
  // Internal errors are in the logs; their wording means nothing to a learner and may say too much.
  return makeFailure('INTERNAL', `A step failed with ${error.Error}.`);
}

/** Lambda's cause is JSON with the error's message; other services give plain text. */
function messageOf(cause: string): string {
  try {
    const parsed: unknown = JSON.parse(cause);
    if (typeof parsed === 'object' && parsed !== null && 'errorMessage' in parsed) return String(parsed.errorMessage);
  } catch {
    // Plain text.
  }
  return cause;
}

/** A step's own limit in the state machine, and that of its function. */
const STEP_TIMEOUTS = new Set(['States.Timeout', 'States.HeartbeatTimeout', 'Sandbox.Timedout']);

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(FAILURES, code);
const expiry = (deps: Deps, now: number) => expiryOf(now, deps.retentionHours);
