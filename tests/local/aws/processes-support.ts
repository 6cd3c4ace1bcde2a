/** Looks at the processes and ports of the services. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';

const pidsSchema = z.array(z.object({ pid: z.number(), name: z.string(), marks: z.array(z.string()) }));

/** Of all children over a data folder, or of those of one name. */
export async function pidsOf(dataDir: string, wanted?: string): Promise<number[]> {
  const entries = pidsSchema.parse(JSON.parse(await readFile(join(dataDir, 'pids.json'), 'utf8')));
  return entries.filter(({ name }) => wanted === undefined || name === wanted).map(({ pid }) => pid);
}

/** A zombie has ended; only nobody has asked how. */
export function isRunning(pid: number): boolean {
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' });
  return status === 0 && !stdout.startsWith('Z');
}

export const areGone = (pids: number[]) => expect.poll(() => pids.filter(isRunning)).toEqual([]);

export const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

export const portOf = (url: string) => Number(new URL(url).port);
