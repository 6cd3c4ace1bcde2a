import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { freePort, type Processes } from './processes.ts';

/**
 * Starts the real redis-server in the place of ElastiCache.
 * @returns its URL
 */
export async function startRedis(processes: Processes, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  await processes.start(
    'redis-server',
    // Redis shows its address, not its arguments, in the process list.
    `redis-server 127.0.0.1:${port}`,
    () =>
      spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder], {
        detached: true,
        stdio: 'pipe',
      }),
    () => answersPing(port),
  );
  return `redis://127.0.0.1:${port}`;
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 }, () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}
