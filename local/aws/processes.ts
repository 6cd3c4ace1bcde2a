/**
 * Child processes of the local cloud: started, watched, ended. Their ids are kept in a file, so that a run that was
 * killed outright can be cleaned up at the next start.
 */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { LocalLog } from '../types.ts';
import { readIfPresent, writeFileAtomic } from './files.ts';
import { describe } from './wire.ts';

/** How long a service may take to come up, ms. Java needs 3 s on an idle machine and far more on a busy one. */
const START_LIMIT_MS = 60_000;
/** How long a child may take to end by itself, ms. */
const STOP_LIMIT_MS = 3_000;
/** A child that dies is started again this often within this time, ms; then something is wrong that a start does not mend. */
const MOST_REVIVALS = 5;
const REVIVALS_WITHIN_MS = 60_000;
/** Pause before each start but the first of those, ms. */
const REVIVAL_PAUSE_MS = 500;

const pidFileSchema = z.array(
  z.object({ pid: z.int().positive(), name: z.string(), marks: z.array(z.string().min(1)).min(1) }),
);
type Entry = z.infer<typeof pidFileSchema>[number];

export type Program = {
  /** For people. */
  name: string;
  /**
   * Words of its command line by which a leftover is recognised, all of them together: nobody else's process may ever
   * be ended.
   */
  marks(port: number): string[];
  spawn(port: number): ChildProcess;
  /** Whether this very child answers at the port: another program may have taken the port before it. */
  isUp(port: number, child: ChildProcess): Promise<boolean>;
  /** Whether it is started again, at the same port, when it dies. @default false */
  revive?: boolean;
};

export type Processes = {
  /**
   * Starts a child at a free port and waits until it answers there. One that ends while starting is tried once more at
   * another port: ports may be taken between being chosen and being used.
   * @returns its port
   * @throws Error naming the child and its last output when it cannot start
   */
  start(program: Program): Promise<number>;
  stop(): Promise<void>;
};

/** @param pidFile where the ids of running children are kept */
export async function manageProcesses(pidFile: string, log: LocalLog): Promise<Processes> {
  await endLeftovers(pidFile, log);
  const children = new Map<ChildProcess, Omit<Entry, 'pid'>>();
  let stopping = false;
  const ending = new AbortController();

  const save = () => {
    const entries = [...children].flatMap(([{ pid }, entry]): Entry[] =>
      pid === undefined ? [] : [{ pid, ...entry }],
    );
    writeFileAtomic(pidFile, JSON.stringify(entries));
  };
  // The last resort when the process ends without stop(): children must not outlive it.
  const killAll = () => {
    for (const child of children.keys()) child.kill('SIGKILL');
  };
  process.on('exit', killAll);

  const startAt = async (port: number, program: Program): Promise<void> => {
    const { name, marks, spawn, isUp } = program;
    const child = spawn(port);
    const output = lastLines(child);
    let failure: string | undefined;
    let ended = false;
    let up = false;
    children.set(child, { name, marks: marks(port) });
    child.on('error', (error) => {
      failure =
        'code' in error && error.code === 'ENOENT'
          ? `the program "${child.spawnfile}" is not installed`
          : error.message;
      children.delete(child);
    });
    child.on('exit', (code, signal) => {
      ended = true;
      const death = signal ?? `code ${code}`;
      failure ??= `it ended with ${death}. ${output()}`.trim();
      children.delete(child);
      if (stopping || !up) return;
      save();
      if (!program.revive) return log.error(name, `${name} stopped: ${failure} Start the local cloud again.`);
      const revival = revive(port, program, death).finally(() => revivals.delete(revival));
      revivals.add(revival);
    });
    save();
    const deadline = Date.now() + START_LIMIT_MS;
    for (;;) {
      const answers = await isUp(port, child);
      if (ended) throw new EndedWhileStarting(`${name} could not start: ${failure}`);
      if (failure) throw new Error(`${name} could not start: ${failure}`);
      if (answers) break;
      if (stopping) throw new Error(`${name} was stopped while starting`);
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`${name} did not answer within ${START_LIMIT_MS / 1000} s. ${output()}`);
      }
      await delay(25);
    }
    up = true;
  };

  const revivals = new Set<Promise<void>>();
  /** When each was tried, by port, ms. */
  const tries = new Map<number, number[]>();
  const revive = async (port: number, program: Program, death: string): Promise<void> => {
    const { name } = program;
    log.warn(name, `${name} ended with ${death} and is started again`);
    let failure = `it ended with ${death}`;
    while (!stopping) {
      const recent = (tries.get(port) ?? []).filter((at) => Date.now() - at < REVIVALS_WITHIN_MS);
      if (recent.length >= MOST_REVIVALS) {
        return log.error(name, `${name} does not stay up: ${failure}. Start the local cloud again.`);
      }
      tries.set(port, [...recent, Date.now()]);
      if (recent.length > 0) await delay(REVIVAL_PAUSE_MS, undefined, { signal: ending.signal }).catch(() => undefined);
      if (stopping) return;
      try {
        await startAt(port, program);
        return log.info(name, `${name} is running again`);
      } catch (error) {
        failure = describe(error);
      }
    }
  };

  return {
    async start(program) {
      const first = await freePort();
      try {
        await startAt(first, program);
        return first;
      } catch (error) {
        if (stopping || !(error instanceof EndedWhileStarting)) throw error;
      }
      const second = await freePort();
      await startAt(second, program);
      return second;
    },
    async stop() {
      stopping = true;
      ending.abort();
      await Promise.all([...children.keys()].map(end));
      await Promise.all(revivals);
      process.off('exit', killAll);
      rmSync(pidFile, { force: true });
    },
  };
}

/** The child came to an end before it answered. */
class EndedWhileStarting extends Error {}

async function end(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const patience = new AbortController();
  const timeout = delay(STOP_LIMIT_MS, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  patience.abort();
  await timeout;
}

/** Ends children of a run that could not end them itself. Only processes whose command line still matches. */
async function endLeftovers(pidFile: string, log: LocalLog) {
  const saved = readIfPresent(pidFile);
  if (saved === undefined) return;
  const entries = pidFileSchema.safeParse(parseOr(saved, [])).data ?? [];
  for (const { pid, name, marks } of entries) {
    const isLeft = () => {
      const words = commandLine(pid).split(/\s+/);
      return marks.every((mark) => words.some((word) => word === mark || word.endsWith(`/${mark}`)));
    };
    if (!isLeft()) continue;
    log.warn('start', `Ending ${name} (process ${pid}) that an earlier run left behind`);
    process.kill(pid, 'SIGKILL');
    for (let i = 0; i < 100 && isLeft(); i++) await delay(20);
  }
  rmSync(pidFile, { force: true });
}

function parseOr(text: string, fallback: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fallback;
  }
}

/** Empty when there is no such process. */
function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Keeps the end of what a child prints, for error messages. */
function lastLines(child: ChildProcess): () => string {
  let tail = '';
  const keep = (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-1000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => (tail ? `Its last output: ${tail.trim()}` : '');
}

/** A TCP port of the loopback interface that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free TCP port');
  return address.port;
}
