import { describe, expect, it } from 'vitest';
import { formatGrants, openAccessReport } from '../../../local/aws/iam/access-report.ts';
import { parsePolicy } from '../../../local/aws/iam/policy.ts';
import type { Role } from '../../../local/aws/iam/roles.ts';

const S3 = 'arn:aws:s3:::media';
const roleWith = (label: string, ...statements: object[]): Role => ({
  arn: `arn:aws:iam::000000000000:role/${label}`,
  name: label,
  label,
  policies: [parsePolicy({ Statement: statements }, label)],
  trust: [],
});
const allow = (Action: string | string[], Resource: string | string[], Condition = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const videos = roleWith('videos', allow(['s3:GetObject', 's3:PutObject'], [`${S3}/a/*`, `${S3}/b/*`]));

describe('The report of unused rights', () => {
  it('has every action on every resource as long as nothing happened', () => {
    expect(openAccessReport([videos]).unusedGrants()).toEqual([
      { role: 'videos', action: 's3:GetObject', resource: `${S3}/a/*` },
      { role: 'videos', action: 's3:GetObject', resource: `${S3}/b/*` },
      { role: 'videos', action: 's3:PutObject', resource: `${S3}/a/*` },
      { role: 'videos', action: 's3:PutObject', resource: `${S3}/b/*` },
    ]);
  });

  it('drops the very pairs that were used, by the role that used them', () => {
    const other = roleWith('tasks', allow('s3:GetObject', `${S3}/a/*`));
    const report = openAccessReport([videos, other]);
    report.record(videos, { action: 's3:getobject', resource: `${S3}/a/1` });
    report.record(videos, { action: 's3:PutObject', resource: `${S3}/b/1` });
    expect(report.unusedGrants()).toEqual([
      { role: 'tasks', action: 's3:GetObject', resource: `${S3}/a/*` },
      { role: 'videos', action: 's3:GetObject', resource: `${S3}/b/*` },
      { role: 'videos', action: 's3:PutObject', resource: `${S3}/a/*` },
    ]);
    expect(report.usedGrants()).toHaveLength(2);
  });

  it('does not count a right whose condition did not hold', () => {
    const lists = roleWith('lists', allow('s3:ListBucket', S3, { StringLike: { 's3:prefix': 'a/*' } }));
    const report = openAccessReport([lists]);
    report.record(lists, { action: 's3:ListBucket', resource: S3, context: { 's3:prefix': 'b/' } });
    expect(report.unusedGrants()).toHaveLength(1);
    report.record(lists, { action: 's3:ListBucket', resource: S3, context: { 's3:prefix': 'a/' } });
    expect(report.unusedGrants()).toEqual([]);
  });

  it('counts a right that two statements give as used in both, and leaves denials out', () => {
    const twice = roleWith('twice', allow('s3:*', '*'), allow('s3:GetObject', `${S3}/*`), {
      Effect: 'Deny',
      Action: 's3:DeleteObject',
      Resource: '*',
    });
    const report = openAccessReport([twice]);
    expect(report.unusedGrants()).toHaveLength(2);
    report.record(twice, { action: 's3:GetObject', resource: `${S3}/a` });
    expect(report.unusedGrants()).toEqual([]);
  });

  it('has what a statement leaves out as one right', () => {
    const most = roleWith('most', { Effect: 'Allow', NotAction: ['s3:PutObject', 's3:DeleteObject'], NotResource: S3 });
    const report = openAccessReport([most]);
    expect(report.unusedGrants()).toEqual([
      { role: 'most', action: 'all but s3:PutObject, s3:DeleteObject', resource: `all but ${S3}` },
    ]);
    report.record(most, { action: 's3:GetObject', resource: `${S3}/a` });
    expect(report.unusedGrants()).toEqual([]);
  });

  it('adds up over local clouds of the same template, though their streams and secrets have other names', () => {
    const reader = (time: string, ending: string) =>
      roleWith(
        'reader',
        allow('dynamodb:GetRecords', `arn:aws:dynamodb:us-east-1:000000000000:table/V/stream/${time}`),
        allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:000000000000:secret:Key-${ending}`),
      );
    const [first, second] = [reader('2026-11-21T04:58', '0a1b2c'), reader('2026-11-22T07:00', 'ffffff')];
    const [one, two] = [openAccessReport([first]), openAccessReport([second])];
    one.record(first, {
      action: 'dynamodb:GetRecords',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/V/stream/2026-11-21T04:58',
    });
    two.record(second, {
      action: 'secretsmanager:GetSecretValue',
      resource: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:Key-ffffff',
    });
    expect(two.unusedGrants()).toHaveLength(1);
    two.merge(JSON.parse(JSON.stringify(one.usedGrants())));
    expect(two.unusedGrants()).toEqual([]);
  });

  it('is printed role by role', () => {
    const text = formatGrants(openAccessReport([videos]).unusedGrants().slice(0, 2));
    expect(text).toBe(`videos\n  s3:GetObject  ${S3}/a/*\n  s3:GetObject  ${S3}/b/*`);
  });
});
