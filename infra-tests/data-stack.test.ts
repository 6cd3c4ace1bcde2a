import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { linksAnEntry } from './support/runbook.ts';
import { SYNTHESIS_TIMEOUT, synthesise } from './support/synthesise.ts';

const dev = synthesise('dev').data;
const prod = synthesise('prod').data;

/** What holds data that nobody could make again, or without which such a thing could not be kept. */
const STATEFUL = [
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::ElastiCache::User',
  'AWS::ElastiCache::UserGroup',
];
/** Only where somebody is told of alarms. */
const ALARM_TOPIC = 'AWS::SNS::Topic';
/** Where a kept cache stands. */
const NETWORK = ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::SecurityGroup', 'AWS::EC2::VPCCidrBlock'];
/** What can be made again at any time from the template. */
const WITHOUT_STATE = /::(BucketPolicy|QueuePolicy|TopicPolicy|Alarm)$|^AWS::EC2::/;

describe.each([
  ['dev', dev],
  ['prod', prod],
])('The data of %s', (_stage, template) => {
  it('has uploads that are private and encrypted', () => {
    template.resourceCountIs('AWS::S3::Bucket', 1);
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      },
    });
  });

  it('forgets abandoned uploads after a day, intermediate work no sooner than Transcribe forgets its jobs, and texts of batches', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }),
          Match.objectLike({ Prefix: 'work/', ExpirationInDays: 91, Status: 'Enabled' }),
          // As long as the record of the task, and two hours for the task itself.
          Match.objectLike({ Prefix: 'translations/', ExpirationInDays: 2, Status: 'Enabled' }),
        ],
      },
    });
  });

  it('announces uploaded sources, and nothing else, to the ingest queue', () => {
    const filter = {
      S3Key: {
        Rules: [
          { Name: 'prefix', Value: 'uploads/' },
          { Name: 'suffix', Value: '/source' },
        ],
      },
    };
    const queue = { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestQueue'), 'Arn'] };
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        NotificationConfiguration: {
          QueueConfigurations: ['Put', 'Post', 'CompleteMultipartUpload'].map((how) => ({
            Event: `s3:ObjectCreated:${how}`,
            Filter: filter,
            Queue: queue,
          })),
        },
      },
      // S3 asks at once whether it may send there.
      DependsOn: [Match.stringLikeRegexp('^IngestQueuePolicy')],
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('has tables that are encrypted, forget by time, can be followed and restored, and cost nothing unused', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', 4);
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('finds active tasks without reading all tasks', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'activeTasks',
          KeySchema: [
            { AttributeName: 'active', KeyType: 'HASH' },
            { AttributeName: 'updatedAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      AttributeDefinitions: Match.arrayWith([{ AttributeName: 'updatedAt', AttributeType: 'N' }]),
    });
  });

  it('lists the words of a level without reading all words', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'levels',
          KeySchema: [
            { AttributeName: 'level', KeyType: 'HASH' },
            { AttributeName: 'sort', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    });
  });

  it('gives every queue a dead-letter queue, and keeps dead messages for two weeks', () => {
    const queues = template.findResources('AWS::SQS::Queue');
    const targets = Object.values(queues).flatMap(
      (queue) => queue.Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
    );
    const withoutOne = Object.entries(queues).filter(
      ([id, queue]) => !queue.Properties.RedrivePolicy && !targets.includes(id),
    );
    expect(withoutOne).toEqual([]);
    for (const id of targets) expect(queues[id]?.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it('encrypts every queue with the key of SQS and refuses connections without TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'));
    const guarded = policies.filter((policy) =>
      policy.Properties.PolicyDocument.Statement.some(
        (statement: { Effect: string; Condition?: unknown }) =>
          statement.Effect === 'Deny' && JSON.stringify(statement.Condition).includes('"aws:SecureTransport":"false"'),
      ),
    );
    expect(guarded).toHaveLength(Object.keys(template.findResources('AWS::SQS::Queue')).length);
  });

  it('rings at the first dead message and says where to look', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms.map((alarm) => [alarm.Properties.MetricName, alarm.Properties.Threshold])).toEqual([
      ['ApproximateNumberOfMessagesVisible', 1],
      ['ApproximateNumberOfMessagesVisible', 1],
    ]);
    for (const alarm of alarms) expect(alarm.Properties.AlarmDescription).toSatisfy(linksAnEntry);
  });

  it('has a cache behind TLS and a password, with a snapshot every day', () => {
    template.hasResourceProperties('AWS::ElastiCache::ServerlessCache', {
      Engine: 'valkey',
      UserGroupId: { Ref: Match.stringLikeRegexp('^CacheUserGroup') },
      DailySnapshotTime: Match.anyValue(),
      SnapshotRetentionLimit: Match.anyValue(),
    });
    // ElastiCache Serverless speaks TLS only; the group's one user is the default user, and its password is a secret.
    template.resourceCountIs('AWS::ElastiCache::User', 1);
    template.hasResourceProperties('AWS::ElastiCache::User', {
      UserName: 'default',
      AuthenticationMode: {
        Type: 'password',
        Passwords: [
          { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: Match.anyValue() }, ':SecretString:::}}']] },
        ],
      },
      NoPasswordRequired: Match.absent(),
    });
  });

  it('costs next to nothing when idle: no NAT gateway, no interface endpoint, no address', () => {
    template.resourceCountIs('AWS::EC2::NatGateway', 0);
    template.resourceCountIs('AWS::EC2::EIP', 0);
    template.allResourcesProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' });
  });

  it('has a network that nothing can enter', () => {
    template.resourceCountIs('AWS::EC2::InternetGateway', 0);
    template.resourceCountIs('AWS::EC2::EgressOnlyInternetGateway', 1);
    template.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
    const openings = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress'));
    expect(openings.map((opening) => opening.Properties)).toEqual([
      expect.objectContaining({ FromPort: 6379, ToPort: 6379, SourceSecurityGroupId: expect.anything() }),
    ]);
    template.allResourcesProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
  });
});

describe('Deleting a stack', () => {
  const policiesOf = (template: typeof dev, types = STATEFUL) =>
    types.map((type) => {
      const resources = Object.values(template.findResources(type));
      return [type, [...new Set(resources.flatMap((found) => [found.DeletionPolicy, found.UpdateReplacePolicy]))]];
    });
  const all = (policy: string, types = STATEFUL) => types.map((type) => [type, [policy]]);

  it('is decided for every kind of resource', () => {
    const types = Object.values<{ Type: string }>(prod.toJSON().Resources).map(({ Type }) => Type);
    const kinds = [...new Set(types)].filter((type) => !WITHOUT_STATE.test(type));
    expect(kinds.sort()).toEqual([...STATEFUL, ALARM_TOPIC].sort());
  });

  it('keeps the data of prod, and the network that its cache stands in', () => {
    const kept = [...STATEFUL, ALARM_TOPIC];
    expect(policiesOf(prod, kept)).toEqual(all('Retain', kept));
    expect(policiesOf(prod, NETWORK)).toEqual(all('Retain', NETWORK));
    prod.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    expect(synthesise('prod').assembly.getStackByName('LangPlug-prod-Data').terminationProtection).toBe(true);
  });

  it('leaves nothing of dev', () => {
    expect(policiesOf(dev)).toEqual(all('Delete'));
    dev.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false });
  });
});

describe('Uploading from a browser', () => {
  it('works from every origin in dev, and shows the ETag that completes an upload in parts', () => {
    dev.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          Match.objectLike({ AllowedOrigins: ['*'], AllowedMethods: ['PUT', 'POST', 'GET'], ExposedHeaders: ['ETag'] }),
        ],
      },
    });
  });

  it('works from no origin in prod until one is named', () => {
    prod.hasResourceProperties('AWS::S3::Bucket', { CorsConfiguration: Match.absent() });
  });
});

describe('A region whose services have no dual-stack endpoints', { timeout: SYNTHESIS_TIMEOUT }, () => {
  it('gets one NAT gateway, when asked for', () => {
    synthesise('dev', { egress: 'nat' }).data.resourceCountIs('AWS::EC2::NatGateway', 1);
  });
});
