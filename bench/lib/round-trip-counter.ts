import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How long clients must have sent nothing before what they sent is passed on, ms: longer than any pause within a batch. */
const QUIET_MS = 50;

export type RoundTripCounter = {
  /** Of a Redis that counts. */
  url: string;
  /** Round trips since the last time it was asked. */
  take(): number;
  close(): Promise<void>;
};

/**
 * A proxy in front of Redis that holds back what clients send and passes it on in one go. What was sent without waiting
 * for an answer is therefore passed on together, and each such time is one round trip: one wait for the network,
 * however many commands and connections take part.
 */
export async function countRoundTrips(redisUrl: string): Promise<RoundTripCounter> {
  const { hostname, port } = new URL(redisUrl);
  const sockets = new Set<Socket>();
  const held: { to: Socket; data: Buffer }[] = [];
  let waiting: NodeJS.Timeout | undefined;
  let trips = 0;
  const release = () => {
    trips++;
    waiting = undefined;
    for (const { to, data } of held.splice(0)) to.write(data);
  };
  const server = createServer((client) => {
    const redis = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, redis],
      [redis, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    redis.on('data', (data) => client.write(data));
    client.on('data', (data) => {
      held.push({ to: redis, data });
      clearTimeout(waiting);
      waiting = setTimeout(release, QUIET_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no TCP port');
  return {
    url: `redis://127.0.0.1:${address.port}`,
    take() {
      const taken = trips;
      trips = 0;
      return taken;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
