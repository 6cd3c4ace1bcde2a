import { CfnOutput, Duration, RemovalPolicies, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { TRANSLATION_QUEUE } from '../../functions/contracts/limits.ts';
import type { Config } from '../config.ts';
import { AlarmTopic } from '../constructs/alarm-topic/alarm-topic.ts';
import { Cache } from '../constructs/cache/cache.ts';
import { IngestQueue } from '../constructs/ingest-queue/ingest-queue.ts';
import { MediaBucket } from '../constructs/media-bucket/media-bucket.ts';
import { Network } from '../constructs/network/network.ts';
import { Tables } from '../constructs/tables/tables.ts';
import { TaskQueue } from '../constructs/task-queue/task-queue.ts';
import { RUNBOOK } from '../runbook.ts';

/**
 * What must not be lost: tables, media, keys, the cache with its network, the queues, and who is told of alarms. Queues are
 * here because work that waits in them must survive a new service, and the ingest queue also because the bucket must
 * name it when it is created (in the service stack it would make a cycle of the two stacks).
 */
export class DataStack extends Stack {
  readonly tables: Tables;
  readonly media: Bucket;
  readonly ingest: IngestQueue;
  /** Batch translations that wait. */
  readonly translationQueue: TaskQueue;
  /** What the private key of the access tokens is derived from. */
  readonly signingKey: Secret;
  readonly network: Network;
  readonly cache: Cache;
  /** Where alarms of all stacks are announced; a development stage has none unless asked for. */
  readonly alarmTopic: AlarmTopic | undefined;

  constructor(scope: Construct, id: string, { config }: { config: Config }) {
    super(scope, id, {
      description: `LangPlug ${config.stage}: data`,
      terminationProtection: config.keepData,
    });
    const { keepData } = config;
    const removalPolicy = keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    this.tables = new Tables(this, 'Tables', { keepData });
    this.media = new MediaBucket(this, 'Media', config).bucket;
    this.ingest = new IngestQueue(this, 'Ingest', { runbook: RUNBOOK, removalPolicy });
    this.ingest.announceUploadsOf(this.media);
    this.translationQueue = new TaskQueue(this, 'Translations', {
      visibilityTimeout: Duration.seconds(TRANSLATION_QUEUE.visibilitySeconds),
      maxReceives: TRANSLATION_QUEUE.maxReceiveCount,
      impact: 'Batch translations stay unfinished: nothing works on them until someone acts.',
      runbook: `${RUNBOOK}#translation-dlq`,
      removalPolicy,
    });

    // Random text that the auth function derives the key pair from.
    this.signingKey = new Secret(this, 'SigningKey', {
      description: 'What the key that signs access tokens is derived from',
      generateSecretString: { passwordLength: 64 },
      removalPolicy,
    });
    Validations.of(this.signingKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new key must be known to every verifier before it signs, which the secret manager cannot see to. Keys are changed by the application: the table of public keys holds old and new side by side.',
    });

    this.network = new Network(this, 'Network', { egress: config.egress });
    // A cache that is kept stands in this network, which could then not be deleted either.
    if (keepData) RemovalPolicies.of(this.network).retain();
    this.cache = new Cache(this, 'Cache', {
      name: `langplug-${config.stage}`,
      network: this.network,
      snapshotsKept: Duration.days(keepData ? 7 : 1),
      removalPolicy,
    });

    this.alarmTopic =
      keepData || config.alarmEmail !== undefined
        ? new AlarmTopic(this, 'Alarms', { email: config.alarmEmail, removalPolicy })
        : undefined;

    // For making the first admin: README.
    new CfnOutput(this, 'UsersTableName', { value: this.tables.users.tableName });
    new CfnOutput(this, 'MediaBucketName', { value: this.media.bucketName });
  }
}
