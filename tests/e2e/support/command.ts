/** A command of the project that keeps running, as a child process. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Command = {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Waits until standard output holds this. @throws Error with all output when the command ends before */
  prints(text: string | RegExp): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** One after the other: the same signal twice at once would arrive as one. */
  signals(names: readonly NodeJS.Signals[]): Promise<void>;
  /** Its exit code; the name of the signal that killed it. */
  ended: Promise<number | NodeJS.Signals | null>;
};

/** @param args of Node */
export function startCommand(args: readonly string[], env: Record<string, string> = {}): Command {
  const { LANGPLUG_ENDPOINT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let over = false;
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      over = true;
      resolve(signal ?? code);
    });
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    async prints(text) {
      while (typeof text === 'string' ? !stdout.includes(text) : !text.test(stdout)) {
        if (over) throw new Error(`It ended without printing ${text}:\n${stdout}\n${stderr}`);
        await sleep(10);
      }
    },
    signal: (name) => void child.kill(name),
    async signals(names) {
      for (const name of names) {
        child.kill(name);
        await sleep(50);
      }
    },
    ended,
  };
}

/** Waits until both services run over a data folder. @returns their process ids */
export async function servicesOf(dataDir: () => Promise<string | undefined> | string): Promise<number[]> {
  for (;;) {
    const folder = await dataDir();
    const file = folder && path.join(folder, 'pids.json');
    const pids = file && existsSync(file) ? parsePids(readFileSync(file, 'utf8')) : [];
    if (pids.length === 2) return pids;
    await sleep(10);
  }
}

const parsePids = (text: string) => JSON.parse(text).map(({ pid }: { pid: number }) => pid);

/** Which of these processes still run. */
export function running(pids: readonly number[]): number[] {
  return pids.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
}

/** Folders of throw-away clouds in a folder for temporary files. */
export const temporaryFolders = async (tmp: string) =>
  (await readdir(tmp)).filter((name) => name.startsWith('langplug-')).map((name) => path.join(tmp, name));
