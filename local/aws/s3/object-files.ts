/**
 * Objects as files, in s3rver's layout. What s3rver's own store gets wrong is done here: an object appears whole or
 * not at all (also when an upload breaks off), multipart uploads are checked and get multipart ETags, ranges that end
 * at byte 0 and deletions side by side work, and everyone who wants to know hears of changes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import S3Error from 's3rver/lib/models/error.js';
import S3Object from 's3rver/lib/models/object.js';
import FilesystemStore from 's3rver/lib/stores/filesystem.js';
import type { S3ObjectEvent } from '../../types.ts';
import { isMissing, readIfPresent } from '../files.ts';
import { decodeChunkedBody } from './chunked-body.ts';

/** What a request asks of the object that it writes. */
export type WriteScope = {
  /** What the event is called, without `ObjectCreated:`. */
  event: 'Put' | 'Post';
  /** The body is in AWS's chunked encoding. */
  chunkedBody?: boolean;
  /** Bytes. */
  size?: { min: number; max: number };
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
};

/** The request on whose behalf an object is written; s3rver's own calls carry no room for it. */
export const writeScope = new AsyncLocalStorage<WriteScope>();

/** Smallest part of a multipart upload but the last, bytes (Amazon S3 User Guide, "Multipart upload limits"). */
const MIN_PART_BYTES = 5 * 1024 * 1024;

/** Headers that come back with the object. */
const KEPT_METADATA = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

type StoredObject = Parameters<FilesystemStore['putObject']>[0];
type Metadata = Awaited<ReturnType<FilesystemStore['getMetadata']>>;
type Received = { path: string; size: number; md5: string };

export class ObjectFiles extends FilesystemStore {
  readonly #incoming: string;
  readonly #announce: (event: S3ObjectEvent) => void;

  /** @param incoming folder on the same disk for bodies that are still arriving */
  constructor(directory: string, incoming: string, announce: (event: S3ObjectEvent) => void) {
    super(directory);
    this.#incoming = incoming;
    this.#announce = announce;
    rmSync(incoming, { recursive: true, force: true });
    mkdirSync(incoming, { recursive: true });
    mkdirSync(directory, { recursive: true });
  }

  /** @returns undefined when there is no such object; ETag without quotes */
  async find(bucket: string, key: string): Promise<{ size: number; etag: string } | undefined> {
    try {
      const metadata = await this.getMetadata(bucket, key);
      return { size: metadata['content-length'], etag: metadata.etag.replaceAll('"', '') };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  override async getObject(bucket: string, key: string, options: { start?: number; end?: number } = {}) {
    const file = await open(this.getResourcePath(bucket, key, 'object')).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (!file) return null;
    const metadata = await this.getMetadata(bucket, key);
    const last = metadata['content-length'] - 1;
    const ranged = options.start !== undefined;
    const range = { start: options.start ?? 0, end: Math.min(options.end ?? last, last) };
    const satisfiable = range.start <= range.end;
    if (!satisfiable) await file.close();
    const empty = ranged ? null : Readable.from([]);
    const object = new S3Object(bucket, key, satisfiable ? file.createReadStream(range) : empty, metadata);
    if (ranged) object.range = range;
    return object;
  }

  override async putObject({ bucket, key, content, metadata }: StoredObject) {
    const scope = writeScope.getStore() ?? { event: 'Put' };
    const received = await this.#receive(Buffer.isBuffer(content) ? Readable.from([content]) : content, scope);
    this.#place(received, bucket, key, metadata, received.md5, scope);
    this.#announce({ eventName: `ObjectCreated:${scope.event}`, bucket, key, size: received.size, etag: received.md5 });
    return received;
  }

  override async copyObject(
    fromBucket: string,
    fromKey: string,
    bucket: string,
    key: string,
    replacement: Record<string, unknown> | null,
  ): Promise<Metadata> {
    const source = await this.getMetadata(fromBucket, fromKey);
    const received = await this.#receive(createReadStream(this.getResourcePath(fromBucket, fromKey, 'object')), {
      event: 'Put',
    });
    this.#place(received, bucket, key, replacement ?? source, received.md5, { event: 'Put' });
    this.#announce({ eventName: 'ObjectCreated:Copy', bucket, key, size: received.size, etag: received.md5 });
    return this.getMetadata(bucket, key);
  }

  override async deleteObject(bucket: string, key: string) {
    const found = await this.find(bucket, key);
    if (!found) return;
    for (const resource of ['object', 'object.md5', 'metadata.json']) {
      rmSync(this.getResourcePath(bucket, key, resource), { force: true });
    }
    this.#removeEmptyFolders(bucket, key);
    this.#announce({ eventName: 'ObjectRemoved:Delete', bucket, key, ...found });
  }

  override async putPart(bucket: string, uploadId: string, part: string | number, content: Readable) {
    const folder = await this.#uploadFolder(bucket, uploadId);
    const received = await this.#receive(content, writeScope.getStore() ?? { event: 'Put' });
    // The upload may have been aborted meanwhile.
    await this.#uploadFolder(bucket, uploadId);
    writeFileSync(join(folder, `${part}.md5`), received.md5);
    renameSync(received.path, join(folder, String(part)));
    return received;
  }

  override async putObjectMultipart(bucket: string, uploadId: string, parts: { number: number; etag: string }[]) {
    const folder = await this.#uploadFolder(bucket, uploadId);
    const stored = new Map((await this.listParts(bucket, uploadId)).map((part) => [part.number, part]));
    if (parts.some(({ number }, i) => number <= (parts[i - 1]?.number ?? 0))) {
      throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
    }
    parts.forEach(({ number, etag }, i) => {
      const part = stored.get(number);
      if (!part || part.etag !== etag) {
        throw new S3Error('InvalidPart', 'One or more of the specified parts could not be found.', {
          PartNumber: number,
        });
      }
      if (i < parts.length - 1 && part.size < MIN_PART_BYTES) {
        throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
          PartNumber: number,
        });
      }
    });
    const key = await readFile(join(folder, 'key'), 'utf8');
    const metadata: Record<string, unknown> = JSON.parse(await readFile(join(folder, 'metadata'), 'utf8'));
    const received = await this.#receive(
      Readable.from(concatenate(parts.map(({ number }) => join(folder, String(number))))),
      { event: 'Put' },
    );
    const digests = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
    const md5 = `${createHash('md5').update(digests).digest('hex')}-${parts.length}`;
    this.#place(received, bucket, key, metadata, md5, { event: 'Put' });
    await rm(folder, { recursive: true, force: true });
    this.#announce({ eventName: 'ObjectCreated:CompleteMultipartUpload', bucket, key, size: received.size, etag: md5 });
    return { size: received.size, md5 };
  }

  /** @throws S3Error NoSuchUpload */
  async abortUpload(bucket: string, uploadId: string) {
    await rm(await this.#uploadFolder(bucket, uploadId), { recursive: true, force: true });
  }

  /** In order of their numbers. @throws S3Error NoSuchUpload */
  async listParts(
    bucket: string,
    uploadId: string,
  ): Promise<{ number: number; size: number; etag: string; modified: Date }[]> {
    const folder = await this.#uploadFolder(bucket, uploadId);
    const numbers = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
    return Promise.all(
      numbers
        .sort((a, b) => a - b)
        .map(async (number) => {
          const { size, mtime } = await stat(join(folder, String(number)));
          const etag = await readFile(join(folder, `${number}.md5`), 'utf8');
          return { number, size, etag, modified: mtime };
        }),
    );
  }

  async #uploadFolder(bucket: string, uploadId: string): Promise<string> {
    const folder = join(this.getResourcePath(bucket, undefined, 'uploads'), uploadId);
    const exists = /^\w+$/.test(uploadId) && (await stat(join(folder, 'key')).catch(() => undefined));
    if (exists) return folder;
    throw new S3Error(
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      { UploadId: uploadId },
    );
  }

  /** Writes a body to a file of its own, never holding more than a block in memory. */
  async #receive(content: Readable, { size: limits, chunkedBody }: WriteScope): Promise<Received> {
    const path = join(this.#incoming, randomUUID());
    const hash = createHash('md5');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(limits && size > limits.max ? tooLarge(size, limits.max) : null, chunk);
      },
    });
    try {
      if (chunkedBody) await pipeline(content, decodeChunkedBody, meter, createWriteStream(path));
      else await pipeline(content, meter, createWriteStream(path));
      if (limits && size < limits.min) throw tooSmall(size, limits.min);
      return { path, size, md5: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /**
   * Moves a received body to its place, if the conditions of the request hold. Without a pause in between, so that of
   * two writers on the same condition one wins, and nobody sees an object with another one's ETag.
   */
  #place(
    received: Received,
    bucket: string,
    key: string,
    metadata: Record<string, unknown>,
    etag: string,
    scope: WriteScope,
  ) {
    const path = this.getResourcePath(bucket, key, 'object');
    const { ifMatch, ifNoneMatch } = scope;
    const current = readIfPresent(`${path}.md5`);
    const failed =
      ifNoneMatch !== undefined
        ? current !== undefined
        : ifMatch !== undefined && current !== ifMatch.replaceAll('"', '');
    if (failed) {
      rmSync(received.path, { force: true });
      throw preconditionFailed(ifNoneMatch === undefined ? 'If-Match' : 'If-None-Match');
    }
    const kept = Object.entries(metadata).filter(
      ([name]) => KEPT_METADATA.includes(name) || name.startsWith('x-amz-meta-'),
    );
    mkdirSync(dirname(path), { recursive: true });
    renameSync(received.path, path);
    writeFileSync(`${path}.md5`, etag);
    writeFileSync(this.getResourcePath(bucket, key, 'metadata.json'), JSON.stringify(Object.fromEntries(kept)));
  }

  #removeEmptyFolders(bucket: string, key: string) {
    const folders = key.split('/').slice(0, -1);
    for (; folders.length > 0; folders.pop()) {
      try {
        rmdirSync(join(this.getBucketPath(bucket), ...folders));
      } catch {
        // Not empty (any more), or gone already.
        return;
      }
    }
  }
}

async function* concatenate(paths: string[]) {
  for (const path of paths) yield* createReadStream(path, { highWaterMark: 1024 * 1024 });
}

const tooLarge = (size: number, max: number) =>
  new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: size,
    MaxSizeAllowed: max,
  });

const tooSmall = (size: number, min: number) =>
  new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: size,
    MinSizeAllowed: min,
  });

const preconditionFailed = (condition: string) =>
  new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });
