import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { S3ObjectEvent } from '../../../local/types.ts';
import { startTestServices, type TestServices } from './services.ts';

const MB = 1024 * 1024;
const Bucket = 'media';

let services: TestServices;
let s3: S3Client;
const events: S3ObjectEvent[] = [];

beforeAll(async () => {
  services = await startTestServices();
  s3 = new S3Client({ ...services.client, forcePathStyle: true });
  services.aws.onObjectEvent((event) => events.push(event));
  await services.aws.createBucket(Bucket);
}, 60_000);
afterAll(() => services.end());
beforeEach(() => {
  events.length = 0;
});

const md5 = (data: string | Buffer) => createHash('md5').update(data).digest('hex');
const read = async (Key: string, Range?: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }));
  return Body?.transformToString();
};

describe('objects', () => {
  it('come back as they were put, with type, metadata and ETag', async () => {
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a/ä +b',
        Body: 'hello',
        ContentType: 'text/plain',
        Metadata: { who: 'me' },
      }),
    );
    const answer = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/ä +b' }));
    expect(await answer.Body?.transformToString()).toBe('hello');
    expect(answer).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { who: 'me' },
      ETag: `"${md5('hello')}"`,
      ContentLength: 5,
    });
    expect(events).toEqual([
      { eventName: 'ObjectCreated:Put', bucket: Bucket, key: 'a/ä +b', size: 5, etag: md5('hello') },
    ]);
  });

  it('arrive whole when an SDK sends them in chunks with a checksum at the end', async () => {
    const body = randomBytes(300_000);
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'streamed',
        Body: Readable.from([body.subarray(0, 7), body.subarray(7)]),
        ContentLength: body.length,
      }),
    );
    expect(events[0]).toMatchObject({ size: body.length, etag: md5(body) });
  });

  it.each([
    ['bytes=0-0', 'a'],
    ['bytes=2-4', 'cde'],
    ['bytes=4-', 'ef'],
    ['bytes=-2', 'ef'],
    ['bytes=3-100', 'def'],
  ])('can be read by the range %s', async (range, expected) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'ranges', Body: 'abcdef' }));
    expect(await read('ranges', range)).toBe(expected);
  });

  it('refuse a range behind their end', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'ranges', Body: 'abcdef' }));
    await expect(read('ranges', 'bytes=6-')).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('may be empty', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: new Uint8Array() }));
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'empty' }))).toMatchObject({ ContentLength: 0 });
    expect(await read('empty')).toBe('');
  });

  it('that are not there answer NotFound to HEAD and NoSuchKey to GET', async () => {
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'nothing' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(read('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new GetObjectCommand({ Bucket: 'elsewhere', Key: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('are written once when a condition asks for it, also by two writers at once', async () => {
    const put = () => s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    const results = await Promise.allSettled([put(), put(), put()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('answer a read on the condition of an ETag', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'conditional', Body: 'one' }));
    await expect(
      s3.send(new GetObjectCommand({ Bucket, Key: 'conditional', IfMatch: '"other"' })),
    ).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(
      s3.send(new GetObjectCommand({ Bucket, Key: 'conditional', IfNoneMatch: `"${md5('one')}"` })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  });

  it('can be copied and deleted, one by one and many at once', async () => {
    const keys = ['d/1', 'd/2', 'd/3'];
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'd/4', CopySource: `${Bucket}/d/1` }));
    expect(await read('d/4')).toBe('d/1');
    events.length = 0;
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'd/4' }));
    const { Deleted } = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(keys);
    expect(events.map(({ eventName, key }) => [eventName, key])).toEqual(
      ['d/4', ...keys].map((key) => ['ObjectRemoved:Delete', key]),
    );
    expect((await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'd/' }))).KeyCount).toBe(0);
  });

  it('are not there when their upload breaks off', async () => {
    const { port } = new URL(services.aws.endpoint);
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'broken' }));
    await new Promise<void>((resolve) => {
      const upload = httpRequest({
        port,
        method: 'PUT',
        path: url.slice(services.aws.endpoint.length),
        headers: { 'content-length': 1000 },
      });
      upload.on('error', () => resolve());
      upload.write('half', () => setTimeout(() => upload.destroy(), 20));
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'broken' }))).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('listing', () => {
  it('goes through all keys page by page, in order', async () => {
    const keys = ['l/a', 'l/a-b/1', 'l/a/1', 'l/a/2', 'l/ä', 'l/b'];
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const found: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2, ...(token ? { ContinuationToken: token } : {}) }),
      );
      found.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token);
    expect(found).toEqual([...keys].sort());
  });

  it('rolls up what shares a prefix', async () => {
    for (const Key of ['r/1', 'r/x/1', 'r/x/2', 'r/y/1'])
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'r/', Delimiter: '/' }));
    expect(page.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([['r/1', 1]]);
    expect(page.CommonPrefixes).toEqual([{ Prefix: 'r/x/' }, { Prefix: 'r/y/' }]);
  });
});

describe('multipart uploads', () => {
  const begin = async (Key: string) => {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    return { Bucket, Key, UploadId };
  };

  it('put their parts together and announce one object', async () => {
    const upload = await begin('big');
    const parts = [randomBytes(5 * MB), randomBytes(10)];
    const urls = await Promise.all(
      parts.map((_, i) => getSignedUrl(s3, new UploadPartCommand({ ...upload, PartNumber: i + 1 }))),
    );
    const answers = await Promise.all(
      urls.map((url, i) =>
        fetch(url, { method: 'PUT', body: parts[i] ?? null, headers: { origin: 'http://localhost:5173' } }),
      ),
    );
    expect(answers.map(({ headers }) => headers.get('access-control-expose-headers'))).toEqual([
      expect.stringContaining('ETag'),
      expect.stringContaining('ETag'),
    ]);
    const listed = await s3.send(new ListPartsCommand(upload));
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * MB],
      [2, 10],
    ]);
    const Parts = answers.map(({ headers }, i) => ({ PartNumber: i + 1, ETag: headers.get('etag') ?? '' }));
    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    const etag = done.ETag?.replaceAll('"', '');
    expect(etag).toMatch(/^[0-9a-f]{32}-2$/);
    expect(events).toEqual([
      { eventName: 'ObjectCreated:CompleteMultipartUpload', bucket: Bucket, key: 'big', size: 5 * MB + 10, etag },
    ]);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'big' }))).toMatchObject({
      ETag: done.ETag,
      ContentLength: 5 * MB + 10,
    });
  });

  it('are gone once aborted', async () => {
    const upload = await begin('aborted');
    await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'x' }));
    await s3.send(new AbortMultipartUploadCommand(upload));
    await expect(s3.send(new AbortMultipartUploadCommand(upload))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(s3.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: 'y' }))).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'aborted' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it.each([
    ['a part that was never uploaded', [{ PartNumber: 3, ETag: 'x' }], 'InvalidPart'],
    ['a wrong ETag', [{ PartNumber: 1, ETag: '"0"' }], 'InvalidPart'],
    [
      'parts in the wrong order',
      [
        { PartNumber: 2, ETag: `"${md5('b')}"` },
        { PartNumber: 1, ETag: `"${md5('a')}"` },
      ],
      'InvalidPartOrder',
    ],
    [
      'a small part that is not the last',
      [
        { PartNumber: 1, ETag: `"${md5('a')}"` },
        { PartNumber: 2, ETag: `"${md5('b')}"` },
      ],
      'EntityTooSmall',
    ],
  ])('refuse %s', async (_, Parts, name) => {
    const upload = await begin('refused');
    await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'a' }));
    await s3.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: 'b' }));
    await expect(
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })),
    ).rejects.toMatchObject({ name });
  });
});

describe('presigned requests', () => {
  it('put and get without credentials', async () => {
    const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'presigned' }));
    expect((await fetch(put, { method: 'PUT', body: 'hello' })).status).toBe(200);
    const get = await getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key: 'presigned', ResponseContentDisposition: 'attachment' }),
    );
    const answer = await fetch(get);
    expect(await answer.text()).toBe('hello');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  it('end with their time', async () => {
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'presigned' }), {
      expiresIn: 60,
      signingDate: new Date(Date.now() - 120_000),
    });
    const answer = await fetch(url);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Message>Request has expired</Message>');
  });

  it('are the only way in without credentials', async () => {
    const answer = await fetch(`${services.aws.endpoint}/${Bucket}/presigned`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('may come from a browser of any origin', async () => {
    const url = `${services.aws.endpoint}/${Bucket}`;
    const answer = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:1',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:1');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
  });
});

describe('form uploads', () => {
  const policy = (Key: string, max: number, Expires = 600) =>
    createPresignedPost(s3, { Bucket, Key, Expires, Conditions: [['content-length-range', 1, max]] });
  const send = (url: string, fields: Record<string, string>, file: Blob) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, 'video.mp4');
    return fetch(url, { method: 'POST', body: form });
  };

  it('store the file under the signed key', async () => {
    const { url, fields } = await policy('up/1', 10);
    const answer = await send(url, fields, new Blob(['0123456789']));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('etag')).toBe(`"${md5('0123456789')}"`);
    expect(events).toEqual([
      { eventName: 'ObjectCreated:Post', bucket: Bucket, key: 'up/1', size: 10, etag: md5('0123456789') },
    ]);
    expect(await read('up/1')).toBe('0123456789');
  });

  it.each([
    ['by one byte', 11],
    ['by far', 3 * MB],
  ])('refuse a file that is too large %s', async (_, size) => {
    const { url, fields } = await policy('up/2', 10);
    const answer = await send(url, fields, new Blob([Buffer.alloc(size)]));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/<Code>EntityTooLarge<\/Code>.*<MaxSizeAllowed>10</s);
    await expect(read('up/2')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('refuse a file that is too small', async () => {
    const { url, fields } = await policy('up/3', 10);
    const answer = await send(url, fields, new Blob([]));
    expect(await answer.text()).toContain('<Code>EntityTooSmall</Code>');
  });

  it.each([
    ['another key', { key: 'up/other' }, /AccessDenied.*Policy Condition failed: \[&#34;eq&#34;, &#34;\$key&#34;/],
    ['a field that is not in the policy', { acl: 'public-read' }, /AccessDenied.*Extra input fields: acl/],
    ['a policy that is not JSON', { Policy: 'nonsense' }, /InvalidPolicyDocument/],
  ])('refuse %s', async (_, change, expected) => {
    const { url, fields } = await policy('up/4', 10);
    const answer = await send(url, { ...fields, ...change }, new Blob(['x']));
    expect(await answer.text()).toMatch(new RegExp(expected.source, 's'));
    expect(events).toEqual([]);
  });

  it('refuse a policy whose time is over', async () => {
    const { url, fields } = await policy('up/5', 10, -1);
    const answer = await send(url, fields, new Blob(['x']));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Policy expired');
  });

  it('need the length of the request', async () => {
    const { url } = await policy('up/6', 10);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('--b\r\n'));
        controller.close();
      },
    });
    const answer = await fetch(url, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(answer.status).toBe(411);
    expect(await answer.text()).toContain('<Code>MissingContentLength</Code>');
  });

  it('that are no forms are refused', async () => {
    const answer = await fetch(`${services.aws.endpoint}/${Bucket}`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(answer.status).toBe(400);
  });
});

it('an operation that is not offered is refused by name', async () => {
  await expect(s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'x' }))).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('S3 GET ?tagging'),
  });
});

it('a key cannot lead out of the bucket', async () => {
  const url = `${services.aws.endpoint}/${Bucket}/..%2F..%2Foutside?X-Amz-Signature=x&X-Amz-Date=${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}&X-Amz-Expires=60`;
  const answer = await fetch(url, { method: 'PUT', body: 'x' });
  expect(await answer.text()).toContain('<Code>InvalidArgument</Code>');
});
