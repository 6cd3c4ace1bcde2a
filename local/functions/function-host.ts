/** All functions of the template, called by name or ARN. */
import { FunctionError, type InvokeFunction, type LocalLog } from '../types.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import { functionEnvironment } from './environment.ts';
import { FunctionPool } from './function-pool.ts';
import { logFunctionLine } from './log-lines.ts';

/**
 * Lets tests make an invocation fail, or kill its thread in the middle. `attempt` counts the invocations of this
 * function with this payload, from 1.
 */
export type OnInvoke = (
  functionName: string,
  payload: unknown,
  attempt: number,
) => undefined | { fail: Error } | { killAfterMs: number };

export type FunctionHostOptions = {
  endpoint: string;
  region: string;
  /** Threads per function at most. */
  maxWorkers: number;
  log: LocalLog;
  onInvoke?: OnInvoke | undefined;
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
        environment: functionEnvironment(definition, options),
        maxWorkers: options.maxWorkers,
        onLine: (line) => logFunctionLine(options.log, shortName(definition.name), line),
      });
      this.#pools.set(definition.name, pool);
    }
  }

  get names(): string[] {
    return [...this.#pools.keys()];
  }

  /** @throws FunctionError */
  readonly invoke: InvokeFunction = async (nameOrArn, payload) => {
    const name = functionName(nameOrArn);
    const pool = this.#pools.get(name);
    if (!pool) {
      throw new FunctionError('ResourceNotFoundException', `Function not found: ${nameOrArn}`);
    }
    const order = this.#onInvoke?.(name, payload, this.#countAttempt(name, payload));
    if (order && 'fail' in order) throw new FunctionError(order.fail.name, order.fail.message);
    try {
      return await pool.invoke(payload, order?.killAfterMs);
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.#log.verbose(shortName(name), `failed with ${what}`);
      throw error;
    }
  };

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }

  #countAttempt(name: string, payload: unknown): number {
    const key = `${name} ${JSON.stringify(payload)}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    return attempt;
  }
}

/** `arn:aws:lambda:region:account:function:NAME[:qualifier]`, or a name with or without qualifier. */
function functionName(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  return (nameOrArn.startsWith('arn:') ? parts[6] : parts[0]) ?? nameOrArn;
}

/** Without the stack and the hash that names made by the CDK have, for people: `langplug-dev-service-PlanChunks1A2B3C4D` → `PlanChunks`. */
export const shortName = (name: string): string => (name.split('-').at(-1) ?? name).replace(/[0-9A-F]{8}$/, '');
