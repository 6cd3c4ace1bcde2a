import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * Adds an ETag to an answer and turns it into 304 when the client has it already. Private data: browsers may keep
 * it, but must ask each time; caches between must not keep it at all.
 */
export function withETag(
  response: APIGatewayProxyStructuredResultV2,
  ifNoneMatch: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const etag = `"${createHash('sha256')
    .update(response.body ?? '')
    .digest('base64url')
    .slice(0, 27)}"`;
  const headers = { ...response.headers, etag, 'cache-control': 'private, no-cache' };
  if (!matches(etag, ifNoneMatch)) return { ...response, headers };
  return { statusCode: 304, headers: { etag, 'cache-control': headers['cache-control'] } };
}

/** Weak comparison, as RFC 9110 (13.1.2) asks for If-None-Match. */
function matches(etag: string, ifNoneMatch: string | undefined): boolean {
  const candidates = (ifNoneMatch ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes(etag) || candidates.includes('*');
}
