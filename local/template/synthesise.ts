/** Synthesises the app into a cloud assembly, or takes the one that was made from the very same sources. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the templates and bundles are made from. */
const SOURCES = ['lib', 'functions', 'package.json', 'package-lock.json'];
/** Assemblies that nobody has started with for this long are removed: one that runs still loads bundles from its own. */
const KEEP_MS = 7 * 24 * 3_600_000;

export type SynthesisOptions = {
  projectRoot: string;
  /** CDK context, `stage` among it. */
  context: Record<string, unknown>;
};

/**
 * @returns the folder of the assembly. It lies below the project, so that bundles find packages that Lambda's runtime
 *   brings along.
 * @throws whatever building the app throws.
 */
export async function synthesise({ projectRoot, context }: SynthesisOptions): Promise<string> {
  const cache = path.join(projectRoot, 'node_modules', '.cache', 'langplug');
  const assembly = path.join(cache, `assembly-${await fingerprint(projectRoot, context)}`);
  if (!existsSync(path.join(assembly, 'manifest.json'))) {
    const unfinished = path.join(cache, `unfinished-${randomUUID()}`);
    await mkdir(unfinished, { recursive: true });
    try {
      await buildInThread({ context, outdir: unfinished });
      await rename(unfinished, assembly).catch((error: unknown) => {
        if (!existsSync(path.join(assembly, 'manifest.json'))) throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  const now = new Date();
  await utimes(assembly, now, now);
  await removeOld(cache);
  return assembly;
}

/** In a thread: bundling blocks it for seconds, and the CDK's memory is given back afterwards. */
async function buildInThread(workerData: { context: Record<string, unknown>; outdir: string }): Promise<void> {
  const worker = new Worker(new URL('./synthesis-worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let output = '';
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (data) => (output += String(data)));
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Synthesis ended with code ${code}\n${output}`)),
    );
  });
}

async function fingerprint(projectRoot: string, context: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([process.version, context]));
  for (const source of SOURCES) {
    const top = path.join(projectRoot, source);
    const files = (await stat(top)).isDirectory()
      ? (await readdir(top, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [top];
    for (const file of files) hash.update(path.relative(projectRoot, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name);
    const info = await stat(folder).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > KEEP_MS) await rm(folder, { recursive: true, force: true });
  }
}
