import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Processes } from './processes.ts';

/**
 * Starts the real redis-server in the place of ElastiCache, and again whenever it dies. It begins empty each time: what it
 * had saved a while ago would come back without the invalidations since.
 * @param folder of its own
 * @returns its URL
 */
export async function startRedis(processes: Processes, folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await processes.start({
    name: 'redis-server',
    // Redis shows its address, not its arguments, in the process list.
    marks: (at) => ['redis-server', `127.0.0.1:${at}`],
    spawn: (at) =>
      spawn('redis-server', ['--port', String(at), '--bind', '127.0.0.1', '--dir', folder, '--save', ''], {
        detached: true,
        stdio: 'pipe',
      }),
    isUp: answersAsRedis,
    revive: true,
  });
  return `redis://127.0.0.1:${port}`;
}

/** Whether it is this child that answers, and has loaded its data. */
export async function answersAsRedis(port: number, { pid }: Pick<ChildProcess, 'pid'>): Promise<boolean> {
  const answer = await ask(port, 'INFO server\r\nPING\r\nQUIT\r\n');
  return answer.includes(`process_id:${pid}\r\n`) && answer.includes('+PONG\r\n');
}

/** @returns all that comes back, nothing when nobody answers */
function ask(port: number, commands: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 }, () => socket.write(commands));
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(''));
    socket.on('close', () => resolve(answer));
  });
}
