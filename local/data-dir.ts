/** The folder that holds everything which survives a restart: its lock, and its clearing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const LOCK_FILE = 'lock.json';
/** Says that a folder is ours, so that nothing else is ever cleared. */
const MARKER_FILE = 'langplug-data.txt';
const MARKER = 'All data of a LangPlug that runs on this machine. "npm start -- --fresh" clears this folder.\n';
const lockSchema = z.object({ pid: z.int().positive(), started: z.string() });
type Owner = z.output<typeof lockSchema>;

/** What is not data and stays when data are cleared: installed models are large. */
const KEPT: readonly string[] = [LOCK_FILE, MARKER_FILE, 'engines'];

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

/** The folder was not made by LangPlug: it is not cleared. */
export class NotOurData extends Error {
  override readonly name = 'NotOurData';
  constructor(dataDir: string) {
    super(`${dataDir} holds files that are not LangPlug's, so it is not cleared. Choose another --data-dir.`);
  }
}

/**
 * Creates the folder if need be, and locks it. The lock of a process that does not exist any more is taken over.
 * @returns a function that gives the folder free
 * @throws DataDirInUse
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  if ((await readdir(dataDir)).every((name) => KEPT.includes(name)))
    await writeFile(path.join(dataDir, MARKER_FILE), MARKER);
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

/** Removes everything from a locked folder. Nothing may use it at the time. @throws NotOurData */
export async function clearDataDir(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  if (!names.includes(MARKER_FILE)) throw new NotOurData(dataDir);
  for (const name of names) {
    if (!KEPT.includes(name)) await rm(path.join(dataDir, name), { recursive: true, force: true });
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
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // A zombie has ended; only nobody has asked how.
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
