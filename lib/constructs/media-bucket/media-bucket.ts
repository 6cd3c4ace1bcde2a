import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { batchObjectDays } from '../../../functions/contracts/limits.ts';
import type { Config } from '../../config.ts';

/**
 * Transcribe remembers a job, and refuses its name, for 90 days. A transcript must not vanish before its job: the part
 * could then neither be read nor transcribed again. One day more covers the rounding of expiry to midnight.
 */
const WORK_KEPT = Duration.days(91);

/**
 * Media, intermediate work and lessons; see `functions/core/object-keys.ts` for the keys.
 *
 * `autoDeleteObjects` is not used, although it would let `cdk destroy` of a dev stack delete a bucket with objects in
 * it: it is a function of its own with rights to delete everything, and the only resource that a laptop could not
 * run. Empty the bucket first instead: docs/runbook.md#empty-the-bucket.
 */
export class MediaBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: Pick<Config, 'keepData' | 'webOrigins' | 'taskRetentionHours'>) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: props.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { id: 'work', prefix: 'work/', expiration: WORK_KEPT },
        // Texts of learners, and of no use to anyone once the record of their task is gone.
        {
          id: 'batch-translations',
          prefix: 'translations/',
          expiration: Duration.days(batchObjectDays(props.taskRetentionHours)),
        },
      ],
      ...(props.webOrigins.length === 0
        ? {}
        : {
            cors: [
              {
                allowedOrigins: props.webOrigins,
                allowedMethods: [HttpMethods.PUT, HttpMethods.POST, HttpMethods.GET],
                allowedHeaders: ['*'],
                // The browser needs the ETag of each part to complete an upload in parts.
                exposedHeaders: ['ETag'],
                maxAge: Duration.hours(1).toSeconds(),
              },
            ],
          }),
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every access is either a presigned request, which the API logs when it hands it out, or one of the functions, which log what they do. An access log would be a second copy of who watches what.',
    });
  }
}
