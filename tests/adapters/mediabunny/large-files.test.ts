import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLOCK_BYTES } from '../../../functions/adapters/mediabunny/block-source.ts';
import { MediabunnyCutter } from '../../../functions/adapters/mediabunny/cutter.ts';
import { MediabunnyInspector } from '../../../functions/adapters/mediabunny/inspector.ts';
import { CEILING_MAX_UPLOAD_BYTES } from '../../../functions/contracts/limits.ts';
import { countingFile, fixture } from './support.ts';

const SIZE = CEILING_MAX_UPLOAD_BYTES;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'langplug-large-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A sparse file: the pieces at their places, and between them holes that take no space on the disk. */
async function sparseFile(name: string, pieces: { at: number; bytes: Uint8Array }[]): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, 'w');
  await file.truncate(SIZE);
  for (const { at, bytes } of pieces) await file.write(bytes, 0, bytes.byteLength, at);
  await file.close();
  return path;
}

/** Header of a box that is longer than 4 GB. */
function largeBox(type: string, length: number): Uint8Array {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1, 0);
  header.write(type, 4, 'latin1');
  header.writeBigUInt64BE(BigInt(length), 8);
  return header;
}

/** The index stays where it is, and the hole follows. */
function indexFirst() {
  const bytes = fixture('aac.mp4');
  const hole = { at: bytes.byteLength, bytes: largeBox('free', SIZE - bytes.byteLength) };
  return sparseFile('index-first.mp4', [{ at: 0, bytes }, hole]);
}

/** The hole lies between the sound and the index. */
function indexLast() {
  const bytes = Buffer.from(fixture('aac-index-last.mp4'));
  const border = bytes.lastIndexOf('moov') - 4;
  const index = bytes.subarray(border);
  const hole = { at: border, bytes: largeBox('free', SIZE - bytes.byteLength) };
  return sparseFile('index-last.mp4', [
    { at: 0, bytes: bytes.subarray(0, border) },
    hole,
    { at: SIZE - index.byteLength, bytes: index },
  ]);
}

/** A segment of 5 GB, filled up with a void element. */
function longSegment(name: string) {
  const bytes = Buffer.from(fixture(name));
  const sizeAt = bytes.indexOf('18538067', 'hex') + 4;
  // Numbers of eight bytes begin with 1.
  const eightBytes = (value: number) => Buffer.from(`01${value.toString(16).padStart(14, '0')}`, 'hex');
  eightBytes(SIZE - sizeAt - 8).copy(bytes, sizeAt);
  const hole = Buffer.concat([Buffer.of(0xec), eightBytes(SIZE - bytes.byteLength - 9)]);
  return sparseFile(name, [
    { at: 0, bytes },
    { at: bytes.byteLength, bytes: hole },
  ]);
}

describe('a file of 5 GB', () => {
  it.each([
    ['an MP4 with its index at the beginning', indexFirst],
    ['an MP4 with its index at the end', indexLast],
    ['a Matroska file', () => longSegment('aac.mkv')],
    ['a WebM file', () => longSegment('opus.webm')],
  ])('is inspected and cut with a handful of reads: %s', async (_, make) => {
    const source = await countingFile(await make());
    expect(source.size).toBe(SIZE);

    const info = await new MediabunnyInspector().inspect(source);
    expect(info.duration).toBeCloseTo(6, 1);
    expect(source.reads.length).toBeLessThanOrEqual(4);

    source.reads.length = 0;
    const cut = await new MediabunnyCutter().cut(source, info.audioTracks[0]?.id ?? 0, 1, 5);
    expect(cut.end - cut.start).toBeCloseTo(4, 1);
    expect(source.reads.length).toBeLessThanOrEqual(4);
    expect(Math.max(...source.reads.map(({ start, end }) => end - start))).toBeLessThanOrEqual(BLOCK_BYTES);
    await source.close();
  });
});
