/** s3rver carries no types; these describe what is used of it. */
declare module 's3rver' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type FilesystemStore from 's3rver/lib/stores/filesystem.js';

  /** A Koa application. */
  class S3rver extends EventEmitter {
    constructor(options: { directory: string; silent: boolean; vhostBuckets: boolean });
    store: FilesystemStore;
    readonly context: { store: FilesystemStore };
    readonly logger: { close(): void };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
  export = S3rver;
}

declare module 's3rver/lib/stores/filesystem.js' {
  import type { Readable } from 'node:stream';

  class FilesystemStore {
    constructor(directory: string);
    readonly rootDirectory: string;
    getBucketPath(bucket: string): string;
    getResourcePath(bucket: string, key: string | undefined, resource: string): string;
    /** ETag with quotes. @throws ENOENT */
    getMetadata(
      bucket: string,
      key: string,
    ): Promise<Record<string, string | number | undefined> & { etag: string; 'content-length': number }>;
    getBucket(bucket: string): Promise<unknown>;
    putBucket(bucket: string): Promise<unknown>;
    getObject(bucket: string, key: string, options: { start?: number; end?: number }): Promise<unknown>;
    putObject(object: {
      bucket: string;
      key: string;
      content: Readable | Buffer;
      metadata: Record<string, unknown>;
    }): Promise<{ size: number; md5: string }>;
    copyObject(
      fromBucket: string,
      fromKey: string,
      toBucket: string,
      toKey: string,
      metadata: Record<string, unknown> | null,
    ): ReturnType<FilesystemStore['getMetadata']>;
    deleteObject(bucket: string, key: string): Promise<void>;
    putPart(
      bucket: string,
      uploadId: string,
      part: string | number,
      content: Readable,
    ): Promise<{ size: number; md5: string }>;
    putObjectMultipart(
      bucket: string,
      uploadId: string,
      parts: { number: number; etag: string }[],
    ): Promise<{ size: number; md5: string }>;
  }
  export = FilesystemStore;
}

declare module 's3rver/lib/models/object.js' {
  import type { Readable } from 'node:stream';

  class S3Object {
    constructor(bucket: string, key: string, content: Readable | null, metadata: Record<string, unknown>);
    range?: { start: number; end: number };
  }
  export = S3Object;
}

declare module 's3rver/lib/models/error.js' {
  class S3Error extends Error {
    constructor(code: string, message: string, detail?: Record<string, string | number>);
    readonly code: string;
  }
  export = S3Error;
}
