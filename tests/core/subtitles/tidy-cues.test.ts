import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CUE_CHARACTERS } from '../../../functions/core/subtitles/limits.ts';
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

  it('gives cues that begin together lines of their own, one after the other, when one line would be too long', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(MAX_CUE_CHARACTERS / 2));
    expect(tidyCues([cue(1, 3, `${a}`), cue(1, 3, `${b}`), cue(1.1, 1.2, `${c}`)])).toEqual([
      cue(1, 1.2, `${a}`),
      cue(1.2, 1.4, `${b}`),
      cue(1.4, 1.6, `${c}`),
    ]);
  });

  it('never makes a text longer than a cue may be, and loses no word', () => {
    const times = fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 900 }));
    const crowded = fc.array(fc.tuple(times, fc.integer({ min: 1, max: MAX_CUE_CHARACTERS - 6 })), { maxLength: 60 });
    fc.assert(
      fc.property(crowded, (made) => {
        const cues = made.map(([[start, length], size], n) =>
          cue(start / 1000, (start + length) / 1000, `${n} ${'x'.repeat(size)}`),
        );
        const tidy = tidyCues(cues);
        for (const [n, { start, end, text }] of tidy.entries()) {
          expect(text.length).toBeLessThanOrEqual(MAX_CUE_CHARACTERS);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(tidy[n + 1]?.start ?? Number.POSITIVE_INFINITY);
        }
        const words = (of: typeof cues) => of.flatMap(({ text }) => text.split(' ')).toSorted();
        expect(words(tidy)).toEqual(words(cues));
      }),
    );
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
