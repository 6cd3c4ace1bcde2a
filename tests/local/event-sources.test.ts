import { describe, expect, it } from 'vitest';
import { assets, fn, run } from './support/deploy.ts';

const STREAM = 'arn:aws:dynamodb:ddblocal:000000000000:table/App-Videos/stream/2026-11-01T10:00:00.000';

const mapping = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn: STREAM, FunctionName: { Ref: 'Fn' }, StartingPosition: 'LATEST', ...more },
});
const wiringOf = async (Resources: Record<string, unknown>) =>
  (await run([{ Resources: { Fn: fn(), ...Resources } }], assets).deployment).wiring;

describe('a stream that is mapped to a function', () => {
  it('has the batches, limits and filters of the template', async () => {
    const Pattern = JSON.stringify({ dynamodb: { Keys: { sk: { S: [{ prefix: 'VIDEO#' }] } } } });
    const { streamMappings } = await wiringOf({
      M: mapping({
        BatchSize: 7,
        MaximumBatchingWindowInSeconds: 2,
        MaximumRetryAttempts: 3,
        MaximumRecordAgeInSeconds: 60,
        BisectBatchOnFunctionError: false,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: { Filters: [{ Pattern }] },
      }),
    });
    expect(streamMappings).toEqual([
      {
        id: 'App-M',
        source: 'stream of App-Videos',
        streamArn: STREAM,
        functionArn: 'App-Fn',
        startingPosition: 'LATEST',
        batchSize: 7,
        batchingWindowSeconds: 2,
        reportsItemFailures: true,
        maxRetries: 3,
        maxRecordAgeSeconds: 60,
        filter: expect.any(Function),
      },
    ]);
    const passes = (sk: string) => streamMappings[0]?.filter({ dynamodb: { Keys: { sk: { S: sk } } } });
    expect([passes('VIDEO#1'), passes('TASK#1')]).toEqual([true, false]);
  });

  it('is retried without end unless the template says otherwise', async () => {
    const { streamMappings } = await wiringOf({
      M: mapping({ MaximumRetryAttempts: -1, MaximumRecordAgeInSeconds: -1 }),
    });
    expect(streamMappings[0]).toMatchObject({ batchSize: 100, batchingWindowSeconds: 0, reportsItemFailures: false });
    expect(streamMappings[0]).not.toHaveProperty('maxRetries');
    expect(streamMappings[0]).not.toHaveProperty('maxRecordAgeSeconds');
  });

  it('is not read when it is disabled', async () => {
    expect((await wiringOf({ M: mapping({ Enabled: false }) })).streamMappings).toEqual([]);
  });

  it.each([
    ['BisectBatchOnFunctionError', true],
    ['DestinationConfig', { OnFailure: { Destination: 'arn:aws:sqs:x' } }],
    ['TumblingWindowInSeconds', 5],
    ['StartingPosition', 'AT_TIMESTAMP'],
  ])('stops the start where it asks for what is not done locally: %s', async (name, value) => {
    await expect(wiringOf({ M: mapping({ [name]: value }) })).rejects.toThrow(new RegExp(`App/M .*${name}`, 's'));
  });
});

describe('what a deployment calls at its end', () => {
  const trigger = (DependsOn: string[], more: Record<string, unknown> = {}) => ({
    Type: 'Custom::Trigger',
    DependsOn,
    Properties: { ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] }, HandlerArn: { Ref: 'FnVersion' }, ...more },
  });
  const named = (name: string) => fn({ FunctionName: name });
  const version = (FunctionName: string) => ({ Type: 'AWS::Lambda::Version', Properties: { FunctionName } });

  it('comes in the order of its dependencies, by functions of the application alone', async () => {
    const { triggers, functions } = await wiringOf({
      Third: trigger(['Second'], { HandlerArn: 'arn:third' }),
      Second: trigger(['First', 'Role'], { HandlerArn: 'arn:second', InvocationType: 'Event' }),
      First: trigger([], { HandlerArn: { Ref: 'FnVersion' } }),
      FnVersion: version('fn'),
      Role: { Type: 'AWS::IAM::Role' },
      Provider: fn({ Runtime: 'python3.13' }),
      DryRun: trigger([], { InvocationType: 'DryRun' }),
    });
    expect(triggers).toEqual([
      { functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:fn:1' },
      { functionArn: 'arn:second' },
      { functionArn: 'arn:third' },
    ]);
    expect(functions.map(({ name }) => name)).toEqual(['App-Fn']);
  });

  it('cannot depend on each other in a circle, nor on what is not there', async () => {
    const Provider = named('provider');
    const FnVersion = version('fn');
    await expect(wiringOf({ Provider, FnVersion, A: trigger(['B']), B: trigger(['A']) })).rejects.toThrow(
      /App\/A .*A → B → A/,
    );
    await expect(wiringOf({ Provider, FnVersion, A: trigger(['Nope']) })).rejects.toThrow(/App\/A .*no resource Nope/);
  });
});
