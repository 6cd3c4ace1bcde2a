import { S3Client } from '@aws-sdk/client-s3';
import { clientConfig, once } from '../client-config.ts';

/**
 * Requests carry checksums only where S3 requires them: a presigned URL with a checksum could be used by no browser,
 * and TLS and the ETag already guard what is sent.
 */
export const s3Client = once(
  () =>
    new S3Client({
      ...clientConfig(20_000),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
);
