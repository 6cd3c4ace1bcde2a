import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyCues } from '../../../functions/core/subtitles/tidy-cues.ts';

const cue = (start: number, end: number, text: string) => ({ start, end, text });

describe('tidyCues', () => {
  it('ends a cue when the next begins', () => {
    expect(tidyCues([cue(0, 5, 'a'), cue(3, 6, 'b')])).toEqual([cue(0, 3, 'a'), cue(3, 6, 'b')]);
  });

  it('joins cues that begin together', () => {
    expect(tidyCues([cue(1, 2, 'a'), cue(1, 4, 'b')])).toEqual([cue(1, 4, 'a b')]);
  });

  it('keeps one of two cues that say the same at the same time', () => {
    expect(tidyCues([cue(1, 2, 'a'), cue(1, 2, 'a')])).toEqual([cue(1, 2, 'a')]);
  });

  it('leaves cues alone that only touch, however short', () => {
    const cues = [cue(0, 0.1, 'a'), cue(0.1, 0.15, 'b')];
    expect(tidyCues(cues)).toEqual(cues);
  });

  it('answers cues in order that never overlap and hold every text', () => {
    const anyCue = fc
      .tuple(fc.nat(20_000), fc.integer({ min: 1, max: 9000 }))
      .map(([start, length]) => ({ start: start / 1000, end: (start + length) / 1000 }));
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 40 }), (times) => {
        const cues = times.map((time, n) => ({ ...time, text: `t${n}` }));
        const tidy = tidyCues(cues);
        for (const [n, { start, end }] of tidy.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(tidy[n + 1]?.start ?? Number.POSITIVE_INFINITY);
        }
        const texts = tidy.flatMap(({ text }) => text.split(' '));
        expect(texts.toSorted()).toEqual(cues.map(({ text }) => text).toSorted());
      }),
    );
  });
});
