/**
 * Reads the outermost lengths that a container states, to tell a whole file from one whose upload or recording broke
 * off. The demuxer would read such a file as far as it goes and not say so.
 */
import type { BlockReader } from './block-source.ts';

export type Extent = {
  /** The container says that it is longer than the file. */
  truncated: boolean;
  /** Duration by the movie header (MP4, MOV), seconds; undefined when it is not said there. */
  duration?: number;
};

/** More outermost boxes than this are fragments, which are not followed. */
const MAX_BOXES = 64;
const MVHD_BYTES = 40;

/** MP4 and MOV. Source: ISO/IEC 14496-12, 4.2 (boxes) and 8.2.2 (movie header). */
export async function isobmffExtent(reader: BlockReader): Promise<Extent> {
  const { size } = reader;
  let position = 0;
  let duration: number | undefined;
  for (let count = 0; count < MAX_BOXES && position + 8 <= size; count++) {
    const head = await peek(reader, position, Math.min(16, size - position));
    const type = fourCc(head, 4);
    if (type === 'moof') break;
    const short = head.getUint32(0);
    const long = short === 1 && head.byteLength === 16;
    const length = short === 0 ? size - position : long ? Number(head.getBigUint64(8)) : short;
    if (length < 8) break;
    if (position + length > size) return { truncated: true };
    if (type === 'moov') duration = await movieDuration(reader, position + (long ? 16 : 8), size);
    position += length;
  }
  return { truncated: false, ...(duration !== undefined && { duration }) };
}

async function movieDuration(reader: BlockReader, position: number, size: number): Promise<number | undefined> {
  if (position + MVHD_BYTES > size) return undefined;
  const box = await peek(reader, position, MVHD_BYTES);
  if (fourCc(box, 4) !== 'mvhd') return undefined;
  const wide = box.getUint8(8) === 1;
  const timescale = box.getUint32(wide ? 28 : 20);
  const duration = wide ? Number(box.getBigUint64(32)) : box.getUint32(24);
  // All bits set means that it is not known; zero is usual in fragmented files.
  const known = duration > 0 && timescale > 0 && duration < (wide ? 2 ** 64 : 2 ** 32 - 1);
  return known ? duration / timescale : undefined;
}

const EBML_ID = 0x1a45dfa3;
const SEGMENT_ID = 0x18538067;

/** Matroska and WebM. Source: RFC 8794 (EBML), section 4; RFC 9559 (Matroska), section 5. */
export async function matroskaExtent(reader: BlockReader): Promise<Extent> {
  const { size } = reader;
  const head = await peek(reader, 0, Math.min(4096, size));
  const ebml = variableInteger(head, 4);
  if (!ebml || ebml.value === undefined) return { truncated: false };
  const segment = 4 + ebml.length + ebml.value;
  if (segment + 12 > head.byteLength) return { truncated: segment + 12 > size };
  if (head.getUint32(segment) !== SEGMENT_ID) return { truncated: false };
  const length = variableInteger(head, segment + 4);
  // Recorders that stream do not know the length of the segment.
  if (!length || length.value === undefined) return { truncated: false };
  return { truncated: segment + 4 + length.length + length.value > size };
}

/** A number of 1 to 8 bytes; all value bits set means that it is not known. */
function variableInteger(view: DataView, offset: number): { length: number; value: number | undefined } | undefined {
  const length = Math.clz32(view.getUint8(offset)) - 23;
  if (length > 8) return undefined;
  let value = view.getUint8(offset) & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = view.getUint8(offset + i);
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { length, value: unknown ? undefined : value };
}

/** WAVE. Programs that write to a pipe leave the length 0 or at its maximum. */
export async function riffExtent(reader: BlockReader): Promise<Extent> {
  const { size } = reader;
  const head = await peek(reader, 0, Math.min(12, size));
  if (fourCc(head, 0) !== 'RIFF') return { truncated: false };
  const length = head.getUint32(4, true);
  // An odd length is padded by a byte that some programs leave out.
  return { truncated: length !== 0xffff_ffff && length + 8 > size + 1 };
}

/** Whether the file begins as Matroska and WebM files do. Source: RFC 8794, 11.2.1 */
export async function isMatroska(reader: BlockReader): Promise<boolean> {
  return reader.size >= 4 && (await peek(reader, 0, 4)).getUint32(0) === EBML_ID;
}

async function peek(reader: BlockReader, position: number, length: number): Promise<DataView> {
  const bytes = await reader.read(position, position + length);
  // A copy, because the bytes are good only until the next read.
  return new DataView(bytes.slice().buffer);
}

const fourCc = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
