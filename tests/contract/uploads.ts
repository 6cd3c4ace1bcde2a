import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ObjectStore } from '../../functions/core/ports/object-store.ts';
import { UploadRejected, type Uploads } from '../../functions/core/ports/uploads.ts';
import { type FakeClock, T0 } from '../support/builders.ts';

const MB = 1024 * 1024;

type Setup = { uploads: Uploads; objects: ObjectStore; clock: FakeClock };

/** What every Uploads promises; requests are sent as a browser sends them. */
export function describeUploads(name: string, setup: () => Setup) {
  describe(`${name} as Uploads`, () => {
    const newKey = () => `uploads/${randomUUID()}/source`;

    const post = async (upload: { url: string; fields: Record<string, string> }, body: string) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
      form.append('file', new Blob([body]), 'video.mp4');
      return (await fetch(upload.url, { method: 'POST', body: form })).status;
    };
    const putPart = async (url: string, body: Uint8Array<ArrayBuffer>) => {
      const answer = await fetch(url, { method: 'PUT', body });
      expect(answer.status).toBe(200);
      return answer.headers.get('etag') ?? '';
    };
    const start = (key: string) => setup().uploads.startMultipart(key, 11 * MB, 5 * MB, 600);

    it('presigns a form post for exactly this key', async () => {
      const key = newKey();
      const upload = await setup().uploads.presignPost(key, 10, 600);
      expect(upload.expires_at).toBe(new Date(T0 + 600_000).toISOString());
      expect(await post(upload, '0123456789')).toBe(204);
      expect(await setup().objects.head(key)).toMatchObject({ size: 10 });
      const elsewhere = { ...upload, fields: { ...upload.fields, key: newKey() } };
      expect(await post(elsewhere, 'x')).toBe(403);
    });

    it('has the store refuse a file that is too large, and take an empty one', async () => {
      const key = newKey();
      const upload = await setup().uploads.presignPost(key, 10, 600);
      expect(await post(upload, '0123456789+')).toBe(400);
      expect(await setup().objects.head(key)).toBeUndefined();
      expect(await post(upload, '')).toBe(204);
      expect(await setup().objects.head(key)).toMatchObject({ size: 0 });
    });

    it('puts together what was uploaded in parts, in whatever order they are named', async () => {
      const key = newKey();
      const { upload_id, parts, part_size, expires_at } = await start(key);
      expect(expires_at).toBe(new Date(T0 + 600_000).toISOString());
      expect(parts.map((part) => part.part_number)).toEqual([1, 2, 3]);
      const etags: { partNumber: number; etag: string }[] = [];
      for (const { part_number, url } of parts) {
        const size = part_number === 3 ? 1 * MB : part_size;
        etags.unshift({ partNumber: part_number, etag: await putPart(url, new Uint8Array(size).fill(part_number)) });
      }
      await setup().uploads.completeMultipart(key, upload_id, etags);
      expect(await setup().objects.head(key)).toMatchObject({ size: 11 * MB });
      expect([...(await setup().objects.readRange(key, 5 * MB - 1, 5 * MB + 1))]).toEqual([1, 2]);
    });

    it('adds up what was uploaded in parts so far', async () => {
      const key = newKey();
      const { upload_id, parts } = await start(key);
      expect(await setup().uploads.uploadedBytes(key, upload_id)).toBe(0);
      await putPart(parts[0]?.url ?? '', new Uint8Array(5 * MB));
      await putPart(parts[2]?.url ?? '', new Uint8Array(7));
      expect(await setup().uploads.uploadedBytes(key, upload_id)).toBe(5 * MB + 7);
      await expect(setup().uploads.uploadedBytes(key, 'f'.repeat(32))).rejects.toThrow(UploadRejected);
    });

    it('presigns parts that a browser can send without headers of its own', async () => {
      const { parts } = await start(newKey());
      for (const { url } of parts) {
        const query = new URL(url).searchParams;
        expect(query.get('X-Amz-SignedHeaders')).toBe('host');
        expect(query.get('X-Amz-Expires')).toBe('600');
        expect([...query.keys()].filter((field) => field.startsWith('x-amz-checksum'))).toEqual([]);
      }
    });

    it('starts one part for a file of no bytes, and refuses more parts than S3 takes', async () => {
      const { parts } = await setup().uploads.startMultipart(newKey(), 0, 5 * MB, 600);
      expect(parts).toHaveLength(1);
      await expect(setup().uploads.startMultipart(newKey(), 10_001, 1, 600)).rejects.toThrow(/use larger parts/);
    });

    it('rejects parts that do not match what was uploaded, and unknown uploads', async () => {
      const key = newKey();
      const { upload_id, parts } = await start(key);
      const etag = await putPart(parts[0]?.url ?? '', new Uint8Array(1));
      const wrong = { partNumber: 1, etag: '0'.repeat(32) };
      const missing = [
        { partNumber: 1, etag },
        { partNumber: 2, etag },
      ];
      for (const named of [[wrong], missing]) {
        await expect(setup().uploads.completeMultipart(key, upload_id, named)).rejects.toThrow(UploadRejected);
      }
      const unknown = setup().uploads.completeMultipart(key, 'f'.repeat(32), [{ partNumber: 1, etag }]);
      await expect(unknown).rejects.toThrow(UploadRejected);
      expect(await setup().objects.head(key)).toBeUndefined();
    });

    it('gives an upload up, also twice', async () => {
      const key = newKey();
      const { upload_id, parts } = await start(key);
      const etag = await putPart(parts[0]?.url ?? '', new Uint8Array(1));
      await setup().uploads.abortMultipart(key, upload_id);
      await setup().uploads.abortMultipart(key, upload_id);
      const late = setup().uploads.completeMultipart(key, upload_id, [{ partNumber: 1, etag }]);
      await expect(late).rejects.toThrow(UploadRejected);
    });
  });
}
