import type { IncomingMessage, ServerResponse } from 'node:http';

const EXPOSED = ['ETag', 'Content-Length', 'Content-Range', 'Accept-Ranges', 'Location', 'x-amz-request-id'];

/**
 * Lets browsers use presigned requests from any origin: locally the web app's port is not known beforehand.
 * @returns whether the request was a preflight, which is answered now
 */
export function answerCors({ headers, method }: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = headers;
  if (!origin) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', EXPOSED.join(', '));
  response.setHeader('Vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
  if (method !== 'OPTIONS') return false;
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, PUT, POST, DELETE');
  response.setHeader('Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '*');
  response.setHeader('Access-Control-Max-Age', '3600');
  response.writeHead(200, { 'content-length': 0 }).end();
  return true;
}
