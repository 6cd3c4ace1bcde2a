import { describe, expect, it, vi } from 'vitest';
import { remembered } from '../../functions/runtime/remembered.ts';

describe('remembered', () => {
  it('asks once, however many want to know, until the time is over', async () => {
    let now = 0;
    const load = vi.fn(async () => load.mock.calls.length);
    const read = remembered(1000, { now: () => now }, load);
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    now = 999;
    expect(await read()).toBe(1);
    now = 1000;
    expect(await read()).toBe(2);
  });

  it('asks again when the clock was set back', async () => {
    let now = 10_000;
    const load = vi.fn(async () => load.mock.calls.length);
    const read = remembered(1000, { now: () => now }, load);
    await read();
    now = 5000;
    expect(await read()).toBe(2);
  });
});
