import type { Upload } from '../../contracts/video.ts';

/** Hands out presigned requests, so that files go straight to the object store. */
export interface Uploads {
  /**
   * A presigned POST for exactly `key`, refused by the store above `maxBytes`.
   * @param expiresIn seconds
   */
  presignPost(key: string, maxBytes: number, expiresIn: number): Promise<Extract<Upload, { type: 'post' }>>;
  /** Starts a multipart upload of `size` bytes with a presigned PUT for every part. */
  startMultipart(
    key: string,
    size: number,
    partSize: number,
    expiresIn: number,
  ): Promise<Extract<Upload, { type: 'multipart' }>>;
  /** Bytes of all parts uploaded so far. @throws UploadRejected when the upload is not known. */
  uploadedBytes(key: string, uploadId: string): Promise<number>;
  /** @throws UploadRejected when the parts do not match what was uploaded, or the upload is not known. */
  completeMultipart(key: string, uploadId: string, parts: { partNumber: number; etag: string }[]): Promise<void>;
  /** Does nothing when the upload is not known. */
  abortMultipart(key: string, uploadId: string): Promise<void>;
}

export class UploadRejected extends Error {
  override readonly name = 'UploadRejected';
}
