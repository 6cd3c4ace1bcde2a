/** The threads of one function: one invocation at a time each, more of them while there is more to do. */
import { randomBytes, randomUUID } from 'node:crypto';
import { FunctionError } from '../types.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import { FunctionWorker } from './function-worker.ts';

/** A thread beyond the first ends after this long without work, ms. */
const IDLE_MS = 60_000;

export type PoolOptions = {
  definition: FunctionDefinition;
  environment: Record<string, string>;
  maxWorkers: number;
  onLine: (line: string) => void;
};

export type KillFault = { killAfterMs: number } | { killAfterSuccess: true };

/** A general pool (tinypool, piscina) hides which thread a call runs in; here one call's thread is killed by its time limit. */
export class FunctionPool {
  readonly #options: PoolOptions;
  readonly #limit: number;
  readonly #workers = new Set<FunctionWorker>();
  readonly #idle: FunctionWorker[] = [];
  readonly #idleTimers = new Map<FunctionWorker, NodeJS.Timeout>();
  readonly #waiting: ((worker: FunctionWorker) => void)[] = [];
  #stopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#limit = Math.min(options.maxWorkers, options.definition.reservedConcurrency ?? options.maxWorkers);
  }

  get definition(): FunctionDefinition {
    return this.#options.definition;
  }

  /**
   * @param fault kills the thread, for tests
   * @throws FunctionError
   */
  async invoke(payload: unknown, fault?: KillFault): Promise<unknown> {
    const worker = await this.#take();
    const killed = new FunctionError('Runtime.ExitError', 'Runtime exited with error: signal: killed');
    const killer =
      fault && 'killAfterMs' in fault ? setTimeout(() => worker.kill(killed), fault.killAfterMs) : undefined;
    try {
      const result = await worker.run({
        requestId: randomUUID(),
        payload: JSON.stringify(payload ?? null),
        invokedFunctionArn: this.definition.arn,
        traceId: traceId(),
      });
      if (fault && 'killAfterSuccess' in fault) {
        worker.kill(killed);
        throw killed;
      }
      return JSON.parse(result);
    } finally {
      clearTimeout(killer);
      this.#giveBack(worker);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#idleTimers.values()) clearTimeout(timer);
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
  }

  async #take(): Promise<FunctionWorker> {
    if (this.#stopped) throw new FunctionError('Runtime.ExitError', 'The local cloud is stopping');
    const worker = this.#idle.pop() ?? (this.#workers.size < this.#limit ? this.#start() : undefined);
    if (!worker) return new Promise((resolve) => this.#waiting.push(resolve));
    clearTimeout(this.#idleTimers.get(worker));
    worker.setIdle(false);
    return worker;
  }

  #giveBack(worker: FunctionWorker): void {
    if (worker.gone) return;
    const next = this.#waiting.shift();
    if (next) {
      next(worker);
      return;
    }
    worker.setIdle(true);
    this.#idle.push(worker);
    const timer = setTimeout(() => this.#retire(worker), IDLE_MS);
    timer.unref();
    this.#idleTimers.set(worker, timer);
  }

  #retire(worker: FunctionWorker): void {
    if (this.#workers.size <= 1 || !this.#idle.includes(worker)) return;
    this.#forget(worker);
    void worker.stop();
  }

  #start(): FunctionWorker {
    const worker = new FunctionWorker({
      ...this.#options,
      onGone: () => {
        this.#forget(worker);
        const next = this.#stopped ? undefined : this.#waiting.shift();
        if (next) next(this.#start());
      },
    });
    this.#workers.add(worker);
    return worker;
  }

  #forget(worker: FunctionWorker): void {
    this.#workers.delete(worker);
    clearTimeout(this.#idleTimers.get(worker));
    this.#idleTimers.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}

/** In the form that X-Ray uses. */
function traceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
