/** Weight and start of bundles, made as functions are made. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { BUNDLE_OPTIONS } from '../../lib/constructs/app-function/bundles.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const KILOBYTE = 1000;

/** @returns the file */
export async function bundle(entry: string, folder: string, name: string, options: BuildOptions = {}): Promise<string> {
  const outfile = join(folder, `${name.replaceAll(/[^a-z-]+/g, '-')}.mjs`);
  await build({
    ...BUNDLE_OPTIONS,
    sourcemap: false,
    entryPoints: [entry],
    outfile,
    absWorkingDir: PROJECT,
    ...options,
  });
  return outfile;
}

/** Bytes, as they are and compressed by gzip. */
export function weigh(file: string): { bytes: number; gzip: number } {
  const code = readFileSync(file);
  return { bytes: code.length, gzip: gzipSync(code).length };
}

/**
 * How long a fresh process takes to import a bundle, ms: without the start of Node.js, and without what was imported
 * before.
 */
export async function importTime(
  file: string,
  { env = {}, before = [] }: { env?: Record<string, string>; before?: readonly string[] } = {},
): Promise<number> {
  const script = `
    ${before.map((name) => `await import(${JSON.stringify(name)});`).join('\n')}
    const begin = performance.now();
    await import(${JSON.stringify(file)});
    process.stdout.write('\\n' + (performance.now() - begin));
    process.exit();`;
  const options = { cwd: PROJECT, env: { PATH: process.env.PATH, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], options);
  const milliseconds = Number(stdout.split('\n').at(-1));
  if (!(milliseconds > 0)) throw new Error(`Importing ${file} printed no time: ${stdout}`);
  return milliseconds;
}

/** With a folder from which the packages of the project can be imported. */
export async function inBundleFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const parent = join(PROJECT, 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'langplug-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
