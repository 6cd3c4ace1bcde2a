/** Who may call: what S3 checks of a request before it looks at the object. */
import type { IncomingMessage } from 'node:http';
import { AwsError } from '../wire.ts';

/** Parameters of a presigned URL that belong to its signature. */
const SIGNATURE_PARAMETER =
  /^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token|Content-Sha256)$/i;

/**
 * Refuses anonymous requests and presigned URLs that have expired. Signatures themselves are not computed.
 * @throws AwsError AccessDenied
 */
export function checkAccess({ headers }: IncomingMessage, query: URLSearchParams, now: number) {
  if (headers.authorization) return;
  if (!query.has('X-Amz-Signature')) throw new AwsError('AccessDenied', 'Access Denied', 403);
  const signedAt = parseAmzDate(query.get('X-Amz-Date') ?? '');
  const seconds = Number(query.get('X-Amz-Expires') ?? Number.NaN);
  if (Number.isNaN(signedAt) || Number.isNaN(seconds)) {
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  const expires = signedAt + seconds * 1000;
  if (now > expires) {
    throw new AwsError('AccessDenied', 'Request has expired', 403, {
      'X-Amz-Expires': seconds,
      Expires: new Date(expires).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  }
}

/** s3rver knows one account only, and takes what is signed for it with version 4 on trust. */
export function signForS3rver(request: IncomingMessage) {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const parameters = query.split('&').filter((part) => !SIGNATURE_PARAMETER.test(part.split('=', 1)[0] ?? ''));
  request.url = parameters.join('') ? `${path}?${parameters.join('&')}` : path;
  Object.assign(request.headers, {
    authorization: 'AWS4-HMAC-SHA256 Credential=S3RVER/scope, SignedHeaders=host, Signature=trusted',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
  });
}

/** `yyyyMMddTHHmmssZ` as milliseconds since the epoch, or NaN. */
function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
