/** The threads of one function: one invocation at a time each, more of them while there is more to do. */
import { randomBytes, randomUUID } from 'node:crypto';
import { FunctionError } from '../types.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import { FunctionWorker } from './function-worker.ts';

/** A thread beyond the first ends after this long without work, ms. */
const IDLE_MS = 60_000;

/** Largest payload that an invocation takes, and that it answers, bytes (Lambda quotas, "Invocation payload": 6 MB). */
const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
/** Lambda allows its envelope of 100 bytes on top. */
const MAX_RESULT_BYTES = MAX_PAYLOAD_BYTES + 100;

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
  readonly #waiting: { resolve(worker: FunctionWorker): void; reject(error: FunctionError): void }[] = [];
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
   * @throws FunctionError, among them `RequestEntityTooLargeException` (413) and `Function.ResponseSizeTooLarge`
   */
  async invoke(payload: unknown, fault?: KillFault): Promise<unknown> {
    const text = JSON.stringify(payload ?? null);
    refuseLargePayload(text);
    const worker = await this.#take();
    const killed = new FunctionError('Runtime.ExitError', 'Runtime exited with error: signal: killed');
    const killer =
      fault && 'killAfterMs' in fault ? setTimeout(() => worker.kill(killed), fault.killAfterMs) : undefined;
    try {
      const result = await worker.run({
        requestId: randomUUID(),
        payload: text,
        invokedFunctionArn: this.definition.arn,
        traceId: traceId(),
      });
      if (fault && 'killAfterSuccess' in fault) {
        worker.kill(killed);
        throw killed;
      }
      refuseLargeResult(result);
      return JSON.parse(result);
    } finally {
      clearTimeout(killer);
      this.#giveBack(worker);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(stopping());
    for (const timer of this.#idleTimers.values()) clearTimeout(timer);
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
  }

  async #take(): Promise<FunctionWorker> {
    if (this.#stopped) throw stopping();
    const worker = this.#idle.pop() ?? (this.#workers.size < this.#limit ? this.#start() : undefined);
    if (!worker) return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    clearTimeout(this.#idleTimers.get(worker));
    worker.setIdle(false);
    return worker;
  }

  #giveBack(worker: FunctionWorker): void {
    if (worker.gone) return;
    const next = this.#waiting.shift();
    if (next) {
      next.resolve(worker);
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
        const next = this.#waiting.shift();
        if (next) next.resolve(this.#start());
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

const stopping = () => new FunctionError('Runtime.ExitError', 'The local cloud is stopping');

function refuseLargePayload(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_PAYLOAD_BYTES) return;
  throw new FunctionError(
    'RequestEntityTooLargeException',
    `${bytes} byte payload is too large for the RequestResponse invocation type (limit ${MAX_PAYLOAD_BYTES} bytes)`,
  );
}

function refuseLargeResult(text: string): void {
  if (Buffer.byteLength(text) <= MAX_RESULT_BYTES) return;
  throw new FunctionError(
    'Function.ResponseSizeTooLarge',
    `Response payload size exceeded maximum allowed payload size (${MAX_RESULT_BYTES} bytes).`,
  );
}

/** In the form that X-Ray uses. */
function traceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
