import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchByBytes, joinBatch, joinPieces, splitBatch } from '../../../functions/core/translation/batches.ts';

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');
const linesOf = (texts: string[], maxBytes: number) =>
  batchByBytes(texts, maxBytes).map((b) => b.map(({ text }) => text));

describe('batchByBytes', () => {
  it('puts texts together as long as they fit, line ends included', () => {
    expect(linesOf(['abc', 'de', 'fgh'], 6)).toEqual([['abc', 'de'], ['fgh']]);
    expect(linesOf(['abc', 'de', 'fgh'], 5)).toEqual([['abc'], ['de'], ['fgh']]);
  });

  it('counts bytes, not characters', () => {
    expect(linesOf(['äöü', 'a'], 7)).toEqual([['äöü'], ['a']]);
    expect(linesOf(['äöü', 'a'], 8)).toEqual([['äöü', 'a']]);
  });

  it('makes one line of a text with line ends and leaves out empty ones', () => {
    expect(batchByBytes([' Guten\r\n  Tag ', ' \n ', 'Hallo'], 100)).toEqual([
      [
        { index: 0, text: 'Guten Tag' },
        { index: 2, text: 'Hallo' },
      ],
    ]);
  });

  it('splits a text that is too long after a sentence, else at a space, else between characters', () => {
    expect(linesOf(['Eins zwei. Drei vier fünf.'], 20)).toEqual([['Eins zwei.'], ['Drei vier fünf.']]);
    expect(linesOf(['eins zwei drei'], 10)).toEqual([['eins zwei'], ['drei']]);
    expect(linesOf(['aaaaäbbbb'], 5)).toEqual([['aaaa'], ['äbbb'], ['b']]);
  });

  it('keeps all texts in order and never exceeds the limit', () => {
    const anyTexts = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'ß', '漢', '👍', ' ', '. ', '\n'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(anyTexts, fc.integer({ min: 4, max: 80 }), (texts, maxBytes) => {
        const batches = batchByBytes(texts, maxBytes);
        for (const batch of batches) {
          expect(bytesOf(joinBatch(batch))).toBeLessThanOrEqual(maxBytes);
          expect(splitBatch(joinBatch(batch), batch)).toEqual(batch.map(({ text }) => text));
        }
        const withoutBlanks = (text: string) => text.replace(/\s/g, '');
        const joined = joinPieces(batches.flat(), texts.length);
        expect(joined.map(withoutBlanks)).toEqual(texts.map(withoutBlanks));
        expect(batches.flat().map(({ index }) => index)).toEqual(
          batches
            .flat()
            .map(({ index }) => index)
            .toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('splitBatch', () => {
  const batch = [
    { index: 0, text: 'eins' },
    { index: 1, text: 'zwei' },
  ];
  it('tells the lines of an answer apart', () => {
    expect(splitBatch('one \r\ntwo', batch)).toEqual(['one', 'two']);
  });
  it.each(['one two', 'one\ntwo\nthree', 'one\n'])('answers undefined when the lines do not match: %j', (answer) => {
    expect(splitBatch(answer, batch)).toBeUndefined();
  });
});

describe('joinPieces', () => {
  it('joins the pieces of a text and leaves texts without pieces empty', () => {
    const pieces = [
      { index: 0, text: 'a' },
      { index: 0, text: 'b' },
      { index: 2, text: 'c' },
    ];
    expect(joinPieces(pieces, 3)).toEqual(['a b', '', 'c']);
  });
});
