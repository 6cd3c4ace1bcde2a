import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Uncached } from '../../../functions/adapters/redis/uncached.ts';
import { loader } from './instance.ts';

const read = { family: 'word', schema: z.number() } as const;

describe('The cache switched off', () => {
  it('asks the source each time', async () => {
    const cache = new Uncached();
    const numbers = loader((call) => call);
    expect(await cache.readThrough(read, { args: ['a'] }, numbers.load)).toBe(1);
    expect(await cache.readThrough(read, { args: ['a'] }, numbers.load)).toBe(2);
  });

  it('asks once for many, and not at all for none', async () => {
    const cache = new Uncached();
    const asked: (readonly number[])[] = [];
    const load = async (missing: readonly number[]) => {
      asked.push(missing);
      return [...missing];
    };
    expect(await cache.readThroughMany(read, [{ args: ['a'] }, { args: ['b'] }], load)).toEqual([0, 1]);
    expect(await cache.readThroughMany(read, [], load)).toEqual([]);
    expect(asked).toEqual([[0, 1]]);
  });

  it('has nothing to invalidate, to renew or that was used', async () => {
    const cache = new Uncached();
    expect([await cache.invalidate(), await cache.renew(), await cache.mostUsed()]).toEqual([true, undefined, []]);
  });
});
