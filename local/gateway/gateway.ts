/** The local HTTP API: routes requests to functions. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nameAndMessage } from '../log.ts';
import type { InvokeFunction, LocalLog } from '../types.ts';
import type { ApiRoute } from '../wiring/wiring.ts';
import { type GatewayIdentity, httpEvent, splitTarget } from './http-event.ts';
import { type GatewayResponse, gatewayError, httpResponse } from './http-response.ts';
import { routeTable } from './route-table.ts';

/** Limits of HTTP APIs: bytes of a request, and ms until an answer. */
const MAX_REQUEST_BYTES = 10 * 1024 * 1024;
const ANSWER_LIMIT_MS = 30_000;

export type GatewayOptions = {
  routes: readonly ApiRoute[];
  invoke: InvokeFunction;
  log: LocalLog;
  identity: GatewayIdentity;
  /** ms. @default 30 s */
  answerLimitMs?: number;
};

/** @param target path and query; may differ from the request's own when a prefix was taken off. */
export type Gateway = (request: IncomingMessage, response: ServerResponse, target: string) => Promise<void>;

export function createGateway(options: GatewayOptions): Gateway {
  const table = routeTable(options.routes);
  const { invoke, log, identity, answerLimitMs = ANSWER_LIMIT_MS } = options;

  const answer = async (request: IncomingMessage, target: string, requestId: string): Promise<GatewayResponse> => {
    const method = request.method ?? 'GET';
    const match = table.find(method, splitTarget(target).path);
    if (!match) {
      request.resume();
      return gatewayError(404);
    }
    const body = await readBody(request);
    if (!body) return gatewayError(413);
    const event = httpEvent(
      {
        method,
        target,
        headers: request.headers,
        body,
        sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
        time: Date.now(),
        requestId,
      },
      match,
      identity,
    );
    try {
      const result = await withLimit(invoke(match.route.functionArn, event), answerLimitMs);
      return result === TOO_LATE ? gatewayError(503) : httpResponse(result);
    } catch (error) {
      log.error('api', `${method} ${target}: ${nameAndMessage(error)}`);
      return gatewayError(500);
    }
  };

  return async (request, response, target) => {
    const started = performance.now();
    const requestId = randomBytes(11).toString('base64url').concat('=');
    const { status, headers, body } = await answer(request, target, requestId);
    log.verbose('api', `${request.method} ${target} → ${status} in ${Math.round(performance.now() - started)} ms`);
    const empty = status === 204 || status === 304;
    response.writeHead(status, {
      ...headers,
      'apigw-requestid': requestId,
      ...(!empty && { 'content-length': body.length }),
    });
    response.end(empty || request.method === 'HEAD' ? undefined : body);
  };
}

/** Reads to the end in any case, so that the client gets its answer. @returns undefined when there is more than allowed */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  return size <= MAX_REQUEST_BYTES ? Buffer.concat(chunks) : undefined;
}

const TOO_LATE = Symbol('too late');

async function withLimit(work: Promise<unknown>, ms: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, TOO_LATE);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
