import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generationsOf, stampOf } from '../../../functions/adapters/redis/generations.ts';
import { generationKey, lockKey, valueKey } from '../../../functions/adapters/redis/keys.ts';
import { lifetimeOf } from '../../../functions/adapters/redis/lifetimes.ts';
import { CACHE_FAMILY_NAMES, type CacheScope, cacheScopes } from '../../../functions/contracts/cache.ts';

const family = fc.constantFrom(...CACHE_FAMILY_NAMES);
const argument = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  // Alike in all but their type.
  fc.constantFrom('null', 'true', '1', 1, 'NaN', Number.NaN, Number.POSITIVE_INFINITY, '', '[]', ',', '"'),
);
const args = fc.array(argument, { maxLength: 4 });
const scope: fc.Arbitrary<CacheScope> = fc.oneof(
  family.map(cacheScopes.family),
  fc.string().map(cacheScopes.video),
  fc.string().map(cacheScopes.library),
);

/** -0 and 0 are one number. */
const same = (a: unknown, b: unknown) => Object.is(a, b) || a === b;

describe('The key of a value', () => {
  it('is the same for the same arguments, and another for any others', () => {
    fc.assert(
      fc.property(family, args, family, args, (familyA, a, familyB, b) => {
        const isSame = familyA === familyB && a.length === b.length && a.every((one, i) => same(one, b[i]));
        expect(valueKey(familyA, a) === valueKey(familyB, b)).toBe(isSame);
        expect(valueKey(familyA, [...a])).toBe(valueKey(familyA, a));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not show the arguments, and is short however long they are', () => {
    fc.assert(
      fc.property(family, fc.string({ minLength: 8 }), (name, text) => {
        const key = valueKey(name, [text]);
        expect(key).not.toContain(text);
        expect(key).toMatch(new RegExp(`^lp:v:${name}:[\\w-]{43}$`));
      }),
    );
  });
});

describe('The key of a lock', () => {
  it('changes with the generations, so that a lock from before an invalidation delays nobody', () => {
    expect(lockKey('lp:v:word:a', 'family:word=a')).not.toBe(lockKey('lp:v:word:a', 'family:word=b'));
    expect(lockKey('lp:v:word:a', 'family:word=a')).not.toBe(lockKey('lp:v:word:b', 'family:word=a'));
  });
});

describe('A stamp', () => {
  it('tells the generation of each scope', () => {
    fc.assert(
      fc.property(fc.uniqueArray(scope, { minLength: 1, maxLength: 5 }), (scopes) => {
        const oneLine = scopes.map((one) => one.replaceAll('\n', ' '));
        fc.pre(oneLine.every((one, i) => one === scopes[i]));
        const stamp = stampOf(scopes, (one) => `g${scopes.indexOf(one)}`);
        expect(generationsOf(stamp)).toEqual(scopes.map((one, i) => ({ scope: one, generation: `g${i}` })));
      }),
    );
  });

  it('names its generations as their keys do', () => {
    expect(generationKey(cacheScopes.family('word'))).toBe('lp:g:family:word');
  });
});

describe('A lifetime', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('is never longer than configured and never shorter than 90 % of it, and ends its fresh part at 70 to 80 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), random, random, (seconds, a, b) => {
        const numbers = [a, b];
        const { hardMs, softMs } = lifetimeOf(seconds, () => numbers.shift() ?? 0);
        expect(hardMs).toBeLessThanOrEqual(seconds * 1_000);
        expect(hardMs).toBeGreaterThanOrEqual(seconds * 900);
        expect(softMs).toBeLessThanOrEqual(hardMs * 0.8);
        expect(softMs).toBeGreaterThanOrEqual(Math.floor(hardMs * 0.7));
        expect(Number.isInteger(hardMs)).toBe(true);
      }),
    );
  });

  it('differs from value to value', () => {
    expect(new Set(Array.from({ length: 100 }, () => lifetimeOf(3_600).hardMs)).size).toBeGreaterThan(50);
  });
});
