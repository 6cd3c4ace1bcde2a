/** Keeps two local clouds from using the same data at once. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const LOCK_FILE = 'lock.json';
const lockSchema = z.object({ pid: z.int().positive(), started: z.string() });
type Owner = z.output<typeof lockSchema>;

/** Another local cloud is running over this folder. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  constructor(dataDir: string, pid: number) {
    super(
      `Another LangPlug (process ${pid}) is running with the data in ${dataDir}. ` +
        'Stop it first, or give this one a folder of its own: npm start -- --data-dir <folder> --port <port>',
    );
  }
}

/**
 * The lock of a process that does not exist any more is taken over.
 * @returns a function that gives the folder free
 * @throws DataDirInUse
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, LOCK_FILE);
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' } satisfies Owner);
  for (;;) {
    try {
      await writeFile(file, content, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = await ownerOf(file);
    if (owner && startOf(owner.pid) === owner.started) throw new DataDirInUse(dataDir, owner.pid);
    await rm(file, { force: true });
  }
}

async function ownerOf(file: string): Promise<Owner | undefined> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * When a process started, in words of the operating system: process ids are used again, in containers soon.
 * @returns undefined when there is no such process
 */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-p', `${pid}`, '-o', 'lstart='], { encoding: 'utf8' });
    // The 22nd field; the second is the program's name in parentheses, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[19];
  } catch {
    return undefined;
  }
}
