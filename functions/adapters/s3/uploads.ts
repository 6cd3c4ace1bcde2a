import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  paginateListParts,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Upload } from '../../contracts/video.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { UploadRejected, type Uploads } from '../../core/ports/uploads.ts';
import { SystemClock } from '../node/clock.ts';
import { s3Client } from './client.ts';

/** Limit of S3. */
const MAX_PARTS = 10_000;

/** What S3 answers when parts and upload do not fit each other, as opposed to when it has trouble of its own. */
const REJECTIONS = new Set([
  'NoSuchUpload',
  'InvalidPart',
  'InvalidPartOrder',
  'EntityTooSmall',
  'EntityTooLarge',
  'InvalidRequest',
  'MalformedXML',
]);

/** Presigned requests for one bucket. */
export class S3Uploads implements Uploads {
  readonly #bucket: string;
  readonly #clock: Clock;
  readonly #client: ReturnType<typeof s3Client>;

  constructor(bucket: string, clock: Clock = new SystemClock(), client = s3Client()) {
    this.#bucket = bucket;
    this.#clock = clock;
    this.#client = client;
  }

  /** An empty file is let through: processing then fails with a code that says what was found. */
  async presignPost(key: string, maxBytes: number, expiresIn: number): Promise<Extract<Upload, { type: 'post' }>> {
    const expires_at = this.#expiry(expiresIn);
    const { url, fields } = await createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: key,
      Conditions: [['content-length-range', 0, maxBytes]],
      Expires: expiresIn,
    });
    return { type: 'post', url, fields, expires_at };
  }

  async startMultipart(
    key: string,
    size: number,
    partSize: number,
    expiresIn: number,
  ): Promise<Extract<Upload, { type: 'multipart' }>> {
    const count = Math.max(1, Math.ceil(size / partSize));
    if (count > MAX_PARTS)
      throw new Error(`${count} parts of ${partSize} bytes are more than ${MAX_PARTS}: use larger parts`);
    const target = { Bucket: this.#bucket, Key: key };
    const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand(target));
    if (!UploadId) throw new Error('S3 answered CreateMultipartUpload without an upload id');
    const expires_at = this.#expiry(expiresIn);
    const parts = await Promise.all(
      Array.from({ length: count }, async (_, i) => ({
        part_number: i + 1,
        url: await getSignedUrl(this.#client, new UploadPartCommand({ ...target, UploadId, PartNumber: i + 1 }), {
          expiresIn,
        }),
      })),
    );
    return { type: 'multipart', upload_id: UploadId, part_size: partSize, parts, expires_at };
  }

  async uploadedBytes(key: string, uploadId: string): Promise<number> {
    const request = { Bucket: this.#bucket, Key: key, UploadId: uploadId };
    return rejecting(async () => {
      let bytes = 0;
      for await (const { Parts } of paginateListParts({ client: this.#client }, request)) {
        for (const { Size } of Parts ?? []) bytes += Size ?? 0;
      }
      return bytes;
    });
  }

  async completeMultipart(key: string, uploadId: string, parts: { partNumber: number; etag: string }[]): Promise<void> {
    const Parts = parts
      .toSorted((a, b) => a.partNumber - b.partNumber)
      .map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: `"${etag.replaceAll('"', '')}"` }));
    const request = { Bucket: this.#bucket, Key: key, UploadId: uploadId, MultipartUpload: { Parts } };
    await rejecting(() => this.#client.send(new CompleteMultipartUploadCommand(request)));
  }

  async abortMultipart(key: string, uploadId: string): Promise<void> {
    try {
      await this.#client.send(new AbortMultipartUploadCommand({ Bucket: this.#bucket, Key: key, UploadId: uploadId }));
    } catch (error) {
      if (!(error instanceof S3ServiceException && error.name === 'NoSuchUpload')) throw error;
    }
  }

  #expiry(seconds: number): string {
    return new Date(this.#clock.now() + seconds * 1000).toISOString();
  }
}

/** What S3 refuses because of the request itself. @throws UploadRejected */
async function rejecting<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof S3ServiceException && REJECTIONS.has(error.name)) {
      throw new UploadRejected(error.message, { cause: error });
    }
    throw error;
  }
}
