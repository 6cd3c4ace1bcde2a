import { describe, expect, it } from 'vitest';
import { SystemClock } from '../../../functions/adapters/node/clock.ts';
import { UuidV7Generator } from '../../../functions/adapters/node/ids.ts';

describe('Generated ids', () => {
  const generator = new UuidV7Generator();
  const ids = Array.from({ length: 10_000 }, () => generator.next());

  it('are different UUIDs of version 7', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('sort in the order in which they were made, also within a millisecond', () => {
    expect(ids.toSorted()).toEqual(ids);
  });

  it('begin with the time', () => {
    const before = new SystemClock().now();
    const made = Number.parseInt(generator.next().replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(made - before)).toBeLessThan(60_000);
  });
});
