import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ZodError, z } from 'zod';
import {
  ObjectMissing,
  ObjectReplaced,
  type ObjectStore,
  ObjectTooLarge,
} from '../../functions/core/ports/object-store.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What every ObjectStore promises. */
export function describeObjectStore(name: string, store: () => ObjectStore) {
  describe(`${name} as an ObjectStore`, () => {
    const newKey = () => `work/${randomUUID()}/object`;
    const write = async (body: string | Uint8Array) => {
      const key = newKey();
      await store().write(key, body, 'text/plain');
      return key;
    };

    it('tells size and ETag of an object, and nothing of a missing one', async () => {
      const key = await write('Grüße');
      expect(await store().head(key)).toEqual({ size: 7, etag: expect.stringMatching(/^[\da-f]{32}$/) });
      expect(await store().head(newKey())).toBeUndefined();
    });

    it('reads a range without its end, and what there is of a range beyond the end', async () => {
      const key = await write('0123456789');
      expect(text(await store().readRange(key, 2, 5))).toBe('234');
      expect(text(await store().readRange(key, 0, 1))).toBe('0');
      expect(text(await store().readRange(key, 8, 100))).toBe('89');
      expect(text(await store().readRange(key, 5, 5))).toBe('');
      expect(text(await store().readRange(key, 50, 60))).toBe('');
    });

    it('reads only the object that is meant, not one that took its place', async () => {
      const key = await write('first');
      const { etag = '' } = (await store().head(key)) ?? {};
      expect(text(await store().readRange(key, 0, 5, etag))).toBe('first');
      await store().write(key, 'second', 'text/plain');
      await expect(store().readRange(key, 0, 5, etag)).rejects.toThrow(ObjectReplaced);
    });

    it('reads an object whole up to a limit, also an empty one', async () => {
      const key = await write(new Uint8Array([1, 2, 3]));
      expect([...(await store().readBytes(key, 3))]).toEqual([1, 2, 3]);
      await expect(store().readBytes(key, 2)).rejects.toThrow(ObjectTooLarge);
      expect(await store().readBytes(await write(''), 0)).toHaveLength(0);
    });

    it('reads on after an object that was too large, however often', async () => {
      const large = await write('x'.repeat(1_000_000));
      for (let i = 0; i < 60; i++) await expect(store().readBytes(large, 10)).rejects.toThrow(ObjectTooLarge);
      expect(text(await store().readRange(large, 0, 2))).toBe('xx');
    });

    it('says that an object is missing', async () => {
      await expect(store().readRange(newKey(), 0, 1)).rejects.toThrow(ObjectMissing);
      await expect(store().readBytes(newKey(), 1)).rejects.toThrow(ObjectMissing);
      await expect(store().readJson(newKey(), z.unknown())).rejects.toThrow(ObjectMissing);
    });

    it('writes and reads JSON as its schema says', async () => {
      const key = newKey();
      const schema = z.object({ text: z.string() });
      await store().writeJson(key, { text: 'Schöne Grüße', more: 1 });
      expect(await store().readJson(key, schema)).toEqual({ text: 'Schöne Grüße' });
      await store().writeJson(key, { text: 1 });
      await expect(store().readJson(key, schema)).rejects.toThrow(ZodError);
      await expect(store().readJson(await write('{"text":'), schema)).rejects.toThrow(ZodError);
    });

    it('replaces an object', async () => {
      const key = await write('old');
      const before = await store().head(key);
      await store().write(key, 'newer', 'text/plain');
      expect(text(await store().readBytes(key, 10))).toBe('newer');
      expect((await store().head(key))?.etag).not.toBe(before?.etag);
    });

    it('deletes an object, also one that is not there', async () => {
      const key = await write('x');
      await store().delete(key);
      await store().delete(key);
      expect(await store().head(key)).toBeUndefined();
    });

    it('deletes everything below a prefix and nothing beside it', async () => {
      const folder = `work/${randomUUID()}`;
      const below = ['a', 'b & c', 'd/e', 'ü'].map((part) => `${folder}/${part}`);
      const beside = `${folder}-2/a`;
      for (const key of [...below, beside]) await store().write(key, 'x', 'text/plain');
      expect(await store().deletePrefix(`${folder}/`)).toBe(below.length);
      for (const key of below) expect(await store().head(key)).toBeUndefined();
      expect(await store().head(beside)).toBeDefined();
      expect(await store().deletePrefix(`${folder}/`)).toBe(0);
    });

    it('deletes more objects than one call lists', async () => {
      const folder = `work/${randomUUID()}`;
      const numbers = Array.from({ length: 1_050 }, (_, i) => i);
      for (let i = 0; i < numbers.length; i += 50) {
        const some = numbers.slice(i, i + 50);
        await Promise.all(some.map((n) => store().write(`${folder}/${n}`, '', 'text/plain')));
      }
      expect(await store().deletePrefix(`${folder}/`)).toBe(1_050);
      expect(await store().deletePrefix(`${folder}/`)).toBe(0);
    });

    it('refuses to delete by a prefix that might hit neighbours', async () => {
      for (const prefix of ['', 'work/1']) await expect(store().deletePrefix(prefix)).rejects.toThrow(/slash/);
    });

    it('names an object for other services', () => {
      expect(store().uri('a/b')).toMatch(/^s3:\/\/[\w-]+\/a\/b$/);
    });
  });
}
