import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CHUNK_MINUTES, MAX_DURATION_SECONDS, MIN_DURATION_SECONDS } from '../../../functions/contracts/limits.ts';
import { MAX_PART_BYTES, MAX_PARTS, planParts, withOverlap } from '../../../functions/core/media/plan-parts.ts';

const duration = fc.double({ min: MIN_DURATION_SECONDS, max: MAX_DURATION_SECONDS, noNaN: true });
/** From speech at 8 kbit/s to eight channels of uncompressed studio sound. */
const bytesPerSecond = fc.integer({ min: 1000, max: 192_000 * 4 * 8 });
const chunkMinutes = fc.integer({ min: 1, max: MAX_CHUNK_MINUTES });
const media = fc.tuple(duration, bytesPerSecond, chunkMinutes);

describe('parts of the sound', () => {
  it('cover the media exactly once, in order', () => {
    fc.assert(
      fc.property(media, ([seconds, bytes, minutes]) => {
        const parts = planParts(seconds, bytes, minutes);
        expect(parts[0]?.start).toBe(0);
        expect(parts.at(-1)?.end).toBe(seconds);
        parts.slice(1).forEach((part, i) => {
          expect(part.start).toBe(parts[i]?.end);
        });
        expect(parts.map((part) => part.index)).toEqual(parts.map((_, i) => i));
      }),
    );
  });

  it('are never too short to be transcribed, nor too many', () => {
    fc.assert(
      fc.property(media, ([seconds, bytes, minutes]) => {
        const parts = planParts(seconds, bytes, minutes);
        expect(parts.length).toBeLessThanOrEqual(MAX_PARTS);
        for (const { start, end } of parts) expect(end - start).toBeGreaterThan(MIN_DURATION_SECONDS - 1e-6);
      }),
    );
  });

  it('are about equally long, and no longer than wanted', () => {
    fc.assert(
      fc.property(media, ([seconds, bytes, minutes]) => {
        const lengths = planParts(seconds, bytes, minutes).map(({ start, end }) => end - start);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(1e-6);
        expect(Math.max(...lengths)).toBeLessThan(Math.max(5, minutes) * 60 + 1e-6);
      }),
    );
  });

  it('hold with their overlap no more than a function has room for, as long as their number allows', () => {
    fc.assert(
      fc.property(media, ([seconds, bytes, minutes]) => {
        const parts = planParts(seconds, bytes, minutes);
        fc.pre(parts.length < MAX_PARTS && parts.length < Math.floor(seconds / MIN_DURATION_SECONDS));
        for (const part of parts) {
          const { start, end } = withOverlap(part, seconds);
          expect((end - start) * bytes).toBeLessThan(MAX_PART_BYTES + bytes * 1e-6);
        }
      }),
    );
  });

  it.each([
    ['45 minutes of AAC', 2700, 16_000, 5, 9],
    ['a minute, with chunks of one', 60, 16_000, 1, 1],
    ['12 minutes, with chunks of one', 720, 16_000, 1, 3],
    ['an hour, with chunks of 20', 3600, 16_000, 20, 3],
    ['an hour of stereo PCM', 3600, 192_000, 5, 22],
    ['four hours', 14_400, 16_000, 5, 48],
    ['half a second', 0.5, 192_000, 5, 1],
  ])('of %s are so many', (_, seconds, bytes, minutes, count) => {
    expect(planParts(seconds, bytes, minutes)).toHaveLength(count);
  });
});

describe('the overlap', () => {
  it('widens a part by two seconds on both sides', () => {
    expect(withOverlap({ index: 1, start: 300, end: 600 }, 900)).toEqual({ start: 298, end: 602 });
  });

  it('stays inside the media', () => {
    fc.assert(
      fc.property(media, ([seconds, bytes, minutes]) => {
        for (const part of planParts(seconds, bytes, minutes)) {
          const { start, end } = withOverlap(part, seconds);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(part.start);
          expect(end).toBeGreaterThanOrEqual(part.end);
          expect(end).toBeLessThanOrEqual(seconds);
        }
      }),
    );
  });
});
