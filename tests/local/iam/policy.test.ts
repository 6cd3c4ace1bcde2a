// biome-ignore-all lint/suspicious/noTemplateCurlyInString: IAM writes its variables like this.
import { describe, expect, it } from 'vitest';
import { awsManagedPolicy } from '../../../local/aws/iam/managed-policies.ts';
import { type PolicyKind, parsePolicy } from '../../../local/aws/iam/policy.ts';

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::media/*' };
const parse = (statement: object, kind?: PolicyKind) =>
  parsePolicy({ Version: '2012-10-17', Statement: [ALLOW_FOR[kind ?? 'identity'], statement] }, 'VideosPolicy', kind);
const ALLOW_FOR: Record<PolicyKind, object> = {
  identity: ALLOW,
  resource: { ...ALLOW, Principal: '*' },
  trust: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
};

describe('A policy document', () => {
  it('is read with one statement or many, one action or many', () => {
    const one = parsePolicy({ Statement: ALLOW }, 'P');
    expect(one).toEqual(parsePolicy({ Statement: [{ ...ALLOW, Action: ['s3:GetObject'] }] }, 'P'));
    expect(one[0]).toMatchObject({ label: 'P, statement 1', effect: 'Allow', resources: { negated: false } });
  });

  it.each<[string, object, RegExp]>([
    ['an operator', { ...ALLOW, Condition: { StringNotLike: { 's3:prefix': 'a' } } }, /StringNotLike is not supported/],
    [
      'an operator of sets',
      { ...ALLOW, Condition: { 'ForNoValue:StringLike': { 's3:prefix': 'a' } } },
      /ForNoValue:StringLike/,
    ],
    [
      'Null with a set',
      { ...ALLOW, Condition: { 'ForAllValues:Null': { 's3:prefix': 'true' } } },
      /ForAllValues:Null is not/,
    ],
    ['a condition key', { ...ALLOW, Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'v' } } }, /aws:SourceVpce/],
    [
      'several values compared as one',
      { ...ALLOW, Condition: { StringEquals: { 'dynamodb:LeadingKeys': 'a' } } },
      /dynamodb:LeadingKeys can have several values: write ForAllValues:StringEquals/,
    ],
    ['a number that is none', { ...ALLOW, Condition: { NumericLessThan: { 's3:max-keys': 'x' } } }, /"x" is no value/],
    ['a truth that is none', { ...ALLOW, Condition: { Bool: { 'aws:SecureTransport': 'yes' } } }, /"yes" is no value/],
    [
      'a policy variable in a resource',
      { ...ALLOW, Resource: 'arn:aws:s3:::media/${aws:username}/*' },
      /\$\{aws:username\}/,
    ],
    [
      'a policy variable in a condition',
      { ...ALLOW, Condition: { StringLike: { 's3:prefix': '${aws:PrincipalTag/owner}/*' } } },
      /\$\{aws:PrincipalTag\/owner\} is not supported/,
    ],
    ['an element', { ...ALLOW, Conditions: {} }, /Conditions/],
    ['an effect', { ...ALLOW, Effect: 'allow' }, /Effect/],
    ['no action', { Effect: 'Allow', Resource: '*' }, /either Action or NotAction/],
    ['no actions', { ...ALLOW, Action: [] }, /Action: must not be empty/],
    ['actions twice', { ...ALLOW, NotAction: 's3:PutObject' }, /either Action or NotAction/],
    ['resources twice', { ...ALLOW, NotResource: '*' }, /either Resource or NotResource/],
    ['something that is no action', { ...ALLOW, Action: 'GetObject' }, /"GetObject" is no action/],
    ['something that is no ARN', { ...ALLOW, Resource: 'media/*' }, /"media\/\*" is no ARN/],
    ['an ARN cut short', { ...ALLOW, Resource: 'arn:aws:s3:*' }, /"arn:aws:s3:\*" is no ARN/],
    ['any service', { ...ALLOW, Resource: 'arn:aws:*:::media' }, /"arn:aws:\*:::media" is no ARN/],
    [
      'all but the unknown',
      { Effect: 'Allow', Action: '*', NotResource: 'not-available-locally:Logs.Arn' },
      /NotResource names/,
    ],
    ['a principal', { ...ALLOW, Principal: '*' }, /a policy of a role has no Principal/],
  ])('of a role with %s is refused by name', (_, statement, message) => {
    expect(() => parse(statement)).toThrow(message);
    expect(() => parse(statement)).toThrow(/^VideosPolicy, statement 2: /);
  });

  it.each<[string, object, PolicyKind, RegExp]>([
    ['no principal', ALLOW, 'resource', /Principal is missing/],
    ['NotPrincipal', { ...ALLOW, NotPrincipal: { AWS: '*' } }, 'resource', /NotPrincipal is not supported/],
    [
      'a whole account',
      { ...ALLOW, Principal: { AWS: 'arn:aws:iam::000000000000:root' } },
      'resource',
      /:root is not supp/,
    ],
    ['a federation', { ...ALLOW, Principal: { Federated: 'example.org' } }, 'resource', /Federated/],
    ['a resource', { ...ALLOW, Principal: '*' }, 'trust', /a trust policy has no Resource/],
  ])('of a resource or of trust with %s is refused by name', (_, statement, kind, message) => {
    expect(() => parse(statement, kind)).toThrow(message);
    expect(() => parse(statement, kind)).toThrow(/^VideosPolicy, statement 2: /);
  });

  it('names a statement by its Sid', () => {
    expect(() => parse({ ...ALLOW, Sid: 'ReadsMedia', Effect: 'Perhaps' })).toThrow(
      /statement 2 \(ReadsMedia\): Effect/,
    );
  });

  it('of an unknown version is refused', () => {
    expect(() => parsePolicy({ Version: '2030-01-01', Statement: [] }, 'VideosPolicy')).toThrow(
      /VideosPolicy: Version/,
    );
  });

  it('may name what has no local meaning, and never fits it', () => {
    expect(parse({ ...ALLOW, Resource: 'not-available-locally:Logs.Arn' })).toHaveLength(2);
  });
});

describe('A policy that AWS keeps', () => {
  it('is known when the template uses it', () => {
    const policy = awsManagedPolicy('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole');
    expect(policy?.[0]?.actions.list).toContain('logs:PutLogEvents');
  });

  it('is refused by name when it is not known', () => {
    expect(() => awsManagedPolicy('arn:aws:iam::aws:policy/AdministratorAccess')).toThrow(/AdministratorAccess/);
  });

  it('is told from one of the template', () => {
    expect(awsManagedPolicy('arn:aws:iam::000000000000:policy/Own')).toBeUndefined();
  });
});
