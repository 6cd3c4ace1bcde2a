/** How a task ends: finished, failed by a step, or found stuck. */
import { FAILURES, type Failure, type FailureCode } from '../../contracts/failures.ts';
import { TASK_TIMEOUT_SECONDS } from '../../contracts/limits.ts';
import type { FailVideoInput, FinishVideoInput } from '../../contracts/pipeline.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pipeline } from '../ports/processing.ts';
import type { TaskStore } from '../ports/video-store.ts';
import { executionName } from '../tasks/execution.ts';
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

/** A task that has changed this recently is not looked at, seconds: its execution may just be starting or ending. */
const SILENCE_SECONDS = 15 * 60;
/** Grace after the state machine's own limit, so that its own failure comes first, seconds. */
const TIMEOUT_GRACE_SECONDS = 5 * 60;
/** How many silent tasks one run looks at, longest silent first; the next run, 5 minutes later, goes on. */
const REAP_LIMIT = 200;

/**
 * Fails tasks that nothing works on any more, and stops those that run too long. One that cannot be dealt with now is
 * told to `onError` and left for the next run; it does not keep the others from their turn.
 * @returns the tasks it ended
 */
export async function reapStuckTasks(
  deps: Deps & { pipeline: Pipeline; onError: (task: Task, error: unknown) => void },
): Promise<Task[]> {
  const now = deps.clock.now();
  const ended: Task[] = [];
  for (const task of await deps.tasks.listActive(now - SILENCE_SECONDS * 1000, REAP_LIMIT)) {
    try {
      if (await reap(deps, task, now)) ended.push(task);
    } catch (error) {
      deps.onError(task, error);
    }
  }
  return ended;
}

async function reap(deps: Deps & { pipeline: Pipeline }, task: Task, now: number): Promise<boolean> {
  const ref = taskRefOf({ ...task, taskId: task.id });
  const name = executionName(task);
  const failure = stuckFailure(task, now, await deps.pipeline.isRunning(name));
  if (!failure) {
    // To the end of the line, so that the next run looks at others first.
    await deps.tasks.advance(ref, { step: task.step }, now);
    return false;
  }
  await deps.pipeline.stop(name, failure.detail);
  return deps.tasks.fail(ref, failure, now, expiry(deps, now));
}

/** A long transcription is silent, too: as long as its execution runs and has time left, all is well. */
function stuckFailure(task: Task, now: number, isRunning: boolean): Failure | undefined {
  const age = (now - task.createdAt) / 1000;
  if (age > TASK_TIMEOUT_SECONDS + TIMEOUT_GRACE_SECONDS) {
    return failure('TIMED_OUT', `It was started ${minutes(age)} ago.`);
  }
  if (isRunning) return undefined;
  return failure('STUCK', `Nothing has happened for ${minutes((now - task.updatedAt) / 1000)}.`);
}

const KNOWN_CODE = new RegExp(`^(${Object.keys(FAILURES).join('|')}): `);

/**
 * What Step Functions caught, as a failure. The error's name is the code when a step failed for good; a cause that
 * begins with a code and a colon (as a failed transcription job's reason may) names it otherwise.
 */
export function failureOf(error: { Error: string; Cause?: string }): Failure {
  const cause = messageOf(error.Cause ?? '');
  const code = KNOWN_CODE.exec(cause)?.[1] ?? error.Error;
  if (isFailureCode(code)) return failure(code, cause.replace(KNOWN_CODE, '') || FAILURES[code].title);
  if (STEP_TIMEOUTS.has(error.Error)) return failure('STUCK', 'A step did not answer in time.');
  // Internal errors are in the logs; their wording means nothing to a learner and may say too much.
  return failure('INTERNAL', `A step failed with ${error.Error}.`);
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
const failure = (code: FailureCode, detail: string): Failure => ({ code, ...FAILURES[code], detail });
const expiry = (deps: Deps, now: number) => Math.ceil(now / 1000) + deps.retentionHours * 3600;
const minutes = (seconds: number) => `${Math.round(seconds / 60)} minutes`;
