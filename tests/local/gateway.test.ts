import { createServer, type Server } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGateway } from '../../local/gateway/gateway.ts';
import { routeTable } from '../../local/gateway/route-table.ts';
import { silentLog } from '../../local/log.ts';
import { FunctionError } from '../../local/types.ts';
import { sendRaw } from '../support/send-raw.ts';

let answer: (event: APIGatewayProxyEventV2, fn: string) => unknown;
let received: { event: APIGatewayProxyEventV2; fn: string }[];
let server: Server;
let url: string;

const route = (routeKey: string) => ({ routeKey, functionArn: routeKey });

beforeAll(async () => {
  const gateway = createGateway({
    routes: [
      'GET /videos',
      'POST /videos',
      'GET /videos/{id}',
      'PATCH /videos/{id}',
      'GET /videos/{id}/subtitles.vtt',
      'GET /videos/latest',
      'ANY /files/{proxy+}',
      'GET /files/{proxy+}',
      'GET /slow',
    ].map(route),
    invoke: async (fn, payload) => {
      const event = payload as APIGatewayProxyEventV2;
      received.push({ event, fn });
      return answer(event, fn);
    },
    log: silentLog,
    identity: { account: '000000000000', apiId: 'local', region: 'us-east-1' },
    answerLimitMs: 200,
  });
  server = createServer((request, response) => void gateway(request, response, request.url ?? '/'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => server.close());
beforeEach(() => {
  received = [];
  answer = () => ({ statusCode: 204 });
});

const last = () => {
  const call = received.at(-1);
  if (!call) throw new Error('No function was called');
  return call;
};
const send = (path: string, init?: RequestInit) => fetch(url + path, init);

describe('the event', () => {
  it('has the shape of payload format 2.0', async () => {
    await send('/videos?a=1&b=x%20y&a=2', {
      headers: { 'User-Agent': 'test', Cookie: 'one=1; two=2', 'X-Custom': 'Value' },
    });
    const { event } = last();
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /videos',
      rawPath: '/videos',
      rawQueryString: 'a=1&b=x%20y&a=2',
      cookies: ['one=1', 'two=2'],
      queryStringParameters: { a: '1,2', b: 'x y' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        http: { method: 'GET', path: '/videos', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        routeKey: 'GET /videos',
        stage: '$default',
        requestId: expect.stringMatching(/^[\w-]{15}=$/),
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ 'x-custom': 'Value' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('pathParameters');
  });

  it('has text bodies as text and all others in base64', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      send('/videos', { method: 'POST', body, headers: { 'content-type': type } });
    await post('{"ä":1}', 'application/json; charset=utf-8');
    expect(last().event).toMatchObject({ body: '{"ä":1}', isBase64Encoded: false });
    await post('{}', 'application/problem+json');
    expect(last().event).toMatchObject({ body: '{}', isBase64Encoded: false });
    await post(new Uint8Array([0, 255]), 'application/octet-stream');
    expect(last().event).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    await post('a=1', 'application/x-www-form-urlencoded');
    expect(last().event).toMatchObject({ body: 'YT0x', isBase64Encoded: true });
  });

  it('has the path decoded, with its parameters', async () => {
    await send('/videos/a%20b');
    expect(last().event).toMatchObject({ rawPath: '/videos/a b', pathParameters: { id: 'a b' } });
  });
});

describe('routing', () => {
  it.each([
    ['GET', '/videos/1', 'GET /videos/{id}'],
    ['GET', '/videos/latest', 'GET /videos/latest'],
    ['GET', '/videos/1/subtitles.vtt', 'GET /videos/{id}/subtitles.vtt'],
    ['GET', '/files/a/b', 'GET /files/{proxy+}'],
    ['PUT', '/files/a/b', 'ANY /files/{proxy+}'],
  ])('%s %s goes to %s', async (method, path, expected) => {
    await send(path, { method });
    expect(last().fn).toBe(expected);
  });

  it('gives greedy variables the rest of the path', async () => {
    await send('/files/a/b/c');
    expect(last().event.pathParameters).toEqual({ proxy: 'a/b/c' });
  });

  it.each([
    ['GET', '/nope'],
    ['DELETE', '/videos'],
    ['GET', '/videos/'],
    ['GET', '/videos/1/more'],
    ['GET', '/files'],
  ])('%s %s is not found', async (method, path) => {
    const response = await send(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not Found' });
    expect(received).toEqual([]);
  });
});

describe('a default route', () => {
  it.each([
    ['GET', '/videos', 'GET /videos'],
    ['PUT', '/files/a', 'ANY /files/{proxy+}'],
    ['GET', '/nope', '$default'],
    ['DELETE', '/videos', '$default'],
    ['PROPFIND', '/videos/1', '$default'],
    ['GET', '/', '$default'],
  ])('takes what no other route does: %s %s goes to %s', (method, path, expected) => {
    const table = routeTable(['$default', 'GET /videos', 'GET /videos/{id}', 'ANY /files/{proxy+}'].map(route));
    expect(table.find(method, path)?.route.routeKey).toBe(expected);
  });

  it('is named in the event, which has the path but no parameters of it', async () => {
    const gateway = createGateway({
      routes: [route('GET /videos/{id}'), route('$default')],
      invoke: async (_, event) => event,
      log: silentLog,
      identity: { account: '000000000000', apiId: 'local', region: 'us-east-1' },
    });
    const withDefault = createServer((request, response) => void gateway(request, response, request.url ?? '/'));
    await new Promise<void>((resolve) => withDefault.listen(0, '127.0.0.1', resolve));
    const address = withDefault.address();
    const port = typeof address === 'object' ? address?.port : '';
    const event = await (await fetch(`http://127.0.0.1:${port}/videos/1`, { method: 'PUT', body: 'x' })).json();
    withDefault.close();
    expect(event).toMatchObject({
      routeKey: '$default',
      rawPath: '/videos/1',
      body: 'x',
      requestContext: { routeKey: '$default', http: { method: 'PUT', path: '/videos/1' } },
    });
    expect(event).not.toHaveProperty('pathParameters');
  });
});

describe('the answer', () => {
  it('has status, headers, cookies and body of the function', async () => {
    answer = () => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/vtt', ETag: '"1"', 'X-Number': 3 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: 'Grüße',
    });
    const response = await send('/videos');
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('text/vtt');
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('x-number')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toBe(last().event.requestContext.requestId);
    expect(await response.text()).toBe('Grüße');
  });

  it('is decoded from base64', async () => {
    answer = () => ({ statusCode: 200, body: 'AP8=', isBase64Encoded: true });
    expect(new Uint8Array(await (await send('/videos')).arrayBuffer())).toEqual(new Uint8Array([0, 255]));
  });

  it.each([
    ['br', brotliCompressSync, brotliDecompressSync],
    ['gzip', gzipSync, gunzipSync],
  ] as const)('reaches clients as it was compressed: %s', async (encoding, compress, decompress) => {
    const body = compress('Grüße '.repeat(500));
    answer = () => ({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'content-encoding': encoding, vary: 'accept-encoding' },
      body: body.toString('base64'),
      isBase64Encoded: true,
    });
    // Not by fetch, which would decompress it.
    const asked = (method: string) =>
      sendRaw(method, `${url}/videos`, { 'accept-encoding': `${encoding}, identity;q=0.5` });
    const response = await asked('GET');
    expect(last().event.headers['accept-encoding']).toBe(`${encoding}, identity;q=0.5`);
    expect(response.headers).toMatchObject({
      'content-encoding': encoding,
      'content-length': `${body.length}`,
      vary: 'accept-encoding',
    });
    expect(decompress(response.body).toString()).toBe('Grüße '.repeat(500));
  });

  it('to a HEAD request tells the length and has no body', async () => {
    answer = () => ({ statusCode: 200, body: 'Grüße' });
    const response = await sendRaw('HEAD', `${url}/files/a`);
    expect([response.status, response.headers['content-length'], response.body.length]).toEqual([200, '7', 0]);
  });

  it('to a PATCH request comes from the route of that method', async () => {
    answer = () => ({ statusCode: 200, body: '{}' });
    expect((await send('/videos/1', { method: 'PATCH', body: '{"title":"x"}' })).status).toBe(200);
    expect(last().event).toMatchObject({ routeKey: 'PATCH /videos/{id}', body: '{"title":"x"}' });
  });

  it('is JSON when the function gives no status code', async () => {
    answer = () => ({ ok: true });
    const response = await send('/videos');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toEqual({ ok: true });
  });

  it.each([204, 304])('has no body with status %i', async (statusCode) => {
    answer = () => ({ statusCode, headers: { etag: '"1"' } });
    const response = await send('/videos');
    expect([response.status, await response.text()]).toEqual([statusCode, '']);
  });

  it.each([
    ['the function fails', () => Promise.reject(new FunctionError('TypeError', 'secret detail'))],
    ['its answer has a body that is no text', () => ({ statusCode: 200, body: { a: 1 } })],
  ])('is 500 without a reason when %s', async (_, outcome) => {
    answer = outcome;
    const response = await send('/videos');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  it('is 503 when the function takes too long', async () => {
    answer = () => new Promise(() => undefined);
    const response = await send('/slow');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'Service Unavailable' });
  });

  it('is 413 above 10 MB, and the function is not called', async () => {
    const size = 10 * 1024 * 1024;
    const post = (bytes: number) => send('/videos', { method: 'POST', body: new Uint8Array(bytes) });
    expect((await post(size)).status).toBe(204);
    received = [];
    expect((await post(size + 1)).status).toBe(413);
    expect(received).toEqual([]);
  });
});
