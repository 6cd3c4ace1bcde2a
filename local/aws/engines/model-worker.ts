/** The thread that runs models, so that nothing else waits for them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { LIBRARY, modelsFolder } from './installed.ts';

const workerDataSchema = z.object({ enginesDir: z.string(), allowDownload: z.boolean() });

const requestSchema = z.object({
  id: z.number(),
  task: z.enum(['automatic-speech-recognition', 'translation']),
  model: z.string(),
  /** Number type of the weights, as the library names it. */
  dtype: z.enum(['fp32', 'q8']),
  input: z.union([z.string(), z.array(z.string()), z.instanceof(Float32Array)]),
  options: z.record(z.string(), z.unknown()),
});
export type ModelRequest = z.infer<typeof requestSchema>;

export const answerSchema = z.union([
  z.object({ id: z.number(), output: z.unknown() }),
  z.object({ id: z.number(), error: z.string() }),
  z.object({ id: z.number(), progress: z.object({ file: z.string(), loaded: z.number(), total: z.number() }) }),
]);

/** What is used of the library, which is not among the project's own dependencies. */
type Pipe = (input: unknown, options: unknown) => Promise<unknown>;
type Library = {
  env: { cacheDir: string; allowRemoteModels: boolean };
  pipeline(
    task: string,
    model: string,
    options: { dtype: string; progress_callback(event: unknown): void },
  ): Promise<Pipe>;
};

const progressSchema = z.object({
  status: z.literal('progress'),
  file: z.string(),
  loaded: z.number(),
  total: z.number(),
});

async function loadLibrary(): Promise<Library> {
  const { enginesDir, allowDownload } = workerDataSchema.parse(workerData);
  const entry = createRequire(join(enginesDir, 'package.json')).resolve(LIBRARY.name);
  const library: Library = await import(pathToFileURL(entry).href);
  library.env.cacheDir = modelsFolder(enginesDir);
  // Once installed, models are used from the disk: nothing is fetched behind the user's back.
  library.env.allowRemoteModels = allowDownload;
  return library;
}

const port = parentPort;
if (port) {
  let library: Promise<Library> | undefined;
  const pipes = new Map<string, Promise<Pipe>>();
  const pipeFor = async ({ id, task, model, dtype }: ModelRequest) => {
    library ??= loadLibrary();
    const { pipeline } = await library;
    const onProgress = (event: unknown) => {
      const { data } = progressSchema.safeParse(event);
      if (data) port.postMessage({ id, progress: data });
    };
    const pipe = pipes.get(model) ?? pipeline(task, model, { dtype, progress_callback: onProgress });
    pipes.set(model, pipe);
    return pipe;
  };
  port.on('message', async (message: unknown) => {
    const request = requestSchema.parse(message);
    try {
      const pipe = await pipeFor(request);
      const output = await pipe(request.input, request.options);
      port.postMessage({ id: request.id, output: JSON.parse(JSON.stringify(output)) });
    } catch (error) {
      pipes.delete(request.model);
      port.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) });
    }
  });
}
