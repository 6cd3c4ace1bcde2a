/** The event of an HTTP API for its functions, payload format 2.0. */
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RouteMatch } from './route-table.ts';

export type GatewayRequest = {
  method: string;
  /** Path and query as they came. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
  /** Milliseconds since the epoch. */
  time: number;
  requestId: string;
};

export type GatewayIdentity = { account: string; apiId: string; region: string };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Paths reach functions decoded, queries raw and decoded, cookies apart from the other headers, and bodies in base64
 * unless their content type says that they are text.
 */
export function httpEvent(
  request: GatewayRequest,
  { route, pathParameters }: RouteMatch,
  { account, apiId, region }: GatewayIdentity,
): APIGatewayProxyEventV2 {
  const { path, query } = splitTarget(request.target);
  const { cookie, ...headers } = request.headers;
  const parameters = queryParameters(query);
  const isBase64Encoded = !isText(request);
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: joined(headers),
    requestContext: {
      accountId: account,
      apiId,
      domainName: `${apiId}.execute-api.${region}.amazonaws.com`,
      domainPrefix: apiId,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: request.requestId,
      routeKey: route.routeKey,
      stage: '$default',
      time: commonLogTime(request.time),
      timeEpoch: request.time,
    },
    isBase64Encoded: request.body.length > 0 && isBase64Encoded,
  };
  if (cookie) event.cookies = cookie.split(/;\s*/).filter((part) => part !== '');
  if (Object.keys(parameters).length > 0) event.queryStringParameters = parameters;
  if (Object.keys(pathParameters).length > 0) event.pathParameters = pathParameters;
  if (request.body.length > 0) event.body = request.body.toString(isBase64Encoded ? 'base64' : 'utf8');
  return event;
}

/** @returns the decoded path and the raw query. A path that cannot be decoded stays as it is. */
export function splitTarget(target: string): { path: string; query: string } {
  const at = target.indexOf('?');
  const raw = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? '' : target.slice(at + 1);
  try {
    return { path: decodeURIComponent(raw), query };
  } catch {
    return { path: raw, query };
  }
}

/** Values of a repeated parameter are joined by commas. */
function queryParameters(query: string): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(parameters);
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : `${value}`]),
  );
}

function isText({ headers, body }: GatewayRequest): boolean {
  if (headers['content-encoding']) return false;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return isUtf8(body);
  return type.startsWith('text/') || /^application\/(json|javascript|xml|[^;]+\+(json|xml))$/.test(type);
}

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(time: number): string {
  const date = new Date(time);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
