import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES, BlockReader } from '../../../functions/adapters/mediabunny/block-source.ts';

/** A file in which every byte tells its place, and that remembers its reads. */
function patternSource(size: number) {
  const reads: number[] = [];
  const handedOut: Uint8Array[] = [];
  const read = async (start: number, end: number) => {
    reads.push(start / BLOCK_BYTES);
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

  it('reads a file from beginning to end once, a block at a time', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    for (let start = 0; start < SIZE; start += 65_536) await reader.read(start, Math.min(start + 65_536, SIZE));
    expect(source.reads).toEqual([0, 1, 2, 3]);
  });

  it('fetches the next block before it is asked for, but only when blocks are read in order', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    await reader.read(0, 10);
    expect(source.reads).toEqual([0]);
    await reader.read(BLOCK_BYTES, BLOCK_BYTES + 10);
    expect(source.reads).toEqual([0, 1, 2]);
    await reader.read(0, 10);
    expect(source.reads).toEqual([0, 1, 2, 0]);
  });

  it('gives back the memory of blocks that are out of use, and all of it in the end', async () => {
    const source = patternSource(SIZE);
    const reader = new BlockReader(source);
    for (let start = 0; start < 3 * BLOCK_BYTES; start += BLOCK_BYTES) await reader.read(start, start + 10);
    const inUse = () => source.handedOut.filter((bytes) => bytes.byteLength === BLOCK_BYTES).length;
    expect(inUse()).toBeLessThanOrEqual(2);
    reader.close();
    await Promise.resolve();
    expect(inUse()).toBe(0);
  });

  it('leaves a buffer alone that holds more than the block', async () => {
    const file = new Uint8Array(2 * BLOCK_BYTES);
    const reader = new BlockReader({ size: file.byteLength, read: async (start, end) => file.subarray(start, end) });
    await reader.read(0, 10);
    reader.close();
    await Promise.resolve();
    expect(file.byteLength).toBe(2 * BLOCK_BYTES);
  });

  it('remembers why reading failed', async () => {
    const failure = new Error('the store is away');
    const reader = new BlockReader({ size: 100, read: () => Promise.reject(failure) });
    await expect(reader.read(0, 10)).rejects.toBe(failure);
    expect(reader.failure).toEqual({ cause: failure });
  });

  it('says so when the source has fewer bytes than it said', async () => {
    const reader = new BlockReader({ size: 100, read: async () => new Uint8Array(40) });
    await expect(reader.read(30, 60)).rejects.toThrow('There are no bytes at 40 of 100');
  });
});
