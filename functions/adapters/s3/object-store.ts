import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import {
  type ObjectInfo,
  ObjectMissing,
  ObjectReplaced,
  type ObjectStore,
  ObjectTooLarge,
} from '../../core/ports/object-store.ts';
import { s3Client } from './client.ts';

/** The SDK tries a request again, but not a body that breaks off: that is done here, this often. */
const DOWNLOAD_TRIES = 3;

/** Largest JSON that is read, bytes: a transcript of 4 h has about 5 MB, and it is held in memory. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;

type Download = { maxBytes?: number; range?: string; etag?: string | undefined };

/** Objects of one bucket. */
export class S3ObjectStore implements ObjectStore {
  readonly #bucket: string;
  readonly #client: ReturnType<typeof s3Client>;

  constructor(bucket: string, client = s3Client()) {
    this.#bucket = bucket;
    this.#client = client;
  }

  async head(key: string): Promise<ObjectInfo | undefined> {
    try {
      const { ContentLength = 0, ETag = '' } = await this.#client.send(
        new HeadObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      return { size: ContentLength, etag: ETag.replaceAll('"', '') };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async readRange(key: string, start: number, end: number, etag?: string): Promise<Uint8Array> {
    if (end <= start) return new Uint8Array();
    try {
      return await this.#download(key, { range: `bytes=${start}-${end - 1}`, etag });
    } catch (error) {
      // The range begins at or after the end of the object.
      if (error instanceof S3ServiceException && error.name === 'InvalidRange') return new Uint8Array();
      throw error;
    }
  }

  readBytes(key: string, maxBytes: number): Promise<Uint8Array> {
    return this.#download(key, { maxBytes });
  }

  async readJson<T>(key: string, schema: z.ZodType<T>): Promise<T> {
    const bytes = await this.readBytes(key, MAX_JSON_BYTES);
    return schema.parse(parseJson(new TextDecoder().decode(bytes)));
  }

  async write(key: string, body: Uint8Array | string, contentType: string): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        // Said here because the SDK does not know the length of an empty string.
        ContentLength: Buffer.byteLength(body),
      }),
    );
  }

  writeJson(key: string, value: unknown): Promise<void> {
    return this.write(key, JSON.stringify(value), 'application/json');
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }

  async deletePrefix(prefix: string): Promise<number> {
    if (!prefix.endsWith('/')) throw new Error(`"${prefix}" is no folder: end the prefix with a slash`);
    let deleted = 0;
    // S3 lists at most 1,000 objects at once, which is also the most that one call deletes.
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client: this.#client },
      { Bucket: this.#bucket, Prefix: prefix },
    )) {
      if (Contents.length === 0) continue;
      const { Errors = [] } = await this.#client.send(
        new DeleteObjectsCommand({
          Bucket: this.#bucket,
          Delete: { Objects: Contents.map(({ Key }) => ({ Key })), Quiet: true },
        }),
      );
      const [first] = Errors;
      if (first)
        throw new Error(`${Errors.length} objects below ${prefix} were not deleted; ${first.Key}: ${first.Message}`);
      deleted += Contents.length;
    }
    return deleted;
  }

  uri(key: string): string {
    return `s3://${this.#bucket}/${key}`;
  }

  async #download(key: string, { maxBytes, range, etag }: Download): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt++) {
      const { Body, ContentLength = 0 } = await this.#get(key, range, etag);
      if (maxBytes !== undefined && ContentLength > maxBytes) {
        // Otherwise the connection would stay busy with a body that nobody reads.
        if (Body instanceof Readable) Body.destroy();
        throw new ObjectTooLarge(key, ContentLength, maxBytes);
      }
      try {
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (attempt === DOWNLOAD_TRIES) throw error;
      }
    }
  }

  async #get(key: string, Range: string | undefined, etag: string | undefined): Promise<GetObjectCommandOutput> {
    const IfMatch = etag === undefined ? undefined : `"${etag}"`;
    try {
      return await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key, Range, IfMatch }));
    } catch (error) {
      if (error instanceof NoSuchKey) throw new ObjectMissing(key);
      throw isPreconditionFailed(error) ? new ObjectReplaced(key) : error;
    }
  }
}

const isPreconditionFailed = (error: unknown) =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new z.ZodError([{ code: 'custom', path: [], message: 'is not JSON', input: text.slice(0, 100) }]);
  }
}
