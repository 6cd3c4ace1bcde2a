import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { find, seal, unseal } from '../../../functions/adapters/redis/envelope.ts';

const word = z.object({ lemma: z.string() });
const anything = fc.option(fc.json({ maxDepth: 3 }), { nil: undefined });
const time = fc.integer({ min: 0, max: 4e12 });
const sealed = (json: string | undefined, stamp = 'family:word=a') => {
  const bytes = seal({ stamp, softUntil: 1, json });
  if (!bytes) throw new Error('Too large');
  return bytes;
};

describe('The envelope of a value', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.string(), time, anything, (stamp, softUntil, json) => {
        const bytes = seal({ stamp: stamp.toWellFormed(), softUntil, json });
        const opened = bytes && unseal(bytes);
        expect({ ...opened, json: opened?.json() }).toEqual({ stamp: stamp.toWellFormed(), softUntil, json });
      }),
    );
  });

  it('compresses what is larger than a kilobyte, and only that', () => {
    const text = (bytes: number) => JSON.stringify('a'.repeat(bytes - 2));
    expect(sealed(text(1_024)).length).toBeGreaterThan(1_024);
    expect(sealed(text(1_025)).length).toBeLessThan(100);
    expect(unseal(sealed(text(500_000)))?.json()).toBe(text(500_000));
  });

  it('refuses what takes more than a megabyte', () => {
    const noise = (bytes: number) => JSON.stringify(randomBytes(bytes).toString('base64'));
    expect(seal({ stamp: '', softUntil: 1, json: noise(900_000) })).toBeDefined();
    expect(seal({ stamp: '', softUntil: 1, json: noise(1_200_000) })).toBeUndefined();
    expect(seal({ stamp: '', softUntil: 1, json: noise(5_000_000) })).toBeUndefined();
  });

  it('is not mistaken for text or other bytes, nor they for it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(unseal(Buffer.from(text))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(find(Buffer.from(bytes), 'family:word=a', word)).toSatisfy((found) => typeof found === 'string');
      }),
    );
  });

  it('never gives a value that is not of the shape, whatever happens to its bytes', () => {
    const bytes = sealed(JSON.stringify({ lemma: 'Haus'.repeat(500) }));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        const found = find(damaged.subarray(0, length), 'family:word=a', word);
        if (typeof found === 'object') expect(typeof found.value.lemma).toBe('string');
        else expect(['absent', 'corrupt']).toContain(found);
      }),
    );
  });
});

describe('What Redis answers for a value', () => {
  it('is a value when it carries the stamp and is of the shape', () => {
    expect(find(sealed('{"lemma":"Haus"}'), 'family:word=a', word)).toMatchObject({ value: { lemma: 'Haus' } });
  });

  it('is absent when there is nothing, or something with other generations', () => {
    expect(find(null, 'family:word=a', word)).toBe('absent');
    expect(find(sealed('{"lemma":"Haus"}'), 'family:word=b', word)).toBe('absent');
  });

  it('is corrupt when it is of another shape, not JSON, an error or of an earlier format', () => {
    for (const answer of [
      sealed('{"word":"Haus"}'),
      sealed('{"lemma":'),
      sealed(undefined),
      new Error('WRONGTYPE'),
      Buffer.from('{"lemma":"Haus"}'),
      Buffer.concat([Buffer.from([0xc0]), sealed('{"lemma":"Haus"}').subarray(1)]),
    ]) {
      expect(find(answer, 'family:word=a', word)).toBe('corrupt');
    }
  });

  it('may be that something is missing, where the schema allows for it', () => {
    expect(find(sealed(undefined), 'family:word=a', word.optional())).toMatchObject({ value: undefined });
  });
});
