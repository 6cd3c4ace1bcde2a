/** All functions of the template, called by name or ARN. */
import { type FunctionName, functionEntries } from '../../functions/runtime/env.ts';
import { nameAndMessage } from '../log.ts';
import { FunctionError, type InvokeFunction, type LocalLog } from '../types.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import { functionEnvironment } from './environment.ts';
import { FunctionPool } from './function-pool.ts';
import { logFunctionLine } from './log-lines.ts';

/**
 * Lets tests make an invocation of a function (`save-chunk`) fail, or kill its thread in the middle. `attempt` counts the invocations of this
 * function with this payload, from 1.
 */
export type OnInvoke = (functionName: FunctionName, payload: unknown, attempt: number) => InvokeFault | undefined;

/** `fail`: the function is not called, and fails so. `killAfterSuccess`: its thread dies when all is done, before it can say so. */
export type InvokeFault = { fail: Error } | { killAfterMs: number } | { killAfterSuccess: true };

export type FunctionHostOptions = {
  endpoint: string;
  region: string;
  /** Threads per function at most. */
  maxWorkers: number;
  log: LocalLog;
  onInvoke?: OnInvoke | undefined;
  /** More variables for every function. */
  variables?: Record<string, string> | undefined;
};

export class FunctionHost {
  readonly #pools = new Map<string, FunctionPool>();
  readonly #attempts = new Map<string, number>();
  readonly #log: LocalLog;
  readonly #onInvoke: OnInvoke | undefined;

  constructor(definitions: readonly FunctionDefinition[], options: FunctionHostOptions) {
    this.#log = options.log;
    this.#onInvoke = options.onInvoke;
    for (const definition of definitions) {
      const pool = new FunctionPool({
        definition,
        environment: { ...functionEnvironment(definition, options), ...options.variables },
        maxWorkers: options.maxWorkers,
        onLine: (line) => logFunctionLine(options.log, definition.label, line),
      });
      this.#pools.set(definition.name, pool);
      this.#pools.set(definition.label, pool);
    }
  }

  /** What functions are called by people: `save-chunk`. */
  get names(): string[] {
    return [...new Set(this.#pools.values())].map((pool) => pool.definition.label);
  }

  /** What people call the function that has this ARN or name. */
  readonly labelOf = (nameOrArn: string): string =>
    this.#pools.get(functionName(nameOrArn))?.definition.label ?? nameOrArn;

  /** By ARN, by the name that Lambda knows, or by the one that people know. @throws FunctionError */
  readonly invoke: InvokeFunction = async (nameOrArn, payload) => {
    const pool = this.#pools.get(functionName(nameOrArn));
    if (!pool) throw new FunctionError('ResourceNotFoundException', `Function not found: ${nameOrArn}`);
    const name = pool.definition.label;
    const fault = this.#faultFor(name, payload);
    if (fault && 'fail' in fault) throw new FunctionError(fault.fail.name, fault.fail.message);
    try {
      return await pool.invoke(payload, fault);
    } catch (error) {
      this.#log.verbose(name, `failed with ${nameAndMessage(error)}`);
      throw error;
    }
  };

  async stop(): Promise<void> {
    await Promise.all([...new Set(this.#pools.values())].map((pool) => pool.stop()));
  }

  #faultFor(name: string, payload: unknown): InvokeFault | undefined {
    if (!this.#onInvoke || !isFunctionName(name)) return undefined;
    const key = `${name} ${JSON.stringify(payload)}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    return this.#onInvoke(name, payload, attempt);
  }
}

const isFunctionName = (label: string): label is FunctionName => Object.hasOwn(functionEntries, label);

/** `arn:aws:lambda:region:account:function:NAME[:qualifier]`, or a name with or without qualifier. */
function functionName(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  return (nameOrArn.startsWith('arn:') ? parts[6] : parts[0]) ?? nameOrArn;
}
