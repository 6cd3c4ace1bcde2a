/** The policies of the application's own template. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_KEYS_PARTITION } from '../../../functions/contracts/tables.ts';
import { functionEntries } from '../../../functions/runtime/env.ts';
import { describeRefusal, type Iam } from '../../../local/aws/iam/iam.ts';
import { type Check, checksOf, invokesFunction, readsEventSource } from '../../../local/aws/iam/requests.ts';
import type { Role } from '../../../local/aws/iam/roles.ts';
import type { DeployedResource } from '../../../local/template/deployment.ts';
import { deployTemplate } from './support/template.ts';

let iam: Iam;
let resources: DeployedResource[];
beforeAll(async () => {
  ({ iam, resources } = await deployTemplate());
});

const one = (type: string, hint: string): DeployedResource => {
  const found = resources.filter((resource) => resource.type === type && resource.logicalId.includes(hint));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources are a ${type} like ${hint}`);
  return found[0];
};
const table = (name: string) => one('AWS::DynamoDB::Table', `Tables${name}`).ref;
const arn = (type: string, hint: string) => one(type, hint).attributes.Arn ?? '';
const queue = (hint: string) => arn('AWS::SQS::Queue', hint);
const fn = (hint: string) => arn('AWS::Lambda::Function', `${hint}Function`);
const role = (label: string): Role => {
  const found = iam.roles.find((candidate) => candidate.label === label);
  if (!found) throw new Error(`No role is called ${label}`);
  return found;
};
const dynamo = (operation: string, input: unknown): Check[] =>
  checksOf(
    {
      service: 'dynamodb',
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
    },
    iam.places,
  );
const query = (name: string, partition: string) =>
  dynamo('Query', {
    TableName: table(name),
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: partition } },
  });
const object = (method: string, key: string, query = ''): Check[] =>
  checksOf(
    {
      service: 's3',
      method,
      path: `/${one('AWS::S3::Bucket', 'Media').ref}/${key}`,
      query: new URLSearchParams(query),
      headers: {},
      body: Buffer.alloc(0),
    },
    iam.places,
  );
const refusedTo = (label: string, checks: Check[], when?: 'missing'): string | undefined => {
  const refusal = iam.refusal(role(label), checks, when);
  return refusal && describeRefusal(refusal);
};

describe('Every role of the template', () => {
  it('is known, with its policies, by the name of its function', () => {
    const labels = iam.roles.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(Object.keys(functionEntries)));
    expect(labels).toEqual(expect.arrayContaining(['PipelineRole', 'PipelineTranscribeRole']));
    expect(iam.roles.filter(({ policies }) => policies.flat().length === 0)).toEqual([]);
  });

  it('belongs to who has it: functions, the state machine, and event sources with the role of their function', () => {
    expect(iam.roleOf(fn('savechunk')).label).toBe('save-chunk');
    expect(iam.roleOf(one('AWS::StepFunctions::StateMachine', 'Pipeline').ref).label).toBe('PipelineRole');
    const mappings = resources.filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping');
    const readers = mappings.map(({ ref }) => iam.roleOf(ref).label);
    expect(new Set(readers)).toEqual(new Set(['start-processing', 'translate-batch', 'invalidate-cache']));
    expect(() => iam.roleOf('arn:aws:lambda:us-east-1:000000000000:function:none')).toThrow(/No role/);
    expect(() => iam.role('arn:aws:iam::000000000000:role/none')).toThrow(/No role/);
  });

  it('that reads from an event source may do so, and from no other', () => {
    const may = (label: string, source: string) => refusedTo(label, readsEventSource(source)) === undefined;
    const stream = one('AWS::DynamoDB::Table', 'TablesVideos').attributes.StreamArn ?? '';
    expect(may('start-processing', queue('IngestQueue'))).toBe(true);
    expect(may('translate-batch', queue('TranslationsQueue'))).toBe(true);
    expect(may('invalidate-cache', stream)).toBe(true);
    expect(may('translate-batch', queue('IngestQueue'))).toBe(false);
    expect(may('start-processing', stream)).toBe(false);
  });
});

describe('A role', () => {
  it('may do what its function does, and another function may not', () => {
    const save = dynamo('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: table('Videos'), Item: { pk: { S: 'USER#anna' }, sk: { S: 'CHUNK#0001' } } } },
        { Update: { TableName: table('Videos'), Key: { pk: { S: 'USER#anna' }, sk: { S: 'TASK#1' } } } },
      ],
    });
    expect(refusedTo('save-chunk', save)).toBeUndefined();
    // It may read the table.
    expect(refusedTo('tasks', save)).toMatch(
      /role\/LangPlug-dev-Service-tasksRole\w+ \(tasks\) is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table\/LangPlug-dev-Data-TablesVideos\w+ because no identity-based policy allows/,
    );
    expect(refusedTo('auth', save)).toMatch(/not authorized to perform: dynamodb:PutItem/);
  });

  it('may read the public keys, but no account', () => {
    expect(refusedTo('tasks', query('Users', PUBLIC_KEYS_PARTITION))).toBeUndefined();
    expect(refusedTo('tasks', query('Users', 'EMAIL#anna@example.org'))).toMatch(/perform: dynamodb:Query/);
    expect(refusedTo('auth', query('Users', PUBLIC_KEYS_PARTITION))).toBeUndefined();
  });

  it('stays in its areas of the bucket', () => {
    expect(refusedTo('cut-audio', object('PUT', 'work/anna/hamburg/0.m4a'))).toBeUndefined();
    expect(refusedTo('cut-audio', object('PUT', 'uploads/anna/hamburg/source'))).toMatch(/perform: s3:PutObject/);
    expect(refusedTo('cut-audio', object('GET', 'lessons/anna/hamburg/0'))).toMatch(/perform: s3:GetObject/);
    expect(refusedTo('videos', object('GET', '', 'list-type=2&prefix=uploads/anna/'))).toBeUndefined();
    expect(refusedTo('videos', object('GET', '', 'list-type=2&prefix=translations/anna/'))).toMatch(/s3:ListBucket/);
  });

  it('is told that an object is missing only if it may list', () => {
    const checks = object('GET', 'lessons/anna/hamburg/0');
    expect(refusedTo('videos', checks, 'missing')).toBeUndefined();
    expect(refusedTo('finish-video', checks, 'missing')).toMatch(/perform: s3:ListBucket/);
    expect(refusedTo('videos', checks.slice(0, 1), 'missing')).toBeUndefined();
  });

  it('may pass another one on to Transcribe only, which then must be allowed what the job does', () => {
    const media = one('AWS::S3::Bucket', 'Media').ref;
    const start = (DataAccessRoleArn: string, sound: string) =>
      checksOf(
        {
          service: 'transcribe',
          method: 'POST',
          path: '/',
          query: new URLSearchParams(),
          headers: { 'x-amz-target': 'Transcribe.StartTranscriptionJob' },
          body: Buffer.from(
            JSON.stringify({
              TranscriptionJobName: 'langplug-dev-hamburg-0',
              Media: { MediaFileUri: `s3://${media}/${sound}` },
              OutputBucketName: media,
              OutputKey: 'work/transcript.json',
              JobExecutionSettings: { AllowDeferredExecution: true, DataAccessRoleArn },
            }),
          ),
        },
        iam.places,
      );
    const given = role('PipelineTranscribeRole').arn;
    expect(refusedTo('PipelineRole', start(given, 'work/sound.m4a'))).toBeUndefined();
    expect(refusedTo('PipelineRole', start(given, 'uploads/sound.m4a'))).toMatch(/\(PipelineRole\) .*s3:GetObject/);
    expect(refusedTo('PipelineRole', start(role('videos').arn, 'work/sound.m4a'))).toMatch(/iam:PassRole/);
    const alone = start(given, 'uploads/sound.m4a').filter((check) => check.role !== undefined);
    expect(refusedTo('videos', alone)).toMatch(/\(PipelineTranscribeRole\) .*s3:GetObject/);
  });
});

describe('A policy of a resource', () => {
  const decide = (service: string, check: Check) => iam.decide({ service }, check).decision;

  it('lets S3 send to the queue of new uploads, and nobody else, and to no other queue', () => {
    const send = (hint: string): Check => ({ action: 'sqs:SendMessage', resource: queue(hint) });
    expect(decide('s3.amazonaws.com', send('IngestQueue'))).toBe('allow');
    expect(decide('sns.amazonaws.com', send('IngestQueue'))).toBe('implicit deny');
    expect(decide('s3.amazonaws.com', send('TranslationsQueue'))).toBe('implicit deny');
    const foreign = { ...send('IngestQueue'), context: { 'aws:SourceAccount': '111111111111' } };
    expect(decide('s3.amazonaws.com', foreign)).toBe('implicit deny');
  });

  it('denies what is not encrypted, whatever the role allows', () => {
    const [get] = object('GET', 'uploads/anna/hamburg/source');
    const plain = { 'aws:SecureTransport': 'false' };
    const inPlain = (check: Check | undefined) =>
      check && iam.decide({ role: role('videos') }, { ...check, context: plain }).decision;
    expect(get && iam.decide({ role: role('videos') }, get).decision).toBe('allow');
    expect(inPlain(get)).toBe('explicit deny');
    expect(inPlain({ action: 'sqs:SendMessage', resource: queue('IngestQueue') })).toBe('explicit deny');
    const refusal = iam.refusal(role('videos'), get ? [{ ...get, context: plain }] : []);
    expect(refusal && describeRefusal(refusal)).toMatch(/with an explicit deny \(MediaBucketPolicy\w+, statement 1\)/);
  });

  it('lets the API call its functions for their own routes, and schedules for theirs', () => {
    const api = `arn:aws:execute-api:us-east-1:000000000000:${one('AWS::ApiGatewayV2::Api', 'Api').ref}`;
    const rule = resources.find(
      ({ type, logicalId }) => type === 'AWS::Events::Rule' && logicalId.includes('WarmCache'),
    );
    const call = (service: string, name: string, source: string) => decide(service, invokesFunction(fn(name), source));
    expect(call('apigateway.amazonaws.com', 'auth', `${api}/$default/POST/auth/register`)).toBe('allow');
    expect(call('apigateway.amazonaws.com', 'savechunk', `${api}/$default/POST/videos`)).toBe('implicit deny');
    expect(call('events.amazonaws.com', 'warmcache', rule?.attributes.Arn ?? '')).toBe('allow');
    expect(call('events.amazonaws.com', 'seedlexicon', rule?.attributes.Arn ?? '')).toBe('implicit deny');
  });

  it('says nothing of other resources', () => {
    const stranger: Check = { action: 'sqs:SendMessage', resource: `${queue('IngestQueue')}-2` };
    expect(decide('s3.amazonaws.com', stranger)).toBe('implicit deny');
  });
});

describe('The report of the template', () => {
  it('counts what was asked for as used, and nothing else', () => {
    const before = iam.report.unusedGrants();
    const mine = () => iam.report.usedGrants().filter((grant) => grant.role === 'seed-lexicon');
    expect(mine()).toEqual([]);
    expect(refusedTo('seed-lexicon', dynamo('Scan', { TableName: table('Lexicon') }))).toBeUndefined();
    expect(refusedTo('seed-lexicon', dynamo('Scan', { TableName: table('Users') }))).toBeDefined();
    expect(mine()).toEqual([
      {
        role: 'seed-lexicon',
        action: 'dynamodb:Scan',
        resource: expect.stringMatching(/table\/LangPlug-dev-Data-TablesLexicon\w+$/),
      },
    ]);
    expect(iam.report.unusedGrants()).toHaveLength(before.length - 1);
  });
});
