import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../local/client/api-client.ts';
import { bodyOf, startTestCloud, type TestCloud } from './support/cloud.ts';

let test: TestCloud;
let learner: ApiClient;
beforeAll(async () => {
  test = await startTestCloud();
  learner = await test.learner();
});
afterAll(() => test?.stop());

describe('what is not there, or not yours', () => {
  const nowhere = '0190a000-0000-7000-8000-000000000000';

  it('gets the same 404', async () => {
    const { video } = await learner.createVideo({
      title: 'mine',
      source_language: 'de',
      target_language: 'en',
      size: 1,
    });
    const other = await test.learner();
    const requests = (id: string): [string, string, unknown?][] => [
      ['GET', `/videos/${id}`],
      ['DELETE', `/videos/${id}`],
      ['POST', `/videos/${id}/process`],
      ['GET', `/videos/${id}/chunks`],
      ['GET', `/videos/${id}/chunks/0`],
      ['GET', `/videos/${id}/subtitles.vtt`],
      ['POST', `/videos/${id}/subtitles`, { content: '1\n00:00:01,000 --> 00:00:02,000\nx\n' }],
      ['POST', `/videos/${id}/upload/complete`, { upload_id: 'x', parts: [{ part_number: 1, etag: 'x' }] }],
      ['DELETE', `/videos/${id}/upload`],
      ['GET', `/tasks/${id}/status`],
    ];
    const answer = async ([method, address, body]: [string, string, unknown?], id: string) => {
      const response = await other.send(method, address, body);
      const { request_id: _, instance, ...problem } = await bodyOf(response);
      return { status: response.status, problem, instance: instance.replace(id, '{id}') };
    };
    const unknown = requests(nowhere);
    for (const [i, request] of requests(video.id).entries()) {
      const others = await answer(request, video.id);
      expect(others, request.join(' ')).toMatchObject({ status: 404, problem: { code: 'NOT_FOUND' } });
      expect(others).toEqual(await answer(unknown[i] ?? request, nowhere));
    }
    expect((await learner.getVideo(video.id)).title).toBe('mine');
  });

  it.each([
    ['GET', '/nothing'],
    ['PUT', '/videos'],
  ])('is an address or a method that the API does not have: %s %s', async (method, address) => {
    const response = await learner.send(method, address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await bodyOf(response)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      detail: `${method} ${address} is not an address of this API.`,
      instance: address,
      remedy: expect.any(String),
    });
  });

  it('needs a valid token', async () => {
    for (const authorization of ['', 'Bearer nonsense', 'Basic abc']) {
      const response = await fetch(`${test.cloud.url}/videos`, { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(await bodyOf(response)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});

describe('a malformed request', () => {
  const post = (body: string, contentType: string) =>
    learner.sendText('POST', '/videos', body, { 'content-type': contentType });

  it.each([
    ['malformed JSON', '{"title": ', 'application/json', 400, 'MALFORMED_JSON'],
    ['no JSON at all', 'title=x', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a list', '[]', 'application/json', 400, 'INVALID_REQUEST'],
  ])('%s gets problem details', async (_what, body, contentType, status, code) => {
    const response = await post(body, contentType);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await bodyOf(response)).toMatchObject({ status, code, remedy: expect.any(String), instance: '/videos' });
  });

  it('names every bad field with its reason, and writes nothing', async () => {
    const client = await test.learner();
    const response = await client.send('POST', '/videos', {
      title: 7,
      source_language: 'xx',
      target_language: 'klingon',
      size: '1',
    });
    expect(response.status).toBe(400);
    const { errors } = await bodyOf(response);
    expect(errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'body.size',
      'body.source_language',
      'body.target_language',
      'body.title',
    ]);
    expect((await bodyOf(await client.send('GET', '/videos'))).items).toEqual([]);
  });

  it.each([
    ['/videos?limit=0', 'query.limit'],
    ['/videos?limit=x', 'query.limit'],
    ['/videos?cursor=nonsense', 'query.cursor'],
    ['/videos?colour=red', 'query.colour'],
    ['/videos/not-a-uuid', 'path.video_id'],
  ])('GET %s names %s', async (address, field) => {
    const response = await learner.send('GET', address);
    expect(response.status).toBe(400);
    expect(await bodyOf(response)).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ field }] });
  });

  it('another upload than that of the video is refused, and what was uploaded stays', async () => {
    const { video } = await learner.createVideo({
      title: 'x',
      source_language: 'de',
      target_language: 'en',
      size: 101 * 1024 * 1024,
    });
    const complete = (upload_id: string) =>
      learner.send('POST', `/videos/${video.id}/upload/complete`, {
        upload_id,
        parts: [{ part_number: 1, etag: 'x' }],
      });
    const response = await complete('another');
    expect(response.status).toBe(400);
    expect(await bodyOf(response)).toMatchObject({ errors: [{ field: 'body.upload_id' }] });
    expect((await learner.send('DELETE', `/videos/${video.id}/upload`)).status).toBe(204);
  });

  it('processing before the upload gets 409', async () => {
    const { video } = await learner.createVideo({ title: 'x', source_language: 'de', target_language: 'en', size: 1 });
    const response = await learner.send('POST', `/videos/${video.id}/process`);
    expect(response.status).toBe(409);
    expect(await bodyOf(response)).toMatchObject({ code: 'NOT_UPLOADED' });
  });
});

describe('accounts', () => {
  it('are one per e-mail, also when many ask at once', async () => {
    const body = { email: 'Race@example.org', password: 'Correct-Horse-9' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => learner.send('POST', '/auth/register', body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('cannot be entered with a wrong password, nor told from unknown ones', async () => {
    const email = 'someone@example.org';
    await learner.send('POST', '/auth/register', { email, password: 'Correct-Horse-9' });
    const wrong = await learner.send('POST', '/auth/login', { email, password: 'Wrong-Horse-99' });
    const unknown = await learner.send('POST', '/auth/login', {
      email: 'nobody@example.org',
      password: 'Wrong-Horse-99',
    });
    const strip = ({ request_id: _, ...problem }: Record<string, unknown>) => problem;
    expect(wrong.status).toBe(401);
    expect(strip(await bodyOf(wrong))).toEqual(strip(await bodyOf(unknown)));
  });
});
