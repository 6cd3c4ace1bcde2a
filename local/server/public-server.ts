/** The one port that people and clients see: the API, its reference page, and what only the local cloud has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Gateway } from '../gateway/gateway.ts';
import type { LocalLog } from '../types.ts';
import { findPage, sendPage } from './pages.ts';

/** CloudFront hands `/api/…` on to the API without the prefix; the local cloud does so, too. */
const API_PREFIX = '/api';

export type LocalRoute = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

export type PublicServerOptions = {
  gateway: Gateway;
  /** Answers `/_local/…`, or says that it does not know the path. */
  localRoute: LocalRoute;
};

export type PublicServer = {
  url: string;
  /** Until then requests are answered by 503. */
  serve(options: PublicServerOptions): void;
  stop(): Promise<void>;
};

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

/**
 * Listens on the loopback interface only, at once, so that a port that is taken is noticed before anything else starts.
 * @param port 0 takes any free one
 * @throws PortTaken
 */
export async function openPublicServer(port: number, log: LocalLog): Promise<PublicServer> {
  let options: PublicServerOptions | undefined;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!options) return answer(response, 503, 'LangPlug is still starting');
    const target = request.url ?? '/';
    const path = target.split('?')[0] ?? '/';
    const page = request.method === 'GET' || request.method === 'HEAD' ? findPage(path) : undefined;
    if (page) return sendPage(request, response, page);
    if (path.startsWith('/_local/') && (await options.localRoute(request, response, path))) return;
    const stripped = path.startsWith(`${API_PREFIX}/`) ? target.slice(API_PREFIX.length) : target;
    await options.gateway(request, response, stripped);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.verbose('server', `${request.method} ${request.url}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else answer(response, 500, 'Internal Server Error');
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
    serve(given) {
      options = given;
    },
    async stop() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}
