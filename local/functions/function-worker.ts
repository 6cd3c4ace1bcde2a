/** One thread of a function: what an execution environment is in Lambda. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { nameAndMessage } from '../log.ts';
import { FunctionError } from '../types.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import type { ErrorReport, InvokeMessage, WorkerMessage, WorkerSettings } from './messages.ts';

/** Loading a bundle may take this long, ms. Lambda allows 10 s; a laptop that starts eight at once is slower. */
const INIT_TIMEOUT_MS = 30_000;

/**
 * Bound of the young generation, MB. Without one, a thread that runs out of memory may need more at once than Node.js
 * grants for its end, and takes the whole process with it (measured with the default of Node.js 24).
 */
const YOUNG_GENERATION_MB = 32;

/** V8 makes the young generation of two semi-spaces and a space for large objects of the same size. */
const SEMI_SPACES = 3;

export type WorkerOptions = {
  definition: FunctionDefinition;
  environment: Record<string, string>;
  /** Called with every line that the function prints. */
  onLine: (line: string) => void;
  /** Called once when the thread is gone, for whatever reason. */
  onGone: () => void;
};

export class FunctionWorker {
  readonly #worker: Worker;
  readonly #definition: FunctionDefinition;
  readonly #ready = Promise.withResolvers<void>();
  #current: { requestId: string; resolve(payload: string): void; reject(error: Error): void } | undefined;
  #gone = false;

  constructor({ definition, environment, onLine, onGone }: WorkerOptions) {
    this.#definition = definition;
    const { module, exportName } = locate(definition);
    const settings: WorkerSettings = {
      module,
      exportName,
      functionName: definition.name,
      memoryMb: definition.memoryMb,
    };
    this.#worker = new Worker(new URL('./runtime-worker.ts', import.meta.url), {
      name: definition.name,
      workerData: settings,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: memoryLimits(definition.memoryMb, environment.NODE_OPTIONS),
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) eachLine(stream, onLine);
    this.#worker.on('message', (message: WorkerMessage) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end(deathOf(error, definition)));
    this.#worker.on('exit', (code) => {
      this.#end(new FunctionError('Runtime.ExitError', `Runtime exited with error: exit status ${code}`));
      onGone();
    });
    // Its failure is told by the invocation that waits for it.
    this.#ready.promise.catch(() => undefined);
  }

  /** Whether the thread has ended or is about to: it takes no more invocations. */
  get gone(): boolean {
    return this.#gone;
  }

  /** @throws FunctionError, also for the time limit and for a thread that dies. */
  async run(message: Omit<InvokeMessage, 'deadline'>): Promise<string> {
    await within(INIT_TIMEOUT_MS, this.#ready.promise, () => this.#timeOut(INIT_TIMEOUT_MS / 1000));
    const { timeoutSeconds } = this.#definition;
    const result = new Promise<string>((resolve, reject) => {
      this.#current = { requestId: message.requestId, resolve, reject };
    });
    const full: InvokeMessage = { ...message, deadline: Date.now() + timeoutSeconds * 1000 };
    this.#worker.postMessage(full);
    try {
      return await within(timeoutSeconds * 1000, result, () => this.#timeOut(timeoutSeconds));
    } finally {
      this.#current = undefined;
    }
  }

  /** Ends the thread at once; an invocation under way fails with `error`. */
  kill(error: FunctionError): void {
    this.#end(error);
    void this.#worker.terminate();
  }

  /** Ends the thread and waits until it is gone. */
  async stop(): Promise<void> {
    this.#end(new FunctionError('Runtime.ExitError', 'The local cloud is stopping'));
    await this.#worker.terminate();
  }

  /** The thread keeps the process alive only while it works. */
  setIdle(idle: boolean): void {
    if (idle) this.#worker.unref();
    else this.#worker.ref();
  }

  #hear(message: WorkerMessage): void {
    if (message.type === 'ready') this.#ready.resolve();
    else if (message.type === 'init-failed') this.kill(toError(message.error));
    else if (message.requestId !== this.#current?.requestId) return;
    else if (message.type === 'succeeded') this.#current.resolve(message.payload);
    else this.#current.reject(toError(message.error));
  }

  #timeOut(seconds: number): void {
    this.kill(new FunctionError('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`));
  }

  #end(error: Error): void {
    this.#gone = true;
    this.#ready.reject(error);
    this.#current?.reject(error);
  }
}

/**
 * Threads take the bounds of the heap as limits of the thread, not from their NODE_OPTIONS.
 * @param nodeOptions those of the function
 */
function memoryLimits(memoryMb: number, nodeOptions = ''): ResourceLimits {
  const option = (name: string): number | undefined => {
    const value = new RegExp(`--${name.replaceAll('-', '[-_]')}[= ](\\d+)`).exec(nodeOptions)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const semiSpace = option('max-semi-space-size');
  return {
    maxOldGenerationSizeMb: option('max-old-space-size') ?? memoryMb,
    maxYoungGenerationSizeMb: semiSpace === undefined ? YOUNG_GENERATION_MB : semiSpace * SEMI_SPACES,
  };
}

function toError({ errorType, errorMessage, stack }: ErrorReport): FunctionError {
  const error = new FunctionError(errorType, errorMessage);
  if (stack) error.stack = stack;
  return error;
}

/** Waits for `work`; after `ms` calls `expire`, which is expected to make it fail. */
async function within<T>(ms: number, work: Promise<T>, expire: () => void): Promise<T> {
  const timer = setTimeout(expire, ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

function locate({ name, handler, codeFolder }: FunctionDefinition): { module: string; exportName: string } {
  const dot = handler.lastIndexOf('.');
  const file = path.join(codeFolder, handler.slice(0, dot));
  const found = ['.mjs', '.js', '.cjs'].map((extension) => file + extension).find((candidate) => existsSync(candidate));
  if (!found) {
    throw new FunctionError('Runtime.ImportModuleError', `Function ${name}: there is no ${file}.mjs, .js or .cjs`);
  }
  return { module: pathToFileURL(found).href, exportName: handler.slice(dot + 1) };
}

function deathOf(error: unknown, { memoryMb }: FunctionDefinition): FunctionError {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new FunctionError('Runtime.ExitError', `The function ran out of its ${memoryMb} MB of memory`);
  }
  return new FunctionError('Runtime.ExitError', `Runtime exited with error: uncaught ${nameAndMessage(error)}`);
}

function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
  });
  stream.on('end', () => {
    if (rest.trim()) onLine(rest);
  });
}
