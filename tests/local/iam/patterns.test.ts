import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesArn, matchesPattern } from '../../../local/aws/iam/patterns.ts';

/** The same by a regular expression. */
const reference = (pattern: string, text: string): boolean => {
  const escaped = pattern.replace(/[.+^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
};
/** Few characters, so that patterns and texts often fit; some that mean something to regular expressions. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':', '.', '\n'), maxLength: 12 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':', '.', '*', '?'), maxLength: 8 });

describe('A pattern', () => {
  it('fits what the regular expression fits that says the same', () => {
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(matchesPattern(p, t)).toBe(reference(p, t));
      }),
      { numRuns: 2000 },
    );
  });

  it('without wildcards fits itself alone', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(matchesPattern(a, b)).toBe(a === b);
      }),
    );
  });

  it('fits a text whose parts were replaced by stars', () => {
    fc.assert(
      fc.property(fc.array(text), (parts) => {
        expect(matchesPattern(parts.join('*'), parts.join('anything: at/all'))).toBe(true);
      }),
    );
  });

  it('of many stars does not take forever to fail', () => {
    const started = performance.now();
    expect(matchesPattern(`${'*a'.repeat(50)}b`, 'a'.repeat(20_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('A pattern of ARNs', () => {
  it.each([
    ['arn:aws:s3:::media/uploads/*', 'arn:aws:s3:::media/uploads/anna/hamburg/source', true],
    ['arn:aws:s3:::media/uploads/*', 'arn:aws:s3:::media/work/anna', false],
    ['arn:aws:s3:::media/*/source', 'arn:aws:s3:::media/uploads/anna/source', true],
    ['arn:aws:s3:::media', 'arn:aws:s3:::media/uploads', false],
    [
      'arn:aws:states:us-east-1:000000000000:execution:pipeline:*',
      'arn:aws:states:us-east-1:000000000000:execution:pipeline:a:b',
      true,
    ],
    ['arn:aws:states:us-east-1:000000000000:exec*', 'arn:aws:states:us-east-1:000000000000:execution:pipeline:a', true],
    ['arn:aws:sqs:*:000000000000:queue', 'arn:aws:sqs:us-east-1:000000000000:queue', true],
    ['arn:aws:sqs:*:queue:*', 'arn:aws:sqs:us-east-1:000000000000:queue', false],
    ['arn:aws:sqs:us-????-1:000000000000:q', 'arn:aws:sqs:us-east-1:000000000000:q', true],
    ['*', '*', true],
    ['*', 'arn:aws:sqs:us-east-1:000000000000:queue', true],
    ['arn:aws:sqs:*:*:*', '*', false],
  ])('%s for %s: %s', (wanted, arn, fits) => {
    expect(matchesArn(wanted, arn)).toBe(fits);
  });

  it('has wildcards that do not leave their field, the last one aside', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 });
    const value = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
    const resource = fc.string({ unit: fc.constantFrom('a', ':', '/'), maxLength: 6 });
    const five = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(five(field), pattern, five(value), resource, (fields, last, values, rest) => {
        const expected = fields.every((one, i) => reference(one, values[i] ?? '')) && reference(last, rest);
        expect(matchesArn(['arn', ...fields, last].join(':'), ['arn', ...values, rest].join(':'))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
