import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DynamoChunkStore } from '../../functions/adapters/dynamodb/chunk-store.ts';
import { DynamoPublicKeys } from '../../functions/adapters/dynamodb/public-keys.ts';
import { DynamoTaskStore } from '../../functions/adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../functions/adapters/dynamodb/video-store.ts';
import { SystemClock } from '../../functions/adapters/node/clock.ts';
import { JoseTokenIssuer } from '../../functions/adapters/node/tokens.ts';
import { s3Client } from '../../functions/adapters/s3/client.ts';
import { S3ObjectStore } from '../../functions/adapters/s3/object-store.ts';
import { objectKeys } from '../../functions/core/object-keys.ts';
import { aChunk, aLesson, aSeries, aTaskOf, T0, taskRef } from '../support/builders.ts';
import { call, startHandlerServices } from '../support/handlers.ts';

let services: Awaited<ReturnType<typeof startHandlerServices>>;
let handler: typeof import('../../functions/handlers/api/videos/index.ts')['handler'];
let issuer: JoseTokenIssuer;
let objects: S3ObjectStore;

beforeAll(async () => {
  services = await startHandlerServices(['users', 'videos']);
  await services.aws.createBucket('media');
  const { url } = await services.aws.createQueue('ingest', {});
  Object.assign(process.env, {
    VIDEOS_TABLE: 'videos',
    MEDIA_BUCKET: 'media',
    INGEST_QUEUE_URL: url,
    STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:pipeline',
    MAX_UPLOAD_BYTES: '1000000',
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
  });
  ({ handler } = await import('../../functions/handlers/api/videos/index.ts'));
  const secret = { read: async () => 'another secret of at least 32 characters' };
  issuer = new JoseTokenIssuer(secret, new DynamoPublicKeys('users', services.dynamo), new SystemClock());
  objects = new S3ObjectStore('media', s3Client());
});
afterAll(() => services?.end());

let ownerId: string;
let token: string;
beforeEach(async () => {
  ownerId = randomUUID();
  ({ token } = await issuer.issue({ accountId: ownerId, role: 'learner', sessionId: 's' }));
});

const get = (path: string, query: Record<string, string> = {}) => call(handler, 'GET', path, { token, query });
const patch = (id: string, body: unknown) => call(handler, 'PATCH', `/videos/${id}`, { token, body });
const createdSchema = z.object({ video: z.looseObject({ id: z.string() }) });
async function create(fields: Record<string, unknown> = {}) {
  const body = { title: 'Ein Tag', source_language: 'de', target_language: 'en', size: 10, ...fields };
  const answer = await call(handler, 'POST', '/videos', { token, body });
  return createdSchema.parse(answer.body).video;
}
const idsOf = (body: unknown) =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(body)
    .items.map(({ id }) => id);

describe('A video of a series', () => {
  it('is shown with its series and number, among the episodes of its series', async () => {
    const video = await create({ series: 'Hamburg', episode: 2 });
    const other = await create({ series: 'hamburg', episode: 1 });
    const series = aSeries('Hamburg');
    expect(video).toMatchObject({ series, episode: 2 });
    expect((await get('/series')).body).toEqual({
      items: [{ id: series.id, title: 'hamburg', episode_count: 2, updated_at: expect.any(String) }],
      next_cursor: null,
    });
    expect(idsOf((await get(`/series/${series.id}/episodes`)).body)).toEqual([other.id, video.id]);
  });

  it('is refused with a number and no series', async () => {
    const body = { title: 'x', source_language: 'de', target_language: 'en', size: 1, episode: 2 };
    const answer = await call(handler, 'POST', '/videos', { token, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.series', reason: 'is required with an episode' }] },
    });
    const { id } = await create();
    expect(await patch(id, { episode: 2 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.episode' }] },
    });
  });

  it('is in a list of its own: 404 for a series that is not there, 400 for a cursor of another list', async () => {
    const { id } = aSeries('Nirgendwo');
    expect(await get(`/series/${id}/episodes`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await get('/series/Hamburg/episodes')).toMatchObject({ status: 400 });
    for (const series of ['A', 'B']) await create({ series });
    const { body } = await get('/series', { limit: '1' });
    const { next_cursor: cursor } = z.object({ next_cursor: z.string() }).parse(body);
    expect((await get('/series', { limit: '1', cursor })).body).toMatchObject({ items: [{ title: 'B' }] });
    expect(await get(`/series/${aSeries('A').id}/episodes`, { cursor })).toMatchObject({ status: 400 });
  });
});

describe('PATCH /videos/{id}', () => {
  it('is read at once by whoever wrote it, in every list', async () => {
    const { id } = await create({ series: 'Alt', episode: 1 });
    const [alt, neu] = [aSeries('Alt'), aSeries('Neu')];
    const look = async () => ({
      video: (await get(`/videos/${id}`)).body,
      videos: (await get('/videos')).body?.items,
      series: (await get('/series')).body?.items,
      alt: (await get(`/series/${alt.id}/episodes`)).status,
      neu: (await get(`/series/${neu.id}/episodes`)).status,
      stats: (await get('/stats')).body,
    });
    expect(await look()).toMatchObject({ alt: 200, neu: 404, stats: { series: 1 } });
    expect(await patch(id, { title: 'Anders', series: 'Neu' })).toMatchObject({
      status: 200,
      body: { title: 'Anders' },
    });
    const expected = { id, title: 'Anders', series: neu, episode: 1 };
    expect(await look()).toMatchObject({
      video: expected,
      videos: [expected],
      series: [{ id: neu.id, title: 'Neu' }],
      alt: 404,
      neu: 200,
    });
    await patch(id, { series: null });
    expect(await look()).toMatchObject({
      video: { series: null, episode: null },
      series: [],
      neu: 404,
      stats: { series: 0 },
    });
  });

  it('answers 404 for a video that is not there, and for one of somebody else', async () => {
    const { id } = await create();
    ({ token } = await issuer.issue({ accountId: randomUUID(), role: 'learner', sessionId: 's' }));
    for (const unknown of [id, randomUUID()]) {
      expect(await patch(unknown, { title: 'x' })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });
});

describe('The library', () => {
  it('is answered from the cache until somebody writes', async () => {
    const { id } = await create();
    const ref = { ownerId, videoId: id };
    const look = async () => [
      (await get(`/videos/${id}`)).body,
      (await get('/videos')).body,
      (await get('/stats')).body,
    ];
    const before = await look();
    const behind = new DynamoVideoStore('videos', services.dynamo);
    await behind.update(ref, { duration: 60 }, T0);
    expect(await look()).toEqual(before);
    await patch(id, { title: 'Neu' });
    expect(await look()).toMatchObject([{ duration: 60 }, { items: [{ duration: 60 }] }, { seconds: 60 }]);
  });

  it('shows lessons and subtitles of a chunk from the cache, and none of a deleted video', async () => {
    const { id } = await create();
    const ref = { ownerId, videoId: id };
    const video = await new DynamoVideoStore('videos', services.dynamo).get(ref);
    if (!video) throw new Error('The video has vanished');
    const task = aTaskOf(video);
    await new DynamoTaskStore('videos', new SystemClock(), services.dynamo).start(task);
    const lessonKey = objectKeys.lesson(ref, 0, 'hash');
    await objects.writeJson(lessonKey, aLesson({ video_id: id }));
    await new DynamoChunkStore('videos', services.dynamo).save(taskRef(task), aChunk(0, { lessonKey }), [], T0);
    const look = async () => (await get(`/videos/${id}/chunks/0`)).body;
    expect(await look()).toMatchObject({ video_id: id });
    await objects.delete(lessonKey);
    expect(await look()).toMatchObject({ video_id: id });
    expect((await call(handler, 'DELETE', `/videos/${id}`, { token })).status).toBe(204);
    for (const path of ['', '/chunks', '/chunks/0']) expect((await get(`/videos/${id}${path}`)).status).toBe(404);
    expect((await get('/videos')).body).toEqual({ items: [], next_cursor: null });
  });

  it('shows a video as being processed as soon as that is asked for', async () => {
    const { id } = await create();
    await objects.write(objectKeys.source({ ownerId, videoId: id }), 'bytes', 'video/mp4');
    expect((await get(`/videos/${id}`)).body).toMatchObject({ state: 'uploading' });
    const accepted = await call(handler, 'POST', `/videos/${id}/process`, { token });
    expect(accepted.status).toBe(202);
    expect((await get(`/videos/${id}`)).body).toMatchObject({ state: 'processing', task_id: accepted.body?.task_id });
    expect((await get('/stats')).body).toMatchObject({ videos: { total: 1, processing: 1 } });
  });
});
