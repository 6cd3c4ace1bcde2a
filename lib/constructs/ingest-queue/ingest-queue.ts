import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TaskQueue } from '../task-queue/task-queue.ts';

/** What a consumer may take for one batch, at most. Six times that is how long a message stays hidden, as AWS advises. */
export const INGEST_CONSUMER_TIMEOUT = Duration.seconds(15);
/** A message that failed this often goes to the dead-letter queue: after about 7 minutes. */
const MAX_RECEIVES = 5;

const UPLOAD_EVENTS = ['s3:ObjectCreated:Put', 's3:ObjectCreated:Post', 's3:ObjectCreated:CompleteMultipartUpload'];
/** Sources only: `functions/core/object-keys.ts`. Subtitles and everything that the pipeline writes start nothing. */
const SOURCE_KEYS = [
  { name: 'prefix', value: 'uploads/' },
  { name: 'suffix', value: '/source' },
];

/** The queue in front of the pipeline. */
export class IngestQueue extends TaskQueue {
  constructor(scope: Construct, id: string, props: { runbook: string; removalPolicy: RemovalPolicy }) {
    super(scope, id, {
      visibilityTimeout: Duration.seconds(6 * INGEST_CONSUMER_TIMEOUT.toSeconds()),
      maxReceives: MAX_RECEIVES,
      impact: 'Uploaded videos stay at "queued": nothing processes them until someone acts.',
      runbook: `${props.runbook}#ingest-dlq`,
      removalPolicy: props.removalPolicy,
    });
  }

  /**
   * Lets a bucket announce uploaded sources here. Written into the bucket itself: the library's own way would add a
   * function that changes the bucket from outside its template.
   */
  announceUploadsOf(bucket: Bucket): void {
    const allowed = this.queue.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        // The account and not this very bucket: S3 checks the policy while it creates the bucket, so it cannot name it yet.
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket))
      throw new Error('Uploads can only be announced by a bucket of this application');
    resource.notificationConfiguration = {
      queueConfigurations: UPLOAD_EVENTS.map((event) => ({
        event,
        queue: this.queue.queueArn,
        filter: { s3Key: { rules: SOURCE_KEYS } },
      })),
    };
    if (allowed.policyDependable) resource.node.addDependency(allowed.policyDependable);
  }
}
