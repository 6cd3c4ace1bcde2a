import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * Adds an ETag to an answer and turns it into 304 when the client has it already. A 304 has the header fields that the
 * answer would have had (RFC 9110, 15.4.5).
 */
export function withETag(
  response: APIGatewayProxyStructuredResultV2,
  ifNoneMatch: string | undefined,
  cacheControl: string,
): APIGatewayProxyStructuredResultV2 {
  const digest = createHash('sha256')
    .update(response.body ?? '')
    .digest('base64url')
    .slice(0, 27);
  // Weak, because the same tag stands for every encoding of the answer (RFC 9110, 8.8.1).
  const caching = { etag: `W/"${digest}"`, 'cache-control': cacheControl, vary: 'accept-encoding' };
  if (!matches(digest, ifNoneMatch)) return { ...response, headers: { ...response.headers, ...caching } };
  return { statusCode: 304, headers: caching };
}

/** Weak comparison, as RFC 9110 (13.1.2) asks for If-None-Match. Tags may hold commas, so it is no list to be split. */
function matches(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch?.trim() === '*') return true;
  return [...(ifNoneMatch ?? '').matchAll(/"([^"]*)"/g)].some(([, candidate]) => candidate === tag);
}
