import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands between a client and Redis, and counts round trips: how often the client speaks after Redis has spoken.
 * @param delayMs how long it holds back each answer
 */
export async function startProxy(port: number, delayMs = 0) {
  const sockets = new Set<Socket>();
  let isClientSpeaking = false;
  const proxy = {
    url: '',
    roundTrips: 0,
    connections: 0,
    /** It hangs up instead of passing on the answer to that round trip. */
    hangUpAt: Number.NaN,
    stop,
  };
  const server = createServer((client) => {
    proxy.connections += 1;
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      if (!isClientSpeaking) proxy.roundTrips += 1;
      isClientSpeaking = true;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      isClientSpeaking = false;
      if (proxy.roundTrips === proxy.hangUpAt) client.destroy();
      if (delayMs === 0) client.write(data);
      else setTimeout(() => client.write(data), delayMs);
    });
  });
  async function stop() {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  proxy.url = `redis://127.0.0.1:${address.port}`;
  return proxy;
}
