/** What of a template's roles and policies of resources is taken up, and what is refused. */
import { describe, expect, it } from 'vitest';
import { openIam } from '../../../local/aws/iam/iam.ts';
import type { TemplateResource } from '../../../local/aws/iam/template-resource.ts';
import { IDENTITY } from './support/template.ts';

const ROLE_ARN = 'arn:aws:iam::000000000000:role/Reader';
const S3 = 'arn:aws:s3:::media';
const may = (Action: string) => ({ Statement: { Effect: 'Allow', Action, Resource: `${S3}/*` } });
const trusting = (Service: string, Condition = {}) => ({
  Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service }, Condition },
});

const resource = (type: string, properties: unknown, more: Partial<TemplateResource> = {}): TemplateResource => ({
  logicalId: type.split('::').at(-1) ?? '',
  type,
  properties,
  ref: 'ref',
  attributes: {},
  ...more,
});
const role = (properties: object = {}): TemplateResource =>
  resource(
    'AWS::IAM::Role',
    { AssumeRolePolicyDocument: trusting('lambda.amazonaws.com'), ...properties },
    { ref: 'Reader', attributes: { Arn: ROLE_ARN } },
  );
const policy = (type: string, properties: object, ref = 'ref') => resource(`AWS::IAM::${type}`, properties, { ref });
const user = (type: string, properties: object) =>
  resource(type, properties, { ref: 'user', attributes: { Arn: 'arn:user' } });
const decide = (resources: TemplateResource[], action: string, arn = `${S3}/a`) => {
  const iam = openIam(resources, IDENTITY);
  return iam.decide({ role: iam.role(ROLE_ARN) }, { action, resource: arn }).decision;
};

describe('A role may do', () => {
  const own = 'arn:aws:iam::000000000000:policy/Own';
  it.each<[string, TemplateResource[]]>([
    ['its own policies', [role({ Policies: [{ PolicyName: 'Inline', PolicyDocument: may('s3:GetObject') }] })]],
    [
      'those of the policies that name it',
      [role(), policy('Policy', { Roles: ['Reader'], PolicyDocument: may('s3:GetObject') })],
    ],
    [
      'those of the managed policies that name it',
      [role(), policy('ManagedPolicy', { Roles: ['Reader'], PolicyDocument: may('s3:GetObject') }, own)],
    ],
    [
      'those of the managed policies that it names',
      [role({ ManagedPolicyArns: [own] }), policy('ManagedPolicy', { PolicyDocument: may('s3:GetObject') }, own)],
    ],
  ])('what the statements say of %s, and no more', (_, resources) => {
    expect(decide(resources, 's3:GetObject')).toBe('allow');
    expect(decide(resources, 's3:PutObject')).toBe('implicit deny');
  });

  it('nothing by the policies of others', () => {
    const resources = [role(), policy('Policy', { Roles: ['Writer'], PolicyDocument: may('s3:GetObject') })];
    expect(decide(resources, 's3:GetObject')).toBe('implicit deny');
  });

  it('what AWS says that a managed policy of its own allows', () => {
    const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    expect(decide([role({ ManagedPolicyArns: [basic] })], 'logs:PutLogEvents', '*')).toBe('allow');
  });

  it('what a policy of the resource allows to it by name, and to no other', () => {
    const bucketPolicy = (AWS: string) =>
      resource('AWS::S3::BucketPolicy', {
        Bucket: 'media',
        PolicyDocument: { Statement: { ...may('s3:GetObject').Statement, Principal: { AWS } } },
      });
    expect(decide([role(), bucketPolicy(ROLE_ARN)], 's3:GetObject')).toBe('allow');
    expect(decide([role(), bucketPolicy(`${ROLE_ARN}2`)], 's3:GetObject')).toBe('implicit deny');
    expect(decide([role(), bucketPolicy('*')], 's3:GetObject', 'arn:aws:s3:::media2/a')).toBe('implicit deny');
  });
});

describe('A statement', () => {
  const only = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

  it('that wants encryption holds: there is no network in between', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'true' } };
    const PolicyDocument = { Statement: { ...only, Condition } };
    const resources = [role({ Policies: [{ PolicyName: 'Inline', PolicyDocument }] })];
    expect(decide(resources, 's3:GetObject')).toBe('allow');
    const iam = openIam(resources, IDENTITY);
    iam.decide({ role: iam.role(ROLE_ARN) }, { action: 's3:GetObject', resource: `${S3}/a` });
    expect(iam.report.unusedGrants()).toEqual([]);
  });

  it('of a bucket speaks of that bucket and its objects alone, also where it says "*"', () => {
    const PolicyDocument = { Statement: { ...only, Principal: '*' } };
    const resources = [role(), resource('AWS::S3::BucketPolicy', { Bucket: 'media', PolicyDocument })];
    expect(decide(resources, 's3:GetObject', S3)).toBe('allow');
    expect(decide(resources, 's3:GetObject', `${S3}/a`)).toBe('allow');
    expect(decide(resources, 's3:GetObject', `${S3}-2/a`)).toBe('implicit deny');
  });
});

describe('A template is refused by name', () => {
  const fn = (Role = ROLE_ARN) => user('AWS::Lambda::Function', { Role });
  it.each<[string, TemplateResource[], RegExp]>([
    [
      'a boundary',
      [role({ PermissionsBoundary: 'arn:aws:iam::aws:policy/X' })],
      /PermissionsBoundary: .*not supported/,
    ],
    [
      'a managed policy that nobody knows',
      [role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUser'] })],
      /PowerUser is not known/,
    ],
    [
      'a managed policy that is not there',
      [role({ ManagedPolicyArns: ['arn:aws:iam::000000000000:policy/Gone'] })],
      /Gone is not in/,
    ],
    ['users', [role(), policy('User', {})], /User \(AWS::IAM::User\): is not supported/],
    ['a policy of users', [policy('Policy', { Users: ['anna'], PolicyDocument: may('s3:GetObject') })], /only roles/],
    ['a function without its role', [fn()], /Function.*role\/Reader is not in the template/],
    [
      'a function whose role does not trust Lambda',
      [role({ AssumeRolePolicyDocument: trusting('states.amazonaws.com') }), fn()],
      /lambda.amazonaws.com may not take on the role Reader/,
    ],
    [
      'a state machine whose role does not trust it',
      [role(), user('AWS::StepFunctions::StateMachine', { RoleArn: ROLE_ARN })],
      /states.amazonaws.com may not take on/,
    ],
    [
      'a role that trusts Lambda of another account',
      [
        role({
          AssumeRolePolicyDocument: trusting('lambda.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '1' } }),
        }),
        fn(),
      ],
      /may not take on/,
    ],
    [
      'an event source of no function',
      [user('AWS::Lambda::EventSourceMapping', { FunctionName: 'none' })],
      /no function none/,
    ],
    [
      'a permission for another account',
      [resource('AWS::Lambda::Permission', { FunctionName: 'arn:f', Action: 'lambda:*', Principal: '111111111111' })],
      /Permission.*only services/,
    ],
    [
      'a permission for function URLs',
      [
        resource('AWS::Lambda::Permission', {
          FunctionName: 'arn:f',
          Action: 'lambda:*',
          Principal: 's3.amazonaws.com',
          FunctionUrlAuthType: 'NONE',
        }),
      ],
      /FunctionUrlAuthType/,
    ],
    [
      'a policy of a queue that is not there',
      [resource('AWS::SQS::QueuePolicy', { Queues: ['http://q'], PolicyDocument: { Statement: [] } })],
      /QueuePolicy.*http:\/\/q/,
    ],
    [
      'a policy of a secret',
      [resource('AWS::SecretsManager::ResourcePolicy', {})],
      /SecretsManager::ResourcePolicy.*not supported/,
    ],
    [
      'a policy in a table',
      [resource('AWS::DynamoDB::Table', { KeySchema: [], ResourcePolicy: {} })],
      /ResourcePolicy is not supported/,
    ],
  ])('for %s', (_, resources, message) => {
    expect(() => openIam(resources, IDENTITY)).toThrow(message);
  });
});
