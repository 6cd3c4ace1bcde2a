import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteSource } from '../../../functions/core/media/media.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'media');

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, name)));

/** Bytes in memory. Every read is a copy, as the contract of ByteSource wants. */
export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.byteLength,
  read: async (start, end) => bytes.slice(start, end),
});

export const fixtureSource = (name: string): ByteSource => memorySource(fixture(name));

export type CountingSource = ByteSource & {
  reads: { start: number; end: number }[];
  close(): Promise<void>;
};

/** A file on disk that remembers what was read of it. */
export async function countingFile(path: string): Promise<CountingSource> {
  const file: FileHandle = await open(path);
  const { size } = await file.stat();
  const reads: CountingSource['reads'] = [];
  return {
    size,
    reads,
    async read(start, end) {
      reads.push({ start, end });
      const { buffer } = await file.read(Buffer.allocUnsafeSlow(end - start), 0, end - start, start);
      return buffer;
    },
    close: () => file.close(),
  };
}

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
