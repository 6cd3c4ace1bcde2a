/**
 * Uncompressed samples of every flavour as 16-bit little-endian PCM, the one that every speech engine reads.
 */

type SampleReader = { bytes: number; read(view: DataView, offset: number): number };

const fromFloat = (value: number) => Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768)));

/** Readers by codec name; each answers a sample as a 16-bit value. */
const READERS: Record<string, SampleReader> = {
  'pcm-u8': { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) << 8 },
  'pcm-s8': { bytes: 1, read: (view, at) => view.getInt8(at) << 8 },
  'pcm-s16': { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  'pcm-s16be': { bytes: 2, read: (view, at) => view.getInt16(at) },
  // Of wider integers the upper 16 bits are the sample.
  'pcm-s24': { bytes: 3, read: (view, at) => view.getInt16(at + 1, true) },
  'pcm-s24be': { bytes: 3, read: (view, at) => view.getInt16(at) },
  'pcm-s32': { bytes: 4, read: (view, at) => view.getInt16(at + 2, true) },
  'pcm-s32be': { bytes: 4, read: (view, at) => view.getInt16(at) },
  'pcm-f32': { bytes: 4, read: (view, at) => fromFloat(view.getFloat32(at, true)) },
  'pcm-f32be': { bytes: 4, read: (view, at) => fromFloat(view.getFloat32(at)) },
  'pcm-f64': { bytes: 8, read: (view, at) => fromFloat(view.getFloat64(at, true)) },
  'pcm-f64be': { bytes: 8, read: (view, at) => fromFloat(view.getFloat64(at)) },
  ulaw: { bytes: 1, read: (view, at) => expandMuLaw(view.getUint8(at)) },
  alaw: { bytes: 1, read: (view, at) => expandALaw(view.getUint8(at)) },
};

/** Source: ITU-T G.711, table 2 (mu-law); the bias of 33 is scaled from 14 to 16 bits. */
function expandMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return bits & 0x80 ? -magnitude : magnitude;
}

/** Source: ITU-T G.711, table 1 (A-law), scaled from 13 to 16 bits. */
function expandALaw(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return bits & 0x80 ? magnitude : -magnitude;
}

export const isPcm = (codec: string): boolean => codec in READERS;

/** Bytes of one sample of one channel. @throws RangeError for anything but PCM */
export const pcmSampleBytes = (codec: string): number => readerOf(codec).bytes;

/** @throws RangeError for anything but PCM */
export function toPcm16(bytes: Uint8Array, codec: string): Uint8Array {
  const reader = readerOf(codec);
  if (codec === 'pcm-s16') return bytes;
  const input = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / reader.bytes);
  const output = new DataView(new ArrayBuffer(count * 2));
  for (let i = 0; i < count; i++) output.setInt16(i * 2, reader.read(input, i * reader.bytes), true);
  return new Uint8Array(output.buffer);
}

function readerOf(codec: string): SampleReader {
  const reader = READERS[codec];
  if (!reader) throw new RangeError(`${codec} is not PCM`);
  return reader;
}
