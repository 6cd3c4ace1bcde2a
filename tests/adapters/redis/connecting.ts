/** What the tests of the connection have in common. */
import { createServer, type Server } from 'node:net';
import { expect } from 'vitest';
import {
  CacheUnavailable,
  type ConnectionOptions,
  RedisConnection,
} from '../../../functions/adapters/redis/connection.ts';

const connections: RedisConnection[] = [];
const servers: Server[] = [];

export function open(url: string, options: ConnectionOptions = {}) {
  const states: string[] = [];
  const connection = new RedisConnection(url, { onBreaker: (state) => states.push(state), ...options });
  connections.push(connection);
  return { connection, states };
}

/** A server that speaks as told; '' hangs up. @returns its URL, and how many connections it has had */
export async function startServer(onData: (answer: (text: string) => void, connection: number, data: string) => void) {
  let connected = 0;
  const server = createServer((socket) => {
    connected += 1;
    const number = connected;
    socket.on('error', () => {});
    const answer = (text: string) => (text === '' ? socket.destroy() : socket.write(text));
    socket.on('data', (data) => onData(answer, number, data.toString()));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { url: `redis://127.0.0.1:${address.port}`, connections: () => connected };
}

/** After each test. */
export function closeAll() {
  for (const connection of connections.splice(0)) connection.close();
  for (const server of servers.splice(0)) server.close();
}

export const ping = (connection: RedisConnection) => connection.run([['PING']]);

export const isUp = (connection: RedisConnection) =>
  ping(connection).then(
    () => true,
    () => false,
  );

/** How long something takes that must fail, ms. */
export async function timeToFail(work: Promise<unknown>) {
  const began = performance.now();
  await expect(work).rejects.toThrow(CacheUnavailable);
  return performance.now() - began;
}
