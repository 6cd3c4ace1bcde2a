/** What S3 does in the wild and no local S3 can be made to do. */
import { Readable } from 'node:stream';
import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { S3ObjectStore } from '../../../functions/adapters/s3/object-store.ts';

const s3 = mockClient(S3Client);
beforeEach(() => void s3.reset());
const store = new S3ObjectStore('media', new S3Client({ region: 'us-east-1' }));

/** A body as the SDK hands it out, which breaks off or not. */
const body = (bytes: () => Promise<Uint8Array>) =>
  Object.assign(Readable.from([]), {
    transformToByteArray: bytes,
    transformToString: async () => '',
    transformToWebStream: () => new ReadableStream(),
  });
const broken = () => body(() => Promise.reject(new Error('aborted')));
const whole = () => body(async () => new Uint8Array([7]));

describe('A download', () => {
  it('begins again when the connection breaks off in the middle', async () => {
    s3.on(GetObjectCommand).resolvesOnce({ Body: broken() }).resolvesOnce({ Body: whole() });
    expect([...(await store.readRange('key', 0, 1))]).toEqual([7]);
    expect(s3.commandCalls(GetObjectCommand).map(({ args }) => args[0].input.Range)).toEqual([
      'bytes=0-0',
      'bytes=0-0',
    ]);
  });

  it('fails when it breaks off again and again', async () => {
    s3.on(GetObjectCommand).callsFake(() => ({ Body: broken() }));
    await expect(store.readRange('key', 0, 1)).rejects.toThrow('aborted');
    expect(s3.commandCalls(GetObjectCommand)).toHaveLength(3);
  });
});

describe('Deleting a prefix', () => {
  it('fails with the first key that S3 did not delete', async () => {
    s3.on(ListObjectsV2Command).resolves({ Contents: [{ Key: 'a/1' }, { Key: 'a/2' }] });
    s3.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: 'a/2', Message: 'Access Denied' }] });
    await expect(store.deletePrefix('a/')).rejects.toThrow(/1 object.* a\/2: Access Denied/);
  });
});
