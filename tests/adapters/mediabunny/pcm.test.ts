import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPcm, pcmSampleBytes, toPcm16 } from '../../../functions/adapters/mediabunny/pcm.ts';

const sample = fc.integer({ min: -32_768, max: 32_767 });

/** Writes a 16-bit sample in another flavour. */
const WRITERS: Record<string, (view: DataView, value: number) => void> = {
  'pcm-s16': (view, value) => view.setInt16(0, value, true),
  'pcm-s16be': (view, value) => view.setInt16(0, value),
  'pcm-s24': (view, value) => view.setInt16(1, value, true),
  'pcm-s24be': (view, value) => view.setInt16(0, value),
  'pcm-s32': (view, value) => view.setInt32(0, value * 65_536, true),
  'pcm-s32be': (view, value) => view.setInt32(0, value * 65_536),
  'pcm-f32': (view, value) => view.setFloat32(0, value / 32_768, true),
  'pcm-f32be': (view, value) => view.setFloat32(0, value / 32_768),
  'pcm-f64': (view, value) => view.setFloat64(0, value / 32_768, true),
  'pcm-f64be': (view, value) => view.setFloat64(0, value / 32_768),
};

const values = (bytes: Uint8Array) => Array.from(new Int16Array(bytes.slice().buffer));
const converted = (codec: string, ...bytes: number[]) => values(toPcm16(Uint8Array.from(bytes), codec));

describe('turning samples into 16-bit PCM', () => {
  it.each(Object.entries(WRITERS))('keeps every sample of %s', (codec, write) => {
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        const size = pcmSampleBytes(codec);
        const bytes = new Uint8Array(samples.length * size);
        samples.forEach((value, i) => {
          write(new DataView(bytes.buffer, i * size, size), value);
        });
        expect(values(toPcm16(bytes, codec))).toEqual(samples);
      }),
    );
  });

  it('reads samples from anywhere in a buffer', () => {
    const bytes = Uint8Array.of(9, 9, 9, 0x12, 0x34).subarray(3);
    expect(values(toPcm16(bytes, 'pcm-s16be'))).toEqual([0x1234]);
  });

  it('spreads 8-bit samples over 16 bits', () => {
    expect(converted('pcm-u8', 0, 128, 255)).toEqual([-32_768, 0, 32_512]);
    expect(converted('pcm-s8', 0x80, 0, 0x7f)).toEqual([-32_768, 0, 32_512]);
  });

  it('limits floating-point samples that are too loud', () => {
    const bytes = new Uint8Array(Float32Array.of(1.5, -1.5, 1).buffer);
    expect(values(toPcm16(bytes, 'pcm-f32'))).toEqual([32_767, -32_768, 32_767]);
  });

  // Values of ITU-T G.191 (the reference implementation of G.711).
  it('expands mu-law and A-law by their tables', () => {
    expect(converted('ulaw', 0x00, 0x80, 0x7f, 0xff, 0x10, 0xf0)).toEqual([-32_124, 32_124, 0, 0, -15_996, 120]);
    expect(converted('alaw', 0x2a, 0xaa, 0x55, 0xd5, 0x00, 0x80)).toEqual([-32_256, 32_256, -8, 8, -5504, 5504]);
  });

  it('tells PCM from compressed sound', () => {
    expect(isPcm('pcm-s24be')).toBe(true);
    expect(isPcm('aac')).toBe(false);
    expect(() => toPcm16(new Uint8Array(), 'aac')).toThrow('aac is not PCM');
  });
});
