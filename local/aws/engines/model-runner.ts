import { Worker } from 'node:worker_threads';
import { EngineError } from './engine.ts';
import { answerSchema, type ModelRequest } from './model-worker.ts';

export type DownloadProgress = { file: string; loaded: number; total: number };

export type ModelRunner = {
  /** @throws EngineError */
  run(request: Omit<ModelRequest, 'id'>): Promise<unknown>;
  stop(): Promise<void>;
};

type Waiting = { resolve(output: unknown): void; reject(error: Error): void };

/** Runs models in a thread that starts with the first request. */
export function openModelRunner(
  enginesDir: string,
  {
    allowDownload = false,
    onProgress,
  }: { allowDownload?: boolean; onProgress?: (event: DownloadProgress) => void } = {},
): ModelRunner {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const fail = (reason: string) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new EngineError(reason));
    waiting.clear();
  };
  const start = () => {
    const started = new Worker(new URL('./model-worker.ts', import.meta.url), {
      workerData: { enginesDir, allowDownload },
    });
    started.on('message', (message: unknown) => {
      const answer = answerSchema.parse(message);
      if ('progress' in answer) return onProgress?.(answer.progress);
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) return request?.reject(new EngineError(answer.error));
      return request?.resolve(answer.output);
    });
    started.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => fail(`The thread that runs the models ended with code ${code}`));
    return started;
  };

  return {
    run(request) {
      worker ??= start();
      const id = ++lastId;
      const result = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, ...request });
      return result;
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
