/**
 * The one HTTP endpoint of the AWS services of the local cloud. It finds out which service a request is for, as AWS
 * names it in the request itself, and hands it on.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LocalLog } from '../types.ts';
import { type QueryService, queryHandler, sendQueryError } from './query.ts';
import {
  AwsError,
  describe,
  type Handler,
  type JsonService,
  jsonHandler,
  readBody,
  sendJsonError,
  targetOperation,
  unknownOperation,
} from './wire.ts';

/** A service as requests name it: by the beginning of `X-Amz-Target`, or in the scope of their signature. */
export type ServiceRoute = { targets: string[]; scope: string; handle: Handler };

export const jsonRoute = (service: JsonService): ServiceRoute => ({
  targets: [service.target],
  scope: service.target.toLowerCase(),
  handle: jsonHandler(service),
});

export const queryRoute = (service: QueryService): ServiceRoute => ({
  targets: [],
  scope: service.scope,
  handle: queryHandler(service),
});

export type FrontDoor = {
  /** `http://127.0.0.1:port`. */
  endpoint: string;
  /** Requests before this answer 503. */
  open(routes: ServiceRoute[]): void;
  close(): Promise<void>;
};

const NOT_READY = new AwsError('ServiceUnavailable', 'The local cloud is still starting', 503);

/** Listens on a free port of the loopback interface. */
export async function openFrontDoor(log: LocalLog): Promise<FrontDoor> {
  let routes: ServiceRoute[] | undefined;
  const server = createServer((request, response) => {
    if (!routes) {
      sendJsonError(request, response, NOT_READY, '1.0');
      return;
    }
    const handle = findRoute(routes, request)?.handle ?? refuse;
    Promise.resolve(handle(request, response)).catch((error: unknown) => {
      log.error('aws', `${request.method} ${request.url}: ${describe(error)}`);
      sendJsonError(request, response, error, '1.0');
    });
  });
  // Uploads of many gigabytes over slow links must not be cut off; keep-alive spares reconnecting in between polls.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The front door has no TCP port');

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    open(open) {
      routes = open;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** S3 is the only service whose requests name it neither in a target nor always in a signature. */
function findRoute(routes: ServiceRoute[], request: IncomingMessage): ServiceRoute | undefined {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const service = target.slice(0, target.lastIndexOf('.'));
    return routes.find(({ targets }) => targets.includes(service));
  }
  const scope = signatureScope(request) ?? 's3';
  return routes.find((route) => route.scope === scope && route.targets.length === 0);
}

/** The service of the credential scope, `…/date/region/service/aws4_request`, from the header or a presigned URL. */
function signatureScope({ headers, url = '/' }: IncomingMessage): string | undefined {
  const header = /Credential=[^,\s]+/.exec(headers.authorization ?? '')?.[0];
  const credential = header ?? new URL(url, 'http://localhost').searchParams.get('X-Amz-Credential') ?? '';
  return credential.split('/').at(-2) || undefined;
}

/** Says which operation of which service is missing, in the format that the caller understands. */
async function refuse(request: IncomingMessage, response: ServerResponse) {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const service = target.slice(0, target.lastIndexOf('.'));
    sendJsonError(request, response, unknownOperation(service, targetOperation(request)), '1.0');
    return;
  }
  const form = request.headers['content-type']?.includes('x-www-form-urlencoded')
    ? new URLSearchParams((await readBody(request)).toString('utf8'))
    : new URLSearchParams();
  const operation = form.get('Action') ?? `${request.method} ${request.url}`;
  request.resume();
  sendQueryError(response, unknownOperation(signatureScope(request) ?? 'this service', operation));
}
