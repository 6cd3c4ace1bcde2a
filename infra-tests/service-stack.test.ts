import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { routes } from '../functions/handlers/api/routes.ts';
import { functionEntries, functionEnvs } from '../functions/runtime/env.ts';
import { bundleFunctions } from '../lib/constructs/app-function/bundles.ts';
import { functionsOf, listOf, TRIGGER_PROVIDER } from './support/functions.ts';
import { resolverOf } from './support/resolve.ts';
import { SYNTHESIS_TIMEOUT, synthesise } from './support/synthesise.ts';

const synthesised = synthesise('dev');
const { service: template, assembly } = synthesised;
const resolve = resolverOf(synthesised);
const functions = functionsOf(synthesised);

/** Variables that AWS or the runtime reads, not the handler. */
const RUNTIME_VARIABLES = ['NODE_OPTIONS', 'AWS_USE_DUALSTACK_ENDPOINT'];
const actionsOf = (name: Parameters<typeof functions.get>[0]) =>
  functions.get(name)?.statements.flatMap((statement) => listOf(statement.Action)) ?? [];

describe('The API', () => {
  const targets = Object.entries(template.findResources('AWS::ApiGatewayV2::Integration')).map(
    ([id, { Properties }]) => {
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
      const logicalId = Properties.IntegrationUri['Fn::GetAtt'][0];
      const [name] = [...functions].find(([, fn]) => fn.logicalId === logicalId) ?? [];
      return [`integrations/${id}`, name] as const;
    },
  );

  it('has every route of the table, answered by the function that the table says, and one for whatever is none', () => {
    const byTarget = new Map<string, string | undefined>(targets);
    const deployed = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
      Properties.RouteKey,
      byTarget.get(String(resolve(Properties.Target))),
    ]);
    const wanted = Object.values(routes).map(({ method, path, fn }) => [`${method} ${path}`, fn]);
    expect(deployed.sort()).toEqual([...wanted, ['$default', 'health']].sort());
  });

  it('has one integration for each function', () => {
    expect(targets.map(([, name]) => name).sort()).toEqual(
      [...new Set(Object.values(routes).map(({ fn }) => fn))].sort(),
    );
  });

  it('is limited in its rate, and logs every request without its query, body or headers', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 },
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp('userAgent|authorizer|querystring|header')) },
    });
  });
});

describe('Every function', { timeout: SYNTHESIS_TIMEOUT }, () => {
  it('is one of those with an entry point; the library adds one, which works during deployments only', () => {
    expect([...functions.keys()].sort()).toEqual(Object.keys(functionEntries).sort());
    const all = Object.keys(template.findResources('AWS::Lambda::Function'));
    expect(all.filter((id) => id.startsWith(TRIGGER_PROVIDER))).toHaveLength(1);
    expect(all).toHaveLength(functions.size + 1);
  });

  it.each(Object.keys(functionEntries))('gets the environment that it asks for: %s', (key) => {
    const [name, fn] = [...functions].find(([known]) => known === key) ?? [];
    if (!name || !fn) throw new Error(`${key} is not deployed`);
    const given = Object.entries(fn.environment).filter(([variable]) => !RUNTIME_VARIABLES.includes(variable));
    // Strict: neither one too few nor one too many.
    expect(functionEnvs[name].strict().safeParse(Object.fromEntries(given)).error).toBeUndefined();
  });

  it('runs on Node 24 and arm64, is traced, and logs into a group of its own that forgets', () => {
    for (const { properties } of functions.values()) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.anything() } },
      });
    }
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
    synthesise('prod').service.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  it('has a role of its own without managed policies', () => {
    const roles = [...functions.values()].map((fn) => JSON.stringify(fn.properties.Role));
    expect(new Set(roles).size).toBe(functions.size);
    expect([...functions.values()].filter((fn) => fn.managedPolicies !== undefined)).toEqual([]);
  });

  it('must have an entry point, or nothing is synthesised', () => {
    const entries = { ...functionEntries, auth: 'api/auth/nowhere.ts' };
    expect(() => bundleFunctions(join(assembly.directory, 'never'), entries)).toThrow(
      'auth: functions/handlers/api/auth/nowhere.ts',
    );
  });

  it('has no secret in its environment', () => {
    const values = [...functions.values()].flatMap((fn) => Object.values(fn.environment));
    expect(values.filter((value) => String(value).includes('{{resolve:'))).toEqual([]);
  });

  it('is a bundle that loads and has a handler', () => {
    const environment = Object.assign({}, ...[...functions.values()].map((fn) => fn.environment), {
      AWS_REGION: 'us-east-1',
    });
    const bundles = [...functions.keys()].map((name) => join(assembly.directory, 'functions', name, 'index.mjs'));
    const script = `for (const bundle of ${JSON.stringify(bundles)}) {
      const { handler } = await import(bundle);
      if (typeof handler !== 'function') throw new Error(bundle + ' has no handler');
    }`;
    const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: environment,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });
});

describe('No function', () => {
  const statements = [...functions].flatMap(([name, fn]) => fn.statements.map((statement) => ({ name, ...statement })));

  it('may do everything of a service, or change rights', () => {
    const tooMuch = statements.filter(({ Action }) => listOf(Action).some((action) => /\*|^iam:|^sts:/.test(action)));
    expect(tooMuch).toEqual([]);
  });

  it('may use all resources, but where AWS knows none', () => {
    const NAMELESS = /^(xray|ec2|translate):|^dynamodb:ListStreams$/;
    const everything = statements.filter(
      ({ Resource, Action }) => Resource === '*' && !listOf(Action).every((action) => NAMELESS.test(action)),
    );
    expect(everything).toEqual([]);
  });

  it('but auth may read accounts: others see the public keys only', () => {
    const usersTable = String(functions.get('auth')?.environment.USERS_TABLE);
    const readers = statements.filter(
      ({ Resource, Action, name }) =>
        JSON.stringify(Resource).includes(usersTable) &&
        name !== 'auth' &&
        !listOf(Action).includes('dynamodb:GetRecords'),
    );
    expect(readers.map(({ name }) => name).sort()).toEqual(['admin', 'tasks', 'translations', 'videos', 'vocabulary']);
    for (const { Condition } of readers) {
      expect(Condition).toEqual({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['JWKS'] } });
    }
  });

  it('but those that remove what nobody would find again may delete media', () => {
    const deleting = statements.filter(({ Action }) => listOf(Action).includes('s3:DeleteObject'));
    expect(deleting.map(({ name }) => name).sort()).toEqual([
      'plan-chunks',
      'save-chunk',
      'start-processing',
      'videos',
    ]);
  });

  it('may touch a whole bucket: only areas of it', () => {
    const objects = statements.filter(({ Action }) =>
      listOf(Action).some((action) => /^s3:(Get|Put|Delete)Object/.test(action)),
    );
    const paths = objects.flatMap(({ Resource }) => listOf(Resource).map((arn) => String(arn).replace(/^[^/]*/, '')));
    expect([...new Set(paths)].sort()).toEqual([
      '/lessons/*',
      '/readiness',
      '/translations/*',
      '/uploads/*',
      '/work/*',
    ]);
  });

  it('but those that use the cache runs in the network, where a start takes longer', () => {
    const inside = [...functions].filter(([, fn]) => fn.properties.VpcConfig).map(([name]) => name);
    expect(inside.sort()).toEqual([
      'admin',
      'auth',
      'health',
      'invalidate-cache',
      'translations',
      'videos',
      'vocabulary',
      'warm-cache',
    ]);
  });

  it('but those that translate spend money on it', () => {
    const translating = [...functions.keys()].filter((name) => actionsOf(name).includes('translate:TranslateText'));
    expect(translating.sort()).toEqual(['translate-batch', 'translate-chunk', 'translations']);
  });
});

describe('Every queue consumer', () => {
  it('reports partial failures and is limited', () => {
    const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
      .map(({ Properties }) => Properties)
      .filter(({ StartingPosition }) => StartingPosition === undefined);
    const limited = {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    };
    expect(mappings).toEqual([
      expect.objectContaining({ ...limited, BatchSize: 10 }),
      expect.objectContaining({ ...limited, BatchSize: 1 }),
    ]);
  });

  it.each(['start-processing', 'translate-batch'] as const)(
    'has time for its batch before the messages come back: %s',
    (name) => {
      const timeout = Number(functions.get(name)?.properties.Timeout);
      synthesised.data.hasResourceProperties('AWS::SQS::Queue', {
        VisibilityTimeout: 6 * timeout,
        RedrivePolicy: { maxReceiveCount: 5 },
      });
    },
  );
});

describe('The stacks', () => {
  it('look for stuck tasks every five minutes', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [functions.get('reap-stuck-tasks')?.logicalId, 'Arn'] } })],
    });
  });

  it('ring when stuck tasks could not be ended three times in a row', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: functions.get('reap-stuck-tasks')?.logicalId } }],
      Period: 300,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  it('depend on each other in one direction only', () => {
    const dependencies = (name: string) =>
      assembly
        .getStackByName(`LangPlug-dev-${name}`)
        .dependencies.map(({ id }) => id)
        .filter((id) => !id.endsWith('.assets'));
    expect(dependencies('Data')).toEqual([]);
    expect(dependencies('Service')).toEqual(['LangPlug-dev-Data']);
    // Of a stage whose alarms tell nobody, it needs nothing.
    expect(dependencies('Observability')).toEqual([]);
  });

  it('tell where the API, the bucket, the state machine and the accounts are', () => {
    for (const name of ['ApiUrl', 'MediaBucketName', 'StateMachineArn']) template.hasOutput(name, {});
    for (const name of ['UsersTableName', 'MediaBucketName']) synthesised.data.hasOutput(name, {});
  });
});
