import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessRequest, evaluate } from '../../../local/aws/iam/evaluate.ts';
import { parsePolicy } from '../../../local/aws/iam/policy.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:000000000000';
const arn = fc.constantFrom(`${QUEUE}:a`, `${QUEUE}:b`, 'arn:aws:s3:::media/a', 'arn:aws:s3:::media/b');
const actionPattern = fc.constantFrom('sqs:SendMessage', 'sqs:*', 'SQS:sendmessage', 's3:Get*', 's3:Get?bject', '*');
const arnPattern = fc.oneof(arn, fc.constantFrom('*', `${QUEUE}:*`, 'arn:aws:s3:::media/*'));
const some = <T>(of: fc.Arbitrary<T>) => fc.oneof(of, fc.uniqueArray(of, { minLength: 1, maxLength: 3 }));
const prefixes = fc.constantFrom('work/*', 'uploads/*', '*');
const condition = fc
  .constantFrom('StringLike', 'StringLikeIfExists')
  .chain((operator) => prefixes.map((prefix) => ({ [operator]: { 's3:prefix': prefix } })));
const statement = (effect: fc.Arbitrary<string>) =>
  fc
    .tuple(
      effect,
      fc.oneof(
        some(actionPattern).map((Action) => ({ Action })),
        some(actionPattern).map((NotAction) => ({ NotAction })),
      ),
      fc.oneof(
        some(arnPattern).map((Resource) => ({ Resource })),
        some(arnPattern).map((NotResource) => ({ NotResource })),
      ),
      fc.option(condition, { nil: undefined }),
    )
    .map(([Effect, actions, resources, Condition]) => ({
      Effect,
      ...actions,
      ...resources,
      ...(Condition && { Condition }),
    }));
const anyStatement = statement(fc.constantFrom('Allow', 'Deny'));
const statements = fc.array(anyStatement, { maxLength: 5 });
const request = fc
  .tuple(
    fc.constantFrom('sqs:SendMessage', 'sqs:ReceiveMessage', 's3:GetObject', 's3:PutObject'),
    arn,
    fc.constantFrom(undefined, { 's3:prefix': 'work/x' }, { 's3:prefix': 'lessons/x' }),
  )
  .map(([action, resource, context]): AccessRequest => ({ action, resource, ...(context && { context }) }));

const decide = (list: readonly unknown[], one: AccessRequest) =>
  evaluate([parsePolicy({ Statement: list }, 'test')], one).decision;
const denyingAll = { Effect: 'Deny', Action: '*', Resource: '*' };
const allowingAll = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('Whatever the statements, IAM', () => {
  it('allows nothing without any', () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(decide([], one)).toBe('implicit deny');
      }),
    );
    expect(evaluate([], { action: 'sqs:SendMessage', resource: '*' })).toEqual({ decision: 'implicit deny' });
  });

  it('lets a deny win', () => {
    fc.assert(
      fc.property(statements, request, fc.nat(), (list, one, at) => {
        const place = at % (list.length + 1);
        const denied = [...list.slice(0, place), denyingAll, ...list.slice(place)];
        expect(decide(denied, one)).toBe('explicit deny');
      }),
    );
  });

  it('takes no access away for one more allow', () => {
    fc.assert(
      fc.property(statements, statement(fc.constant('Allow')), request, (list, more, one) => {
        if (decide(list, one) === 'allow') expect(decide([...list, more], one)).toBe('allow');
        if (decide(list, one) === 'explicit deny') expect(decide([...list, more], one)).toBe('explicit deny');
      }),
    );
  });

  it('gives no access for one more deny', () => {
    fc.assert(
      fc.property(statements, statement(fc.constant('Deny')), request, (list, more, one) => {
        if (decide(list, one) !== 'allow') expect(decide([...list, more], one)).not.toBe('allow');
      }),
    );
  });

  it('does not care for their order, nor for how they are spread over policies', () => {
    fc.assert(
      fc.property(statements, fc.infiniteStream(fc.nat()), request, (list, keys, one) => {
        const shuffled = list.map((item) => ({ item, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const policies = shuffled.map(({ item }) => parsePolicy({ Statement: item }, 'test'));
        expect(evaluate(policies, one).decision).toBe(decide(list, one));
      }),
    );
  });

  it('allows all of it, without a deny, when all is allowed, and names a statement that decided', () => {
    fc.assert(
      fc.property(fc.array(statement(fc.constant('Allow'))), request, (list, one) => {
        const answer = evaluate([parsePolicy({ Statement: [...list, allowingAll] }, 'test')], one);
        expect(answer).toMatchObject({ decision: 'allow', statement: { effect: 'Allow' } });
      }),
    );
  });

  it('takes a statement for not being about what it excludes', () => {
    fc.assert(
      fc.property(some(actionPattern), some(arnPattern), request, (list, resources, one) => {
        const about = (elements: object) => decide([{ Effect: 'Allow', ...elements }], one) === 'allow';
        expect(about({ NotAction: list, Resource: '*' })).toBe(!about({ Action: list, Resource: '*' }));
        expect(about({ Action: '*', NotResource: resources })).toBe(!about({ Action: '*', Resource: resources }));
      }),
    );
  });
});

const under = (Condition: object, context?: AccessRequest['context']) =>
  decide([{ ...allowingAll, Condition }], { action: 's3:ListBucket', resource: '*', ...(context && { context }) }) ===
  'allow';
const KEY = 'dynamodb:LeadingKeys';

describe('A condition', () => {
  it.each([
    ['equal', { StringEquals: { 's3:prefix': ['a', 'b'] } }, { 's3:prefix': 'b' }, true],
    ['not equal', { StringEquals: { 's3:prefix': 'a' } }, { 's3:prefix': 'A' }, false],
    ['equal in another case', { StringEqualsIgnoreCase: { 's3:prefix': 'a' } }, { 's3:prefix': 'A' }, true],
    ['a star that is none', { StringEquals: { 's3:prefix': '*' } }, { 's3:prefix': 'a' }, false],
    ['alike', { StringLike: { 's3:prefix': 'work/*' } }, { 's3:prefix': 'work/anna/' }, true],
    ['without the key', { StringLike: { 's3:prefix': 'work/*' } }, {}, false],
    ['without the key, which may be', { StringLikeIfExists: { 's3:prefix': 'work/*' } }, {}, true],
    [
      'with the wrong key, which may be missing',
      { StringLikeIfExists: { 's3:prefix': 'a' } },
      { 's3:prefix': 'b' },
      false,
    ],
    ['the key in another case', { StringLike: { 'S3:Prefix': 'a*' } }, { 's3:prefix': 'ab' }, true],
    ['true', { Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    ['written as JSON', { Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    ['an ARN', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }, { 'aws:SourceArn': 'arn:aws:s3:::media' }, true],
    [
      'another ARN',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::a*' } },
      { 'aws:SourceArn': 'arn:aws:s3:::media' },
      false,
    ],
    ['fewer', { NumericLessThan: { 's3:max-keys': 10 } }, { 's3:max-keys': '9' }, true],
    ['as many', { NumericLessThan: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, false],
    ['at most', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, true],
    ['more', { NumericGreaterThan: { 's3:max-keys': '9' } }, { 's3:max-keys': '10' }, true],
    ['at least', { NumericGreaterThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '9' }, false],
    ['the same number', { NumericEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10.0' }, true],
    ['no number', { NumericLessThan: { 's3:max-keys': '10' } }, { 's3:max-keys': 'all' }, false],
    ['missing, as it must be', { Null: { 's3:prefix': 'true' } }, {}, true],
    ['there, as it must not be', { Null: { 's3:prefix': true } }, { 's3:prefix': 'a' }, false],
    ['there, as it must be', { Null: { 's3:prefix': 'false' } }, { 's3:prefix': 'a' }, true],
    ['all of them', { 'ForAllValues:StringEquals': { [KEY]: ['a', 'b'] } }, { [KEY]: ['a', 'b'] }, true],
    ['all but one', { 'ForAllValues:StringEquals': { [KEY]: ['a'] } }, { [KEY]: ['a', 'b'] }, false],
    ['all of none', { 'ForAllValues:StringEquals': { [KEY]: ['a'] } }, {}, true],
    ['one of them', { 'ForAnyValue:StringEquals': { [KEY]: ['a'] } }, { [KEY]: ['a', 'b'] }, true],
    ['one of none', { 'ForAnyValue:StringEquals': { [KEY]: ['a'] } }, {}, false],
    ['one of none, which may be', { 'ForAnyValue:StringEqualsIfExists': { [KEY]: ['a'] } }, {}, true],
    [
      'two, of which one does not hold',
      { StringEquals: { 's3:prefix': 'a', 's3:delimiter': '/' } },
      { 's3:prefix': 'a' },
      false,
    ],
    [
      'two operators, both holding',
      { StringEquals: { 's3:prefix': 'a' }, Null: { 's3:delimiter': true } },
      { 's3:prefix': 'a' },
      true,
    ],
  ])('%s', (_, condition, context, holds) => {
    expect(under(condition, context)).toBe(holds);
  });
});
