import { buffer } from 'node:stream/consumers';
import { constants } from 'node:zlib';
import type middy from '@middy/core';
import httpContentEncoding, { type ContentEncoding, getContentEncodingStream } from '@middy/http-content-encoding';
import httpContentNegotiation, { type Context as Negotiated } from '@middy/http-content-negotiation';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
/** What negotiation finds out, likes best first. */
type EncodingContext = Context & Partial<Pick<Negotiated, 'preferredEncodings'>>;
type Request = middy.Request<Event, Result, Error, EncodingContext>;

/** Below it a body fits into one packet, compressed or not, bytes. */
const WORTH_IT_BYTES = 1024;
/**
 * Codings in the order in which they are taken where the client has no preference. A lesson of 72 KB: br 15.2 KB in 0.9 ms,
 * zstd 16.0 KB in 0.1 ms, gzip 14.5 KB in 1.7 ms; one of 11 KB: 2.5, 2.7 and 2.6 KB.
 */
const CODINGS: readonly ContentEncoding[] = ['br', 'zstd', 'gzip'];
/** The default, 11, is for files that are compressed once: the same lesson takes 55 ms then. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const COMPRESSIBLE = /^(text\/|application\/([\w.+-]+\+)?(json|xml|javascript|x-subrip)\b)/;

/**
 * Compresses answers over 1 KB in the coding that the client likes best. Smaller ones only for clients that refuse what is not
 * compressed (`identity;q=0`). Who accepts nothing at all gets it uncompressed, as from a server that knows no codings.
 */
export function contentEncoding(): middy.MiddlewareObj<Event, Result, Error, EncodingContext> {
  const negotiation = httpContentNegotiation({
    availableEncodings: [...CODINGS, 'identity'],
    parseCharsets: false,
    parseLanguages: false,
    parseMediaTypes: false,
    failOnMismatch: false,
  });
  const encoding = httpContentEncoding({ br: BROTLI });
  const encode = async (request: Request) => {
    const { response, context } = request;
    if (!isCompressible(response)) return;
    const [preferred] = context.preferredEncodings ?? [];
    const mustBe = preferred !== undefined && !context.preferredEncodings?.includes('identity');
    if (mustBe || Buffer.byteLength(response.body) > WORTH_IT_BYTES) await encoding.after?.(request);
    if (mustBe && !response.isBase64Encoded) await encodeAnyway(response, preferred);
    // However it was sent, it depends on what was accepted.
    delete response.headers.Vary;
    response.headers.vary = 'accept-encoding';
  };
  return {
    before: (request) => {
      const { headers } = request.event;
      if (headers['accept-encoding']) headers['accept-encoding'] = inOurOrder(headers['accept-encoding']);
      return negotiation.before?.(request);
    },
    after: encode,
    onError: encode,
  };
}

type Compressible = Result & { body: string; headers: NonNullable<Result['headers']> };

const isCompressible = (response: Request['response']): response is Compressible =>
  Boolean(response?.body) && COMPRESSIBLE.test(String(response?.headers?.['content-type']));

/** The middleware leaves alone what does not become smaller. */
async function encodeAnyway(response: Compressible, coding: string): Promise<void> {
  const known = CODINGS.find((candidate) => candidate === coding);
  if (!known) return;
  const stream = getContentEncodingStream(known);
  stream.end(response.body);
  response.body = (await buffer(stream)).toString('base64');
  response.isBase64Encoded = true;
  response.headers['content-encoding'] = known;
}

/** Of codings that the client likes equally, negotiation takes the one that it names first. Browsers name gzip first. */
function inOurOrder(acceptEncoding: string): string {
  const rank = (element: string) => {
    const name = element.split(';')[0]?.trim().toLowerCase();
    const at = CODINGS.map(String).indexOf(name ?? '');
    return at < 0 ? CODINGS.length : at;
  };
  return acceptEncoding
    .split(',')
    .toSorted((a, b) => rank(a) - rank(b))
    .join(',');
}
