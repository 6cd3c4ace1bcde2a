import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../../functions/contracts/route.ts';
import type { TokenVerifier } from '../../../functions/core/ports/accounts.ts';
import { ProblemError } from '../../../functions/core/problem-error.ts';
import { apiFunction } from '../../../functions/runtime/api/api-function.ts';
import { apiEvent, lambdaContext } from './api-event.ts';

const item = z.object({ text: z.string() });
const base = { fn: 'videos', method: 'GET', summary: 's' } as const;
const ok = { status: 200, description: 'ok' } as const;
const table = {
  large: { ...base, path: '/large', access: 'user', answer: { ...ok, schema: item } },
  small: { ...base, path: '/small', access: 'user', answer: { ...ok, schema: item } },
  text: {
    ...base,
    path: '/text',
    access: 'user',
    answer: { ...ok, contentType: 'application/x-subrip; charset=utf-8' },
  },
  image: { ...base, path: '/image', access: 'user', answer: { ...ok, contentType: 'image/png' } },
  shared: { ...base, path: '/shared', access: 'public', answer: { ...ok, schema: item }, sharedForSeconds: 60 },
  live: { ...base, path: '/live', access: 'public', answer: { ...ok, schema: item } },
  empty: { ...base, method: 'DELETE', path: '/empty', access: 'user', answer: { status: 204, description: 'gone' } },
  change: { ...base, method: 'POST', path: '/change', access: 'user', answer: { ...ok, schema: item } },
  broken: { ...base, path: '/broken', access: 'user', answer: { ...ok, schema: item } },
  wrong: { ...base, path: '/wrong', access: 'user', answer: { ...ok, schema: item } },
  slow: { ...base, path: '/slow', access: 'user', answer: { ...ok, schema: item } },
} as const satisfies Record<string, Route>;

/** With what JSON adds, just below 1 KB. */
const SMALL = 'a'.repeat(1000);
const LARGE = 'Wer reitet so spät durch Nacht und Wind? '.repeat(100);

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const cache = { startRequest: vi.fn(), finishRequest: vi.fn(async () => {}) };
const verifier: TokenVerifier = {
  verify: async (token) => (token === 'good' ? { accountId: 'a', role: 'learner', sessionId: 's' } : undefined),
};

const handler = apiFunction(
  table,
  'videos',
  {
    large: async () => ({ text: LARGE }),
    small: async () => ({ text: SMALL }),
    text: async () => LARGE,
    image: async () => LARGE,
    shared: async () => ({ text: LARGE }),
    live: async () => ({ text: 'now' }),
    empty: async () => undefined,
    change: async () => ({ text: LARGE }),
    broken: async () => {
      throw new Error('boom');
    },
    wrong: async () => {
      throw new ProblemError('INVALID_REQUEST', LARGE);
    },
    slow: async () => {
      const started = performance.now();
      while (performance.now() - started < 1010) await new Promise((resolve) => setTimeout(resolve, 20));
      return { text: 'late' };
    },
  },
  { log, verifier, cache },
);

async function send(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const result = await handler(
    apiEvent(method, path, { headers: { authorization: 'Bearer good', ...headers } }),
    lambdaContext,
  );
  const lower = Object.entries(result.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  expect(new Set(lower.map(([name]) => name)).size).toBe(lower.length);
  return { ...result, headers: Object.fromEntries(lower) };
}

const DECODERS: Record<string, (data: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
};
function decoded({ headers, body = '', isBase64Encoded }: Awaited<ReturnType<typeof send>>): string {
  const coding = headers['content-encoding'];
  expect(isBase64Encoded ?? false).toBe(coding !== undefined);
  if (coding === undefined) return body;
  return DECODERS[coding]?.(Buffer.from(body, 'base64')).toString('utf8') ?? '';
}

describe('compression', () => {
  it.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['zstd', 'zstd'],
    ['what a browser sends', 'gzip, deflate, br, zstd', 'br'],
    ['any', '*', 'br'],
    ['any but br', 'br;q=0, *', 'zstd'],
    ['rather gzip', 'br;q=0.5, gzip;q=1.0', 'gzip'],
    ['capitals and blanks', ' GZIP ; q=0.4 ', 'gzip'],
    ['rather gzip than nothing', 'gzip, identity;q=0.5', 'gzip'],
  ])('takes the coding that the client likes best: %s', async (_what, accept, coding = accept) => {
    const answer = await send('/large', { 'accept-encoding': accept });
    expect(answer.headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' });
    expect(JSON.parse(decoded(answer))).toEqual({ text: LARGE });
    expect(answer.body?.length).toBeLessThan(LARGE.length / 4);
  });

  it.each([
    ['names none', undefined],
    ['names nothing', ''],
    ['knows only others', 'compress, deflate'],
    ['wants none', 'identity'],
    ['likes none better', 'identity, gzip;q=0.5'],
    ['excludes all codings', '*;q=0, identity;q=1'],
    ['excludes ours', 'gzip;q=0, br;q=0, zstd;q=0'],
    ['excludes everything', '*;q=0'],
  ])('leaves alone what is for a client that %s, and says what it depends on', async (_what, accept) => {
    const answer = await send('/large', accept === undefined ? {} : { 'accept-encoding': accept });
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(JSON.parse(decoded(answer))).toEqual({ text: LARGE });
  });

  it('leaves small answers alone', async () => {
    const answer = await send('/small', { 'accept-encoding': 'gzip' });
    expect(decoded(answer)).toBe(JSON.stringify({ text: SMALL }));
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  it('compresses even a small answer for a client that refuses what is not compressed', async () => {
    const answer = await send('/small', { 'accept-encoding': 'gzip, identity;q=0' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(decoded(answer)).toBe(JSON.stringify({ text: SMALL }));
  });

  it('compresses subtitles, which are text', async () => {
    const answer = await send('/text', { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(decoded(answer)).toBe(LARGE);
  });

  it('leaves alone what is compressed by its nature', async () => {
    expect((await send('/image', { 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding');
  });

  it('compresses a long problem', async () => {
    const answer = await send('/wrong', { 'accept-encoding': 'gzip' });
    expect(answer).toMatchObject({ statusCode: 400, headers: { 'content-encoding': 'gzip' } });
    expect(JSON.parse(decoded(answer))).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('has no body and no encoding with 204 and 304', async () => {
    const gone = await send('/empty', { 'accept-encoding': 'gzip, identity;q=0' }, 'DELETE');
    expect(gone).toMatchObject({ statusCode: 204 });
    const { etag = '' } = (await send('/large')).headers;
    const unchanged = await send('/large', { 'accept-encoding': 'gzip, identity;q=0', 'if-none-match': etag });
    expect(unchanged.statusCode).toBe(304);
    for (const { body, headers } of [gone, unchanged]) {
      expect(body ?? '').toBe('');
      expect(headers).not.toHaveProperty('content-encoding');
    }
  });
});

describe('caching by clients', () => {
  it('lets only the browser keep what belongs to someone, and has it ask each time', async () => {
    expect((await send('/large')).headers).toMatchObject({
      'cache-control': 'private, no-cache',
      etag: expect.any(String),
    });
  });

  it('gives every encoding of an answer the same tag, and 304 for it', async () => {
    const [plain, br] = [await send('/large'), await send('/large', { 'accept-encoding': 'br' })];
    expect(br.headers.etag).toBe(plain.headers.etag);
    const again = await send('/large', { 'accept-encoding': 'gzip', 'if-none-match': br.headers.etag ?? '' });
    expect(again.statusCode).toBe(304);
    const { etag, vary, 'cache-control': cacheControl } = br.headers;
    expect(again.headers).toEqual({ etag, vary, 'cache-control': cacheControl });
  });

  it('lets anybody keep what is the same for all', async () => {
    expect((await send('/shared')).headers).toMatchObject({
      'cache-control': 'public, max-age=60',
      etag: expect.any(String),
    });
  });

  it.each([
    ['the state of the system', '/live', 'GET'],
    ['the answer to a change', '/change', 'POST'],
    ['an empty answer', '/empty', 'DELETE'],
    ['a problem', '/wrong', 'GET'],
  ])('lets nobody keep %s', async (_what, path, method) => {
    const { headers } = await send(path, { 'if-none-match': '*' }, method);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('etag');
  });
});

describe('around each request', () => {
  it.each([
    ['answered', '/small', {}, 200],
    ['failed', '/broken', {}, 500],
    ['was refused', '/small', { authorization: 'Bearer bad' }, 401],
    ['went nowhere', '/nowhere', {}, 404],
  ])('the cache hears of its begin and end when it %s', async (_what, path, headers, status) => {
    vi.clearAllMocks();
    expect((await send(path, headers)).statusCode).toBe(status);
    expect(cache.startRequest).toHaveBeenCalledOnce();
    expect(cache.finishRequest).toHaveBeenCalledOnce();
    expect(cache.finishRequest.mock.invocationCallOrder[0]).toBeGreaterThan(
      cache.startRequest.mock.invocationCallOrder[0] ?? 0,
    );
  });

  it('the answer stands when the cache cannot end it', async () => {
    vi.clearAllMocks();
    const error = new Error('The metrics could not be written');
    cache.finishRequest.mockRejectedValueOnce(error);
    expect(await send('/small')).toMatchObject({ statusCode: 200, body: JSON.stringify({ text: SMALL }) });
    expect(log.error).toHaveBeenCalledExactlyOnceWith('request could not be finished', { error });
  });

  it('one line is logged', async () => {
    vi.clearAllMocks();
    await send('/broken');
    expect(log.info).toHaveBeenCalledExactlyOnceWith('request', {
      route: 'GET /broken',
      status: 500,
      ms: expect.any(Number),
      request_id: 'request-1',
    });
  });

  it('a slow one is logged as a warning with its route and time', async () => {
    vi.clearAllMocks();
    await send('/slow');
    expect(log.warn).toHaveBeenCalledExactlyOnceWith(
      'slow request',
      expect.objectContaining({ route: 'GET /slow', status: 200 }),
    );
    expect(log.warn.mock.calls[0]?.[1].ms).toBeGreaterThan(1000);
    expect(log.info).not.toHaveBeenCalled();
  });
});
