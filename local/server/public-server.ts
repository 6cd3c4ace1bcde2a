/** The one port that people and clients see: the API, its reference page, and what only the local cloud has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Gateway } from '../gateway/gateway.ts';
import type { LocalLog } from '../types.ts';
import { findPage, sendPage } from './pages.ts';

/** CloudFront hands `/api/…` on to the API without the prefix; the local cloud does so, too. */
const API_PREFIX = '/api';

export type LocalRoute = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

export type PublicServerOptions = {
  /** 0 takes any free port. */
  port: number;
  gateway: Gateway;
  /** Answers `/_local/…`, or says that it does not know the path. */
  localRoute: LocalRoute;
  log: LocalLog;
};

export type PublicServer = { url: string; stop(): Promise<void> };

/** The port is taken by another program; the message says what to do. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(port: number) {
    super(
      `Port ${port} is already in use by another program (or another "npm start"). ` +
        `End that program, or choose another port: npm start -- --port ${port + 1}`,
    );
  }
}

/** Listens on the loopback interface only. @throws PortTaken */
export async function startPublicServer({
  port,
  gateway,
  localRoute,
  log,
}: PublicServerOptions): Promise<PublicServer> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/';
    const path = target.split('?')[0] ?? '/';
    const page = request.method === 'GET' || request.method === 'HEAD' ? findPage(path) : undefined;
    if (page) return sendPage(request, response, page);
    if (path.startsWith('/_local/') && (await localRoute(request, response, path))) return;
    const stripped = path.startsWith(`${API_PREFIX}/`) ? target.slice(API_PREFIX.length) : target;
    await gateway(request, response, stripped);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.verbose('server', `${request.method} ${request.url}: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"message":"Internal Server Error"}');
    });
  });
  // Between the polls of a client its connection stays open.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(taken ? new PortTaken(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The public server has no TCP port');
  return {
    url: `http://localhost:${address.port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
