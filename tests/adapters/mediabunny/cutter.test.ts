import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type InputAudioTrack } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { MediabunnyCutter } from '../../../functions/adapters/mediabunny/cutter.ts';
import { MediabunnyInspector } from '../../../functions/adapters/mediabunny/inspector.ts';
import { UnsupportedMedia } from '../../../functions/core/ports/media.ts';
import { fixture, fixtureSource, memorySource } from './support.ts';
import { webmWithGap } from './webm-with-gap.ts';

const cutter = new MediabunnyCutter();
/** Longest packet of the fixtures, seconds (PCM comes in packets of 2,048 samples). */
const PACKET = 0.26;

type Packet = { time: number; duration: number; data: Buffer };

async function firstTrack(bytes: Uint8Array): Promise<InputAudioTrack> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const track = (await input.getAudioTracks())[0];
  if (!track) throw new Error('There is no sound track');
  return track;
}

async function packetsOf(bytes: Uint8Array): Promise<Packet[]> {
  const packets: Packet[] = [];
  for await (const packet of new EncodedPacketSink(await firstTrack(bytes)).packets()) {
    packets.push({ time: packet.timestamp, duration: packet.duration, data: Buffer.from(packet.data) });
  }
  return packets;
}

async function cutOf(name: string, start: number, end: number) {
  const source = fixtureSource(name);
  const { audioTracks } = await new MediabunnyInspector().inspect(source);
  return cutter.cut(source, audioTracks[0]?.id ?? 0, start, end);
}

describe('cutting sound out of every container', () => {
  it.each([
    ['aac.mp4', 'm4a', 'audio/mp4'],
    ['aac-index-last.mp4', 'm4a', 'audio/mp4'],
    ['aac-fragmented.mp4', 'm4a', 'audio/mp4'],
    ['aac.m4v', 'm4a', 'audio/mp4'],
    ['aac.mov', 'm4a', 'audio/mp4'],
    ['aac.mkv', 'm4a', 'audio/mp4'],
    ['speech.m4a', 'm4a', 'audio/mp4'],
    ['speech.mp3', 'mp3', 'audio/mpeg'],
    ['opus.webm', 'ogg', 'audio/ogg'],
    ['opus.ogg', 'ogg', 'audio/ogg'],
    ['vorbis.webm', 'ogg', 'audio/ogg'],
    ['vorbis.ogg', 'ogg', 'audio/ogg'],
    ['speech.flac', 'flac', 'audio/flac'],
    ['speech.wav', 'wav', 'audio/wav'],
  ])('copies the packets of %s unchanged into %s', async (name, extension, contentType) => {
    const cut = await cutOf(name, 0.7, 2.1);
    expect(cut).toMatchObject({ extension, contentType });
    expect(cut.start).toBeGreaterThan(0.7 - PACKET);
    expect(cut.start).toBeLessThan(0.7 + 0.033);
    expect(cut.end).toBeGreaterThanOrEqual(2.1);
    expect(cut.end).toBeLessThan(2.1 + PACKET);

    const source = await packetsOf(fixture(name));
    const copied = await packetsOf(cut.bytes);
    const from = source.findIndex((packet) => packet.time + packet.duration > 0.7 + 1e-6);
    const wanted = source.slice(from).filter((packet) => packet.time < 2.1);
    expect(Buffer.concat(copied.map((packet) => packet.data))).toEqual(Buffer.concat(wanted.map((p) => p.data)));
  });

  it.each(['aac.mp4', 'aac.mkv', 'opus.webm', 'speech.mp3', 'speech.flac', 'speech.wav'])(
    'makes a file of %s that is as long as it says',
    async (name) => {
      const cut = await cutOf(name, 0.7, 2.1);
      const packets = await packetsOf(cut.bytes);
      const length = packets.reduce((sum, packet) => sum + packet.duration, 0);
      expect(Math.abs(length - (cut.end - cut.start))).toBeLessThan(0.03);
    },
  );

  it('keeps the settings of the codec', async () => {
    const before = await (await firstTrack(fixture('aac.mkv'))).getDecoderConfig();
    const after = await (await firstTrack((await cutOf('aac.mkv', 1, 3)).bytes)).getDecoderConfig();
    expect(after).toMatchObject({ codec: before?.codec, sampleRate: 22_050, numberOfChannels: 1 });
    expect(Buffer.from(Object(after?.description))).toEqual(Buffer.from(Object(before?.description)));
  });

  it('turns big-endian PCM into the samples of a WAVE file', async () => {
    const [big, little] = await Promise.all([cutOf('pcm-big-endian.mov', 0, 2.4), cutOf('speech.wav', 0, 2.4)]);
    expect(big.extension).toBe('wav');
    expect(Buffer.from(big.bytes)).toEqual(Buffer.from(little.bytes));
  });

  it('begins with the beginning, whatever the encoder put before it', async () => {
    const cut = await cutOf('aac.mp4', 0, 2);
    expect(cut.start).toBe(0);
  });

  it('leaves no packet out between parts that follow each other', async () => {
    const parts = await Promise.all([cutOf('aac.mp4', 0, 2), cutOf('aac.mp4', 2, 4), cutOf('aac.mp4', 4, 6)]);
    parts.slice(1).forEach((part, i) => {
      expect(part.start).toBeLessThanOrEqual(parts[i]?.end ?? 0);
    });
    expect(parts.at(-1)?.end).toBeCloseTo(6, 1);
  });

  it.each(['aac.mp4', 'opus.webm', 'speech.mp3', 'vorbis.ogg', 'speech.flac', 'speech.wav'])(
    'takes the last second of %s where the sound is over',
    async (name) => {
      const cut = await cutOf(name, 20, 30);
      expect(cut.end - cut.start).toBeGreaterThan(0.9);
      expect(cut.end - cut.start).toBeLessThan(1 + 2 * PACKET);
    },
  );

  it('takes all of a sound that is shorter than a second', async () => {
    const cut = await cutOf('too-short.mp4', 0, 0.2);
    expect(cut.end - cut.start).toBeCloseTo(0.2, 1);
  });

  it('keeps a gap a gap, in a container that can tell times', async () => {
    const webm = await webmWithGap(fixture('opus.webm'), { at: 2, length: 3 });
    const source = memorySource(webm);
    const cut = await cutter.cut(source, 1, 0, 9);
    expect(cut.extension).toBe('webm');
    const packets = await packetsOf(cut.bytes);
    const gaps = packets.slice(1).map((packet, i) => packet.time - (packets[i]?.time ?? 0));
    expect(Math.max(...gaps)).toBeCloseTo(3, 1);
    expect(cut.end).toBeCloseTo(9, 1);
  });
});

describe('refusing sound that cannot be cut', () => {
  it.each([
    ['ac3.mkv', 'AC-3 (Dolby Digital)'],
    ['aac-5-1.mp4', 'AAC with 6 channels'],
  ])('names the codec of %s', async (name, codec) => {
    await expect(cutOf(name, 0, 1)).rejects.toMatchObject({ name: 'UnsupportedAudioCodec', codec });
  });

  it('says which sound track is missing', async () => {
    await expect(cutter.cut(fixtureSource('aac.mp4'), 77, 0, 1)).rejects.toThrow(UnsupportedMedia);
  });

  it('passes on that the file cannot be read', async () => {
    const failure = new Error('the store is away');
    const source = { size: 1000, read: () => Promise.reject(failure) };
    await expect(cutter.cut(source, 1, 0, 1)).rejects.toBe(failure);
  });
});
