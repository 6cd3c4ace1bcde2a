import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stitchParts } from '../../../functions/core/transcript/stitch.ts';
import type { Word } from '../../../functions/core/transcript/transcript.ts';

const OVERLAP = 2;
const round = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Words one after the other, few different ones, so that repetitions are common. Milliseconds make exact sums. */
const anyWords = fc
  .array(
    fc.record({
      text: fc.constantFrom('ja', 'Ja,', 'nein', 'und', 'dann', 'Haus.', 'so'),
      pause: fc.integer({ min: 0, max: 900 }),
      length: fc.integer({ min: 250, max: 1500 }),
    }),
    { maxLength: 60 },
  )
  .map((parts) => {
    let clock = 0;
    return parts.map(({ text, pause, length }): Word => {
      const start = clock + pause;
      clock = start + length;
      return { text, start: start / 1000, end: clock / 1000 };
    });
  });
/** Where the video is cut, ms. */
const anyCuts = fc.uniqueArray(fc.integer({ min: 500, max: 60_000 }), { maxLength: 6 });

/** What a recogniser hears of a part: whole words, and what is left of words at the edges of its audio. */
function cutUp(words: Word[], cuts: number[], jitter: () => number = () => 0) {
  const length = Math.max(61, ...words.map(({ end }) => end));
  const edges = [0, ...cuts.toSorted((a, b) => a - b).map((ms) => ms / 1000), length];
  return edges.slice(0, -1).map((start, n) => {
    const end = edges[n + 1] ?? length;
    const offset = Math.max(0, start - OVERLAP);
    const until = Math.min(length, end + OVERLAP);
    const heard = words
      .filter((word) => word.end > offset && word.start < until)
      .map((word) => {
        const shift = jitter();
        const from = Math.max(word.start + shift, offset);
        const to = Math.max(from, Math.min(word.end + shift, until));
        return { ...word, start: round(from - offset), end: round(to - offset) };
      });
    return { start, end, offset, words: heard };
  });
}

describe('stitchParts', () => {
  it('gives back the words of any cut-up with overlap', () => {
    fc.assert(
      fc.property(anyWords, anyCuts, (words, cuts) => {
        expect(stitchParts(cutUp(words, cuts))).toEqual(words);
      }),
      { numRuns: 500 },
    );
  });

  it('neither loses nor doubles a word that the parts hear at slightly different times', () => {
    fc.assert(
      fc.property(
        anyWords,
        anyCuts,
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 7 }),
        (words, cuts, shifts) => {
          let n = 0;
          const parts = cutUp(words, cuts, () => (shifts[n++ % shifts.length] ?? 0) / 1000);
          expect(stitchParts(parts).map(({ text }) => text)).toEqual(words.map(({ text }) => text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps a word once that both parts would give away, and one that both would keep', () => {
    const lost = [
      { start: 0, end: 10, offset: 0, words: [{ text: 'eins', start: 9.9, end: 10.2 }] },
      { start: 10, end: 20, offset: 8, words: [{ text: 'eins', start: 1.7, end: 2.1 }] },
    ];
    expect(stitchParts(lost).map(({ text }) => text)).toEqual(['eins']);
    const doubled = [
      { start: 0, end: 10, offset: 0, words: [{ text: 'eins', start: 9.7, end: 10.1 }] },
      { start: 10, end: 20, offset: 8, words: [{ text: 'Eins.', start: 1.9, end: 2.3 }] },
    ];
    expect(stitchParts(doubled)).toHaveLength(1);
  });

  it('takes the word of the part that holds it when the parts understood differently', () => {
    const parts = [
      {
        start: 0,
        end: 10,
        offset: 0,
        words: [
          { text: 'Haus', start: 9.5, end: 9.94 },
          { text: 'bau', start: 10.1, end: 10.4 },
        ],
      },
      {
        start: 10,
        end: 20,
        offset: 8,
        words: [
          { text: 'aus', start: 1.55, end: 1.95 },
          { text: 'Baum', start: 2.1, end: 2.4 },
        ],
      },
    ];
    expect(stitchParts(parts).map(({ text }) => text)).toEqual(['Haus', 'Baum']);
  });

  it('gives a word with its middle exactly on the seam to the later part', () => {
    const parts = [
      { start: 0, end: 10, offset: 0, words: [{ text: 'a', start: 9.9, end: 10.1, confidence: 0.1 }] },
      { start: 10, end: 20, offset: 8, words: [{ text: 'a', start: 1.9, end: 2.1, confidence: 0.9 }] },
    ];
    expect(stitchParts(parts)).toEqual([{ text: 'a', start: 9.9, end: 10.1, confidence: 0.9 }]);
  });

  it('answers no words for no parts and for silent ones', () => {
    expect(stitchParts([])).toEqual([]);
    expect(
      stitchParts([
        { start: 0, end: 10, offset: 0, words: [] },
        { start: 10, end: 20, offset: 8, words: [] },
      ]),
    ).toEqual([]);
  });
});
