/** Runs prepared machines by the interpreter, Map and Parallel included. */
import { ExecutionAbortedError, ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import pLimit from 'p-limit';
import { z } from 'zod';
import type { LocalLog } from '../../types.ts';
import type { PreparedMachine, Work } from './definition.ts';
import { asMetBy, DATA_LIMIT_EXCEEDED, FATAL, StatesError, toStatesError } from './errors.ts';
import { EVENTS, type History } from './history.ts';

type Json = Parameters<StateMachine['run']>[0];
type Context = Record<string, unknown>;

/** Largest input or output of a state, bytes (Step Functions quotas). */
const MAX_PAYLOAD_BYTES = 262_144;

/** What a run needs from outside. */
export type Surroundings = {
  /** Runs a Task's resource. Errors thrown are named as a Retry or Catch names them. */
  runTask(resource: string, input: unknown): Promise<unknown>;
  history: History;
  log: LocalLog;
  /** For log lines: the execution's name. */
  label: string;
};

/** A run that can be stopped, together with everything that it started. */
export class Run {
  readonly #children = new Set<Run>();
  readonly #stopped = Promise.withResolvers<never>();
  #abort: (() => void) | undefined;
  #failure: Error | undefined;
  isStopped = false;

  constructor(parent?: Run) {
    // Nobody may be waiting for it when it is stopped.
    this.#stopped.promise.catch(() => undefined);
    if (!parent) return;
    parent.#children.add(this);
    if (parent.isStopped) this.stop();
  }

  /** @param failure what the run fails with, whatever it does about failures; without it, it was stopped */
  stop(failure?: StatesError) {
    this.#failure ??= failure;
    if (this.isStopped) return;
    this.isStopped = true;
    this.#stopped.reject(new StatesError('States.Aborted', 'The execution was stopped', FATAL));
    this.#abort?.();
    for (const child of this.#children) child.stop();
  }

  /** Waits for work of this run, but no longer than the run itself lasts. */
  within<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#stopped.promise]);
  }

  /** @throws ExecutionTimeoutError, ExecutionAbortedError, or what the machine failed with */
  async machine(machine: PreparedMachine, input: unknown, context: Context, around: Surroundings): Promise<unknown> {
    if (this.isStopped) throw new ExecutionAbortedError();
    const handlers = [...machine.work].map(([name, work]) => [
      name,
      async (taskInput: unknown) => {
        try {
          const output = await this.within(this.#work(work, taskInput, around));
          return checkPayload(output ?? null, name);
        } catch (error) {
          throw asMetBy(machine.catches.get(name) ?? [], toStatesError(error));
        }
      },
    ]);
    const interpreter = new StateMachine(machine.definition, { validationOptions: { noValidate: true } });
    const { abort, result, eventLogs } = interpreter.run(toJson(input), {
      overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers), waitTimeOverrides: machine.waits },
      context,
    });
    this.#abort = abort;
    const followed = followEvents(eventLogs, around, this);
    const output = await result.catch((error: unknown) => {
      this.#failure ??= asError(error);
    });
    this.stop();
    // May bring a failure of its own: the last events may be too many.
    await followed;
    if (this.#failure) throw this.#failure;
    return output;
  }

  async #work(work: Work, input: unknown, around: Surroundings): Promise<unknown> {
    const { history } = around;
    if (work.type === 'task') {
      return counted(history, EVENTS.taskBegin, () => around.runTask(work.resource, input));
    }
    const inside = insideSchema.parse(input);
    return counted(history, EVENTS.one, () => {
      if (work.type === 'map') return this.#map(work, inside.input, inside.context, around);
      return this.#all(
        work.branches.map((branch) => (run: Run) => run.machine(branch, inside.input, inside.context, around)),
        work.branches.length,
      );
    });
  }

  async #map(work: Extract<Work, { type: 'map' }>, input: unknown, context: Context, around: Surroundings) {
    const items = await evaluate({ 'value.$': work.items }, input, context);
    if (!Array.isArray(items)) {
      throw new StatesError('States.Runtime', `Reference path "${work.items}" must point to array.`, FATAL);
    }
    const path = work.concurrencyPath;
    const concurrency = path ? Number(await evaluate({ 'value.$': path }, input, context)) : work.concurrency;
    return this.#all(
      items.map((Value: unknown, Index) => async (run: Run) => {
        const inner = { ...context, Map: { Item: { Index, Value } } };
        const item = work.selector === undefined ? Value : await evaluate({ value: work.selector }, input, inner);
        return counted(around.history, EVENTS.one, () => run.machine(work.each, item, inner, around));
      }),
      concurrency || work.concurrency,
    );
  }

  /** Runs machines side by side; when one fails, the others are stopped and none is started any more. */
  async #all(starts: ((run: Run) => Promise<unknown>)[], concurrency: number): Promise<unknown[]> {
    const group = new Run(this);
    const limit = pLimit(Math.max(1, concurrency));
    try {
      return await Promise.all(starts.map((start) => limit(() => start(new Run(group)))));
    } catch (error) {
      limit.clearQueue();
      throw error;
    } finally {
      group.stop();
      this.#children.delete(group);
    }
  }
}

/** Does something that the history has events of: some at its begin, one at its end. */
async function counted<T>(history: History, begin: number, work: () => Promise<T>): Promise<T> {
  history.add(begin);
  try {
    return await work();
  } finally {
    history.add(EVENTS.one);
  }
}

function asError(error: unknown): Error {
  if (error instanceof ExecutionError && error.cause instanceof Error) return error.cause;
  return error instanceof Error ? error : new Error(String(error));
}

const insideSchema = z.object({ input: z.unknown(), context: z.record(z.string(), z.unknown()) });

/** Evaluates a payload template's member `value`, by the interpreter itself. */
async function evaluate(template: Record<string, unknown>, input: unknown, context: Context): Promise<unknown> {
  const machine = new StateMachine(
    { StartAt: 'Evaluate', States: { Evaluate: { Type: 'Pass', Parameters: toJson(template), End: true } } },
    { validationOptions: { noValidate: true } },
  );
  try {
    const output = await machine.run(toJson(input), { context }).result;
    return z.object({ value: z.unknown() }).parse(output).value;
  } catch (error) {
    throw error instanceof ExecutionError ? error.cause : error;
  }
}

const jsonSchema = z.json();
const toJson = (value: unknown): Json => jsonSchema.parse(value);

function checkPayload(output: unknown, state: string): Json {
  const text = JSON.stringify(output) ?? 'null';
  if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) {
    throw new StatesError(
      DATA_LIMIT_EXCEEDED,
      `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
      FATAL,
    );
  }
  return JSON.parse(text);
}

type Events = ReturnType<StateMachine['run']>['eventLogs'];

async function followEvents(events: Events, { log, label, history }: Surroundings, run: Run) {
  for await (const event of events) {
    if (event.type === 'StateEntered' || event.type === 'StateExited') {
      history.add(EVENTS.one);
      log.verbose('states', `${label}: ${event.type === 'StateEntered' ? '→' : '✓'} ${event.state.name}`);
    } else if (event.type === 'StateFailed' && !run.isStopped) {
      log.warn('states', `${label}: ${event.state.name} failed with ${event.Error}: ${String(event.Cause)}`);
    } else if (event.type === 'StateRetried') {
      log.verbose('states', `${label}: ↻ ${event.state.name}, attempt ${event.retry.attempt}`);
    }
  }
}
