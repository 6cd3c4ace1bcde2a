import type { z } from 'zod';

export type ObjectInfo = {
  /** Bytes. */
  size: number;
  /** Without quotes. */
  etag: string;
};

/** Objects of the media bucket, by key (see `core/object-keys.ts`). */
export interface ObjectStore {
  /** @returns undefined when there is no such object. */
  head(key: string): Promise<ObjectInfo | undefined>;
  /**
   * Bytes from `start` up to, not including, `end`.
   * @param etag of the object that is meant, without quotes
   * @throws ObjectMissing, or ObjectReplaced when the object is another one by now
   */
  readRange(key: string, start: number, end: number, etag?: string): Promise<Uint8Array>;
  /** @throws ObjectMissing, or ObjectTooLarge when the object has more than `maxBytes`. */
  readBytes(key: string, maxBytes: number): Promise<Uint8Array>;
  /** @throws ObjectMissing, or ZodError when the object is not what the schema says. */
  readJson<T>(key: string, schema: z.ZodType<T>): Promise<T>;
  write(key: string, body: Uint8Array | string, contentType: string): Promise<void>;
  writeJson(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes everything below a prefix, whatever there is. @returns how many objects were deleted. */
  deletePrefix(prefix: string): Promise<number>;
  /** `s3://bucket/key`. */
  uri(key: string): string;
}

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
  constructor(key: string) {
    super(`There is no object ${key}`);
  }
}

export class ObjectReplaced extends Error {
  override readonly name = 'ObjectReplaced';
  constructor(key: string) {
    super(`Object ${key} was replaced`);
  }
}

export class ObjectTooLarge extends Error {
  override readonly name = 'ObjectTooLarge';
  readonly size: number;
  readonly maxBytes: number;
  constructor(key: string, size: number, maxBytes: number) {
    super(`Object ${key} has ${size} bytes; at most ${maxBytes} are allowed`);
    this.size = size;
    this.maxBytes = maxBytes;
  }
}
