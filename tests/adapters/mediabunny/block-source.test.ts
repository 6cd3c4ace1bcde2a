import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES, BlockReader, FIRST_BYTES } from '../../../functions/adapters/mediabunny/block-source.ts';

/** A file in which every byte tells its place, and that remembers its reads. */
function patternSource(size: number) {
  const reads: [start: number, end: number][] = [];
  const handedOut: Uint8Array[] = [];
  const read = async (start: number, end: number) => {
    reads.push([start, end]);
    const bytes = new Uint8Array(end - start);
    for (let i = 0; i < bytes.byteLength; i += 4096) bytes[i] = byteAt(start + i);
    handedOut.push(bytes);
    return bytes;
  };
  return { size, read, reads, handedOut };
}

/** Only every 4,096th byte is set, so that making a file costs little. */
const byteAt = (position: number) => (position % 4096 === 0 ? (position / 4096) % 251 : 0);

const SIZE = 3.5 * BLOCK_BYTES;

describe('reading in blocks', () => {
  it('answers the bytes of any ranges in any order', async () => {
    const position = fc.integer({ min: 0, max: SIZE / 4096 - 1 }).map((i) => i * 4096);
    const range = fc.tuple(position, fc.integer({ min: 1, max: 10_000 }));
    const check = async (ranges: [number, number][]) => {
      const reader = new BlockReader(patternSource(SIZE));
      for (const [start, length] of ranges) {
        const end = Math.min(start + length, SIZE);
        const bytes = await reader.read(start, end);
        expect(bytes.byteLength).toBe(end - start);
        for (let i = 0; i < bytes.byteLength; i += 4096) expect(bytes[i]).toBe(byteAt(start + i));
      }
      reader.close();
    };
    await fc.assert(fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 8 }), check), { numRuns: 25 });
  });

  it('answers a range over several blocks', async () => {
    const bytes = await new BlockReader(patternSource(SIZE)).read(BLOCK_BYTES - 4096, 3 * BLOCK_BYTES + 4097);
    expect(bytes.byteLength).toBe(2 * BLOCK_BYTES + 8193);
    expect([bytes[0], bytes[4096], bytes.at(-1)]).toEqual(
      [BLOCK_BYTES - 4096, BLOCK_BYTES, 3 * BLOCK_BYTES + 4096].map(byteAt),
    );
  });

  it('reads a file from beginning to end once: a little to begin with, then large blocks', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    for (let start = 0; start < SIZE; start += 65_536) await reader.read(start, Math.min(start + 65_536, SIZE));
    const borders = [0, FIRST_BYTES, ...[1, 2, 3].map((n) => FIRST_BYTES + n * BLOCK_BYTES), SIZE];
    expect(source.reads).toEqual(borders.slice(1).map((end, i) => [borders[i], end]));
  });

  it('fetches the next block when half of one is used up, and not before', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    await reader.read(0, FIRST_BYTES / 2);
    expect(source.reads).toHaveLength(1);
    await reader.read(FIRST_BYTES / 2, FIRST_BYTES / 2 + 1);
    expect(source.reads).toEqual([
      [0, FIRST_BYTES],
      [FIRST_BYTES, FIRST_BYTES + BLOCK_BYTES],
    ]);
  });

  it('reads only a little at a place far away', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    await reader.read(0, 10);
    await reader.read(2 * BLOCK_BYTES + 5, 2 * BLOCK_BYTES + 20);
    expect(source.reads.at(-1)).toEqual([2 * BLOCK_BYTES + 5, 2 * BLOCK_BYTES + 5 + FIRST_BYTES]);
  });

  it('answers a range in pieces that need no joining', async () => {
    const reader = new BlockReader(patternSource(SIZE));
    let position = 4096;
    for await (const piece of reader.stream(position, SIZE - 4096)) {
      expect(piece[0]).toBe(byteAt(position));
      position += piece.byteLength;
    }
    expect(position).toBe(SIZE - 4096);
  });

  it('gives back the memory of blocks that are out of use, and all of it in the end', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    for (let start = 0; start < SIZE; start += 65_536) await reader.read(start, Math.min(start + 65_536, SIZE));
    expect(source.handedOut).toHaveLength(5);
    const inUse = () => source.handedOut.filter((bytes) => bytes.byteLength === BLOCK_BYTES).length;
    expect(inUse()).toBeLessThanOrEqual(2);
    reader.close();
    await Promise.resolve();
    expect(inUse()).toBe(0);
  });

  it('leaves a buffer alone that holds more than the block', async () => {
    const file = new Uint8Array(3 * BLOCK_BYTES);
    const reader = new BlockReader({ size: file.byteLength, read: async (start, end) => file.subarray(start, end) });
    await reader.read(0, file.byteLength);
    reader.close();
    await Promise.resolve();
    expect(file.byteLength).toBe(3 * BLOCK_BYTES);
  });

  it('remembers why reading failed', async () => {
    const failure = new Error('the store is away');
    const reader = new BlockReader({ size: 100, read: () => Promise.reject(failure) });
    await expect(reader.read(0, 10)).rejects.toBe(failure);
    expect(reader.failure).toEqual({ cause: failure });
  });

  it('says so when the source has fewer bytes than it said', async () => {
    const reader = new BlockReader({ size: 100, read: async () => new Uint8Array(40) });
    await expect(async () => reader.read(30, 60)).rejects.toThrow('Of the bytes 30 to 100 there were only 40');
    expect(reader.failure).toBeDefined();
  });
});
