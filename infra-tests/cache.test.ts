/** What is deployed so that the cache works, is told of writes, and is filled. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type FunctionName, functionEnvs } from '../functions/runtime/env.ts';
import { functionsOf, listOf } from './support/functions.ts';
import { resolverOf } from './support/resolve.ts';
import { type Synthesised, synthesise } from './support/synthesise.ts';

const dev = synthesise('dev');
const functions = functionsOf(dev);
const cached: FunctionName[] = [
  'auth',
  'videos',
  'vocabulary',
  'translations',
  'admin',
  'health',
  'invalidate-cache',
  'warm-cache',
];
const environmentOf = (synthesised: Synthesised, name: FunctionName) => functionsOf(synthesised).get(name)?.environment;

describe('A function that uses the cache', () => {
  it.each(cached)('is in its network, finds AWS over IPv6, and may read the password: %s', (name) => {
    const fn = functions.get(name);
    if (!fn) throw new Error(`${name} is not deployed`);
    const { properties, environment, statements } = fn;
    expect(properties.VpcConfig).toMatchObject({
      Ipv6AllowedForDualStack: true,
      SecurityGroupIds: [expect.anything()],
      SubnetIds: [expect.anything(), expect.anything()],
    });
    expect(environment).toMatchObject({
      CACHE_URL: expect.stringMatching(/^rediss:/),
      CACHE_LIFETIMES: '',
      STAGE: 'dev',
      AWS_USE_DUALSTACK_ENDPOINT: 'true',
    });
    const readable = statements.flatMap(({ Action, Resource }) =>
      listOf(Action).includes('secretsmanager:GetSecretValue') ? Resource : [],
    );
    expect(readable).toContain(environment.CACHE_SECRET_ARN);
  });

  it.each(cached)('has enough of a core to reach it in time: %s', (name) => {
    expect(functions.get(name)?.properties.MemorySize).toBeGreaterThanOrEqual(512);
  });

  it('is every function that knows the cache; the others know nothing of it', () => {
    const knowing = [...functions].filter(([, { environment }]) =>
      Object.keys(environment).some((variable) => variable.startsWith('CACHE_')),
    );
    expect(knowing.map(([name]) => name).sort()).toEqual([...cached].sort());
    const elsewhere = [...functions].filter(([name]) => !cached.includes(name));
    expect(elsewhere.filter(([, { environment }]) => environment.AWS_USE_DUALSTACK_ENDPOINT)).toEqual([]);
  });

  it('finds AWS through the NAT gateway instead, where that was asked for', () => {
    const environment = environmentOf(nat, 'videos');
    expect(environment).toBeDefined();
    expect(environment).not.toHaveProperty('AWS_USE_DUALSTACK_ENDPOINT');
  });
});
const nat = synthesise('dev', { egress: 'nat' });

describe('Configuring the cache', () => {
  const off = synthesise('dev', { cacheEnabled: 'false' });
  const lifetimes = synthesise('dev', { cacheLifetimes: 'word=600, stats=60' });

  it('switches it off for every function but the one that invalidates, so that it may be switched on again', () => {
    const settings = (synthesised: Synthesised) =>
      cached.map((name) => [name, environmentOf(synthesised, name)?.CACHE_ENABLED]);
    const expected = (value: string) => cached.map((name) => [name, name === 'invalidate-cache' ? undefined : value]);
    expect(settings(off)).toEqual(expected('false'));
    expect(settings(dev)).toEqual(expected('true'));
  });

  it('hands other lifetimes to the functions as their schema reads them', () => {
    for (const name of ['vocabulary', 'videos', 'warm-cache'] as const) {
      const parsed = functionEnvs[name].parse(environmentOf(lifetimes, name));
      expect(parsed).toMatchObject({ CACHE_LIFETIMES: { word: 600, stats: 60 } });
    }
  });

  it('names the server, where it is asked about', () => {
    const name = Object.values(dev.data.findResources('AWS::ElastiCache::ServerlessCache'))[0]?.Properties
      .ServerlessCacheName;
    for (const fn of ['health', 'admin'] as const) expect(environmentOf(dev, fn)?.CACHE_NAME).toBe(name);
  });
});

type Mapping = {
  EventSourceArn: unknown;
  FunctionName: unknown;
  StartingPosition?: string;
  MaximumRecordAgeInSeconds: number;
  MaximumRetryAttempts?: number;
  FilterCriteria: { Filters: { Pattern: string }[] };
};

/** Mappings of streams by the table. */
function streamsOf(synthesised: Synthesised): Map<string, Mapping> {
  const resolve = resolverOf(synthesised);
  const mappings: Mapping[] = Object.values(synthesised.service.findResources('AWS::Lambda::EventSourceMapping')).map(
    ({ Properties }) => Properties,
  );
  return new Map(
    mappings
      .filter(({ StartingPosition }) => StartingPosition !== undefined)
      .map((mapping) => [/Tables([A-Z][a-z]+)/.exec(String(resolve(mapping.EventSourceArn)))?.[1] ?? '', mapping]),
  );
}

describe('The stream of', () => {
  const streams = streamsOf(dev);
  const lifetimes = streamsOf(synthesise('dev', { cacheLifetimes: 'lesson=18000,word=1,level-list=2' }));

  it('every table whose rows are cached goes to the function that invalidates', () => {
    expect([...streams.keys()].sort()).toEqual(['Lexicon', 'Users', 'Videos']);
    for (const mapping of streams.values()) {
      expect(mapping).toMatchObject({
        FunctionName: { Ref: functions.get('invalidate-cache')?.logicalId },
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 100,
        MaximumBatchingWindowInSeconds: 0,
        BisectBatchOnFunctionError: false,
      });
    }
  });

  it.each([
    ['Videos', { sk: 'VIDEO#1' }, true],
    ['Videos', { sk: 'CHUNK#0001' }, true],
    ['Videos', { sk: 'SERIES#1' }, true],
    ['Videos', { sk: 'EPISODE#1#0001#2' }, true],
    // These change every few seconds while something is processed.
    ['Videos', { sk: 'TASK#1' }, false],
    ['Videos', { sk: 'BATCH#1' }, false],
    ['Users', { sk: 'SESSION' }, true],
    ['Users', { sk: 'PROFILE' }, false],
    ['Users', { sk: 'EMAIL' }, false],
    ['Lexicon', { pk: 'VERSION' }, true],
    // Seeding writes thousands of them, and then the version.
    ['Lexicon', { pk: 'WORD#de#haus' }, false],
  ])('%s with a change of %j costs a call: %s', (table, key, wanted) => {
    const [filter, ...others] = streams.get(table)?.FilterCriteria.Filters ?? [];
    expect(others).toEqual([]);
    const { Keys }: { Keys: Record<string, { S: { prefix: string }[] }> } = JSON.parse(filter?.Pattern ?? '').dynamodb;
    const passes = Object.entries(Keys).every(([attribute, { S }]) =>
      S.some(({ prefix }) => new Map(Object.entries(key)).get(attribute)?.startsWith(prefix)),
    );
    expect(passes).toBe(wanted);
  });

  it('a table is tried again until whatever a write made invalid has expired by itself, or the stream has forgotten it', () => {
    const ages = (mappings: typeof streams) =>
      Object.fromEntries([...mappings].map(([table, mapping]) => [table, mapping.MaximumRecordAgeInSeconds]));
    const day = 24 * 3600;
    expect(ages(streams)).toEqual({ Videos: 2 * 3600, Users: day, Lexicon: day });
    // Never shorter than Lambda takes.
    expect(ages(lifetimes)).toEqual({ Videos: 18_000, Users: day, Lexicon: 60 });
    for (const { MaximumRetryAttempts = -1 } of streams.values()) expect(MaximumRetryAttempts).toBe(-1);
  });

  it('any of them that is more than a minute behind for ten minutes rings, also while its batch waits to be tried again', () => {
    dev.service.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: functions.get('invalidate-cache')?.logicalId } }],
      Statistic: 'Maximum',
      Period: 300,
      EvaluationPeriods: 2,
      Threshold: 60_000,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });
});

describe('Warming', () => {
  const warmer = functions.get('warm-cache')?.logicalId;

  it('happens every six hours', () => {
    dev.service.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(6 hours)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [warmer, 'Arn'] } })],
    });
  });

  it('rings when all three tries of a run failed', () => {
    dev.service.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: warmer } }],
      Period: 6 * 3600,
      EvaluationPeriods: 1,
      Threshold: 3,
    });
  });
});
