import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end.
 * @returns what it printed on standard output
 * @throws Error with the program's own words when it fails or is not installed
 */
export function run(program: string, args: readonly string[], input?: Uint8Array): Buffer {
  const result = spawnSync(program, args, { maxBuffer: 1 << 28, ...(input && { input }) });
  if (result.error) throw new Error(`${program} cannot be run (is it installed?): ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${program} failed (${result.status}): ${result.stderr}`);
  return result.stdout;
}

/** Runs ffmpeg quietly, overwriting its output. */
export const ffmpeg = (...args: string[]): Buffer => run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args]);
