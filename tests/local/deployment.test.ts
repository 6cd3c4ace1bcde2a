// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables like this.
import { describe, expect, it } from 'vitest';
import { assets, fn, queue, run } from './support/deploy.ts';

describe('resources', () => {
  it('come after those that they refer to, whatever their order', async () => {
    const { deployment, created } = run([
      {
        Resources: {
          Main: {
            Type: 'AWS::SQS::Queue',
            Properties: {
              VisibilityTimeout: 90,
              RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
            },
          },
          Dead: queue,
        },
      },
    ]);
    await deployment;
    expect(created).toEqual([
      { queue: 'App-Dead', attributes: {} },
      {
        queue: 'App-Main',
        attributes: {
          VisibilityTimeout: '90',
          RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:App-Dead","maxReceiveCount":5}',
        },
      },
    ]);
  });

  it('refer to exports of other stacks', async () => {
    const { deployment } = run(
      [
        {
          Resources: { Queue: queue },
          Outputs: { Url: { Value: { Ref: 'Queue' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Url' } } } },
        },
        {
          Resources: {
            Fn: fn({ Environment: { Variables: { URL: { 'Fn::ImportValue': 'App:Url' }, N: 3, B: true } } }),
          },
        },
      ],
      assets,
    );
    const { wiring } = await deployment;
    expect(wiring.functions).toMatchObject([
      { label: 'save-chunk', name: 'App1-Fn', codeFolder: '/bundles/code', timeoutSeconds: 3, memoryMb: 128 },
    ]);
    expect(wiring.functions[0]?.environment).toEqual({ URL: 'http://queues/App-Queue', N: '3', B: 'true' });
  });

  it('with a condition that does not hold are not created', async () => {
    const { deployment, created } = run([
      {
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: { A: { ...queue, Condition: 'IsProd' } },
      },
    ]);
    expect((await deployment).resources).toEqual([]);
    expect(created).toEqual([]);
  });

  it('without local meaning are left out, whatever stands in them', async () => {
    const weird = { Type: 'AWS::Logs::LogGroup', Properties: { Weird: { 'Fn::Transform': {} } } };
    const { deployment } = run([{ Resources: { Logs: weird, Queue: queue } }]);
    expect((await deployment).resources.map(({ logicalId }) => logicalId)).toEqual(['Queue']);
  });

  it('of roles give an ARN to pass on, and their policies resolved', async () => {
    const { deployment, created } = run([
      {
        Resources: {
          Role: { Type: 'AWS::IAM::Role' },
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: { Statement: { Resource: { Ref: 'Machine' } } },
            },
          },
          Machine: {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: {
              DefinitionString: { 'Fn::Join': ['', ['{"Role":"', { 'Fn::GetAtt': ['Role', 'Arn'] }, '","Q":"${q}"}']] },
              DefinitionSubstitutions: { q: 'substituted' },
            },
          },
        },
      },
    ]);
    const { resources } = await deployment;
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(['Role', 'Policy', 'Machine']);
    expect(resources[1]?.properties).toEqual({
      Roles: ['App-Role'],
      PolicyDocument: { Statement: { Resource: 'arn:machine:App-Machine' } },
    });
    expect(created).toEqual([
      {
        stateMachine: 'App-Machine',
        definition: { Role: 'arn:aws:iam::000000000000:role/App-Role', Q: 'substituted' },
      },
    ]);
  });
});

describe('what a template wires', () => {
  it('queues to functions', async () => {
    const { deployment } = run(
      [
        {
          Resources: {
            Queue: queue,
            Fn: fn(),
            Mapping: {
              Type: 'AWS::Lambda::EventSourceMapping',
              Properties: {
                BatchSize: 5,
                EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
                FunctionName: { Ref: 'Fn' },
                FunctionResponseTypes: ['ReportBatchItemFailures'],
                ScalingConfig: { MaximumConcurrency: 4 },
              },
            },
          },
        },
      ],
      assets,
    );
    expect((await deployment).wiring.queueMappings).toEqual([
      {
        queueArn: 'arn:aws:sqs:us-east-1:000000000000:App-Queue',
        functionArn: 'App-Fn',
        batchSize: 5,
        batchingWindowSeconds: 0,
        reportsItemFailures: true,
        maxConcurrency: 4,
      },
    ]);
  });

  it('buckets to queues, as a property and as a custom resource alike', async () => {
    const arn = { 'Fn::GetAtt': ['Queue', 'Arn'] };
    const { deployment } = run([
      {
        Resources: {
          Queue: queue,
          A: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              NotificationConfiguration: {
                QueueConfigurations: [
                  {
                    Event: 's3:ObjectCreated:*',
                    Queue: arn,
                    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
                  },
                ],
              },
            },
          },
          B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } },
          Handler: {
            Type: 'AWS::Lambda::Function',
            Properties: { Code: { ZipFile: 'python' }, Runtime: 'python3.13' },
          },
          Notifications: {
            Type: 'Custom::S3BucketNotifications',
            Properties: {
              ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] },
              BucketName: { Ref: 'B' },
              NotificationConfiguration: {
                QueueConfigurations: [
                  {
                    Events: ['s3:ObjectCreated:Put'],
                    QueueArn: arn,
                    Filter: { Key: { FilterRules: [{ Name: 'Suffix', Value: '/source' }] } },
                  },
                ],
              },
            },
          },
        },
      },
    ]);
    const { wiring } = await deployment;
    const target = { type: 'queue', arn: 'arn:aws:sqs:us-east-1:000000000000:App-Queue' };
    const byBucket = wiring.notifications.toSorted((a, b) => a.bucket.localeCompare(b.bucket));
    expect(byBucket).toMatchObject([
      { bucket: 'app-a', events: ['s3:ObjectCreated:*'], prefix: 'uploads/', suffix: '', target },
      { bucket: 'b', events: ['s3:ObjectCreated:Put'], prefix: '', suffix: '/source', target },
    ]);
    expect(wiring.functions).toEqual([]);
  });

  it('routes to functions', async () => {
    const { deployment } = run(
      [
        {
          Resources: {
            Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
            Fn: fn(),
            Integration: {
              Type: 'AWS::ApiGatewayV2::Integration',
              Properties: {
                ApiId: { Ref: 'Api' },
                IntegrationType: 'AWS_PROXY',
                IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] },
                PayloadFormatVersion: '2.0',
              },
            },
            Route: {
              Type: 'AWS::ApiGatewayV2::Route',
              Properties: {
                ApiId: { Ref: 'Api' },
                RouteKey: 'GET /videos/{id}',
                Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
              },
            },
          },
        },
      ],
      assets,
    );
    expect((await deployment).wiring.routes).toEqual([
      { routeKey: 'GET /videos/{id}', functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:App-Fn' },
    ]);
  });

  it('schedules to functions, both of rules and of the scheduler', async () => {
    const { deployment } = run(
      [
        {
          Resources: {
            Fn: fn(),
            Rule: {
              Type: 'AWS::Events::Rule',
              Properties: {
                ScheduleExpression: 'rate(5 minutes)',
                Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }],
              },
            },
            Schedule: {
              Type: 'AWS::Scheduler::Schedule',
              Properties: {
                ScheduleExpression: 'cron(0 2 * * ? *)',
                ScheduleExpressionTimezone: 'Europe/Berlin',
                Target: { Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, Input: '{"kind":"daily"}' },
              },
            },
            Off: {
              Type: 'AWS::Events::Rule',
              Properties: {
                State: 'DISABLED',
                ScheduleExpression: 'rate(1 day)',
                Targets: [{ Arn: 'arn:aws:lambda:x' }],
              },
            },
          },
        },
      ],
      assets,
    );
    const byName = (await deployment).wiring.schedules.toSorted((a, b) => a.name.localeCompare(b.name));
    expect(byName).toMatchObject([
      { name: 'App-Rule', expression: 'rate(5 minutes)', timezone: 'UTC' },
      { name: 'App-Schedule', expression: 'cron(0 2 * * ? *)', timezone: 'Europe/Berlin', input: { kind: 'daily' } },
    ]);
  });

  it('the cache to the local redis, without TLS', async () => {
    const { deployment } = run(
      [
        {
          Resources: {
            Cache: { Type: 'AWS::ElastiCache::ServerlessCache', Properties: { Engine: 'valkey' } },
            Fn: fn({
              Environment: {
                Variables: {
                  CACHE_URL: { 'Fn::Sub': 'rediss://${Cache.Endpoint.Address}:${Cache.Endpoint.Port}' },
                  OTHER: 'rediss://elsewhere:6379',
                },
              },
            }),
          },
        },
      ],
      assets,
    );
    expect((await deployment).wiring.functions[0]?.environment).toEqual({
      CACHE_URL: 'redis://127.0.0.1:6390',
      OTHER: 'rediss://elsewhere:6379',
    });
  });
});

describe('a template that the local cloud cannot run stops with the name of the resource, and nothing is created', () => {
  it.each([
    ['an unknown type', { X: { Type: 'AWS::Kinesis::Stream' } }, /App\/X \(AWS::Kinesis::Stream\): .*does not know/],
    [
      'resources that refer to each other in a circle',
      {
        A: { ...queue, Properties: { Tags: [{ Ref: 'B' }] } },
        B: { ...queue, Properties: { Tags: [{ Ref: 'A' }] } },
      },
      /App\/A .*A → B → A/,
    ],
    [
      'an unknown intrinsic function',
      { Q: { ...queue, Properties: { DelaySeconds: { 'Fn::Length': [1] } } } },
      /App\/Q .*Unknown intrinsic function Fn::Length/,
    ],
    [
      'a reference to nowhere',
      { Q: { ...queue, Properties: { DelaySeconds: { Ref: 'Nope' } } } },
      /App\/Q .*no resource Nope/,
    ],
    [
      'one inside of another and in a list',
      { Q: { ...queue, Properties: { Tags: [{ 'Fn::Join': ['', [{ 'Fn::Length': [1] }]] }] } } },
      /App\/Q .*Unknown intrinsic function Fn::Length/,
    ],
    [
      'a dynamic reference',
      { Q: { ...queue, Properties: { QueueName: '{{resolve:ssm:/name}}' } } },
      /App\/Q .*Dynamic references/,
    ],
    ['a condition that is not there', { Q: { ...queue, Condition: 'Nope' } }, /App\/Q .*There is no condition Nope/],
  ])('%s', async (_, Resources, message) => {
    const { deployment, created } = run([{ Resources: { First: queue, ...Resources } }]);
    await expect(deployment).rejects.toThrow(message);
    expect(created).toEqual([]);
  });

  it('a bad resource of a later stack', async () => {
    const { deployment, created } = run([
      { Resources: { Q: queue } },
      { Resources: { R: { Type: 'AWS::New::Thing' } } },
    ]);
    await expect(deployment).rejects.toThrow(/App1\/R/);
    expect(created).toEqual([]);
  });
});

describe('what only a handler can see stops with the name of the resource when its turn comes', () => {
  it.each([
    [
      'an attribute that is not known',
      { Q: queue, R: { ...queue, Properties: { QueueName: { 'Fn::GetAtt': ['Q', 'Nope'] } } } },
      /App\/R .*Q has no attribute Nope/,
    ],
    [
      'an import that nobody exports',
      { Q: { ...queue, Properties: { QueueName: { 'Fn::ImportValue': 'x' } } } },
      /App\/Q .*No stack exports x/,
    ],
    [
      'another event source than a queue or a stream of a table',
      {
        M: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: 'arn:aws:kinesis:x', FunctionName: 'f' },
        },
      },
      /App\/M .*Only queues and streams of tables/,
    ],
    [
      'an event pattern',
      { R: { Type: 'AWS::Events::Rule', Properties: { EventPattern: {}, ScheduleExpression: 'rate(1 day)' } } },
      /App\/R .*EventPattern is not supported locally/,
    ],
    ['a bundle that is not in the assembly', { F: fn({ Code: { S3Key: 'gone.zip' } }) }, /App\/F .*no asset gone.zip/],
    [
      'an environment variable without local meaning',
      { V: { Type: 'AWS::EC2::VPC' }, F: fn({ Environment: { Variables: { VPC: { Ref: 'V' } } } }) },
      /App\/F .*VPC refers to something without local meaning/,
    ],
  ])('%s', async (_, Resources, message) => {
    await expect(run([{ Resources }], assets).deployment).rejects.toThrow(message);
  });
});
