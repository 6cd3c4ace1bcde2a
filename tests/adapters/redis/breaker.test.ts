import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Breaker } from '../../../functions/adapters/redis/breaker.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // In the middle of its range, so that pauses are as long as they are called.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('The breaker', () => {
  it('lets everybody through until something fails', () => {
    const breaker = new Breaker();
    expect([breaker.enter(), breaker.enter()]).toEqual([true, true]);
    breaker.fail('down');
    expect(breaker.enter()).toBe(false);
  });

  it('lets one through after a second, and all when that one succeeds', () => {
    const breaker = new Breaker();
    breaker.fail('down');
    wait(999);
    expect(breaker.enter()).toBe(false);
    wait(2);
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
    breaker.succeed();
    expect([breaker.enter(), breaker.enter()]).toEqual([true, true]);
  });

  it('waits twice as long after each failure, up to half a minute, and a second again after a success', () => {
    const breaker = new Breaker();
    breaker.fail('down');
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      wait(seconds * 1_000 - 1);
      expect(breaker.enter()).toBe(false);
      wait(1);
      expect(breaker.enter()).toBe(true);
      breaker.fail('still down');
    }
    wait(30_000);
    breaker.enter();
    breaker.succeed();
    breaker.fail('down again');
    wait(1_000);
    expect(breaker.enter()).toBe(true);
  });

  it('counts a failure of which many callers tell once', () => {
    const breaker = new Breaker();
    for (let i = 0; i < 100; i++) breaker.fail('down');
    wait(1_000);
    expect(breaker.enter()).toBe(true);
  });

  it('lets the next one try when the probe has learnt nothing', () => {
    const breaker = new Breaker();
    breaker.fail('down');
    wait(1_000);
    breaker.enter();
    breaker.release();
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
  });

  it('waits longer when what a probe began fails after the probe has left', () => {
    const breaker = new Breaker();
    breaker.fail('down');
    wait(1_000);
    breaker.enter();
    breaker.release();
    breaker.fail('could not connect');
    wait(1_999);
    expect(breaker.enter()).toBe(false);
    wait(1);
    expect(breaker.enter()).toBe(true);
  });

  it('does not stay open because the clock was set back', () => {
    const breaker = new Breaker();
    breaker.fail('down');
    wait(-3_600_000);
    expect(breaker.enter()).toBe(true);
  });

  it('varies its pauses by a fifth', () => {
    const openFor = (random: number) => {
      vi.mocked(Math.random).mockReturnValue(random);
      const breaker = new Breaker();
      breaker.fail('down');
      let ms = 0;
      for (; !breaker.enter(); ms += 50) wait(50);
      return ms;
    };
    expect([openFor(0), openFor(0.999)]).toEqual([800, 1200]);
  });

  it('tells when it opens, why, and when it closes', () => {
    const told: string[] = [];
    const breaker = new Breaker((state, why) => told.push(`${state}: ${why}`));
    breaker.fail('down');
    breaker.fail('down');
    wait(1_000);
    breaker.enter();
    breaker.succeed();
    breaker.succeed();
    expect(told).toEqual(['open: down', 'closed: Redis answers again']);
  });
});
