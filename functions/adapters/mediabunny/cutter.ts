import { setImmediate } from 'node:timers/promises';
import {
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  FlacOutputFormat,
  type InputAudioTrack,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { describeSound, isCuttable } from '../../core/media/audio-tracks.ts';
import type { AudioTrackInfo, ByteSource } from '../../core/media/media.ts';
import { type AudioCut, type AudioCutter, UnsupportedAudioCodec, UnsupportedMedia } from '../../core/ports/media.ts';
import { withContainer } from './container.ts';
import { codecName } from './inspector.ts';
import { isPcm, toPcm16 } from './pcm.ts';

/** A cut has at least this much sound where the track has it, seconds: Amazon Transcribe refuses less than 0.5 s. */
const SHORTEST_CUT = 1;
/** A longer silence between packets cannot be told in an Ogg file, seconds. */
const LONGEST_GAP = 0.1;

/**
 * The loop over packets waits for promises only, and V8 collects garbage outside its heap in tasks between: without a
 * pause now and then the process takes some 100 MB more.
 */
const PACKETS_BETWEEN_PAUSES = 500;

type Packaging = Pick<AudioCut, 'extension' | 'contentType'> & {
  format: () => OutputFormat;
  /** The container keeps the time of every packet, so that gaps stay gaps. */
  timed: boolean;
};

const M4A: Packaging = {
  extension: 'm4a',
  contentType: 'audio/mp4',
  format: () => new Mp4OutputFormat({ fastStart: false }),
  timed: true,
};
const MP3: Packaging = {
  extension: 'mp3',
  contentType: 'audio/mpeg',
  format: () => new Mp3OutputFormat(),
  timed: false,
};
const OGG: Packaging = {
  extension: 'ogg',
  contentType: 'audio/ogg',
  format: () => new OggOutputFormat(),
  timed: false,
};
const WEBM: Packaging = {
  extension: 'webm',
  contentType: 'audio/webm',
  format: () => new WebMOutputFormat(),
  timed: true,
};
const FLAC: Packaging = {
  extension: 'flac',
  contentType: 'audio/flac',
  format: () => new FlacOutputFormat(),
  timed: false,
};
const WAV: Packaging = {
  extension: 'wav',
  contentType: 'audio/wav',
  format: () => new WavOutputFormat(),
  timed: false,
};

/** Containers for the packets of each codec, the preferred one first; the second where there are gaps. */
const PACKAGINGS: Partial<Record<string, readonly Packaging[]>> = {
  aac: [M4A],
  mp3: [MP3],
  opus: [OGG, WEBM],
  vorbis: [OGG, WEBM],
  flac: [FLAC],
};

type DecoderConfig = NonNullable<Awaited<ReturnType<InputAudioTrack['getDecoderConfig']>>>;

type Sound = { track: InputAudioTrack; codec: AudioCodec; packagings: readonly Packaging[] };

/** Copies packets with mediabunny. */
export class MediabunnyCutter implements AudioCutter {
  cut(source: ByteSource, trackId: AudioTrackInfo['id'], start: number, end: number): Promise<AudioCut> {
    return withContainer(source, async ({ input, name }) => {
      const track = (await input.getAudioTracks()).find((candidate) => candidate.id === trackId);
      if (!track) throw new UnsupportedMedia(`a ${name} file without the sound track ${trackId}`);
      const sound = await cuttable(track);
      const first = await firstPacket(track, start);
      if (!first) throw new UnsupportedMedia(`a ${name} file whose sound track is empty`);
      const cut = await copy(sound, first, end);
      if (cut.end - cut.start >= SHORTEST_CUT || cut.start === 0) return cut;
      // The sound ends here: take the last of it, so that there is something to transcribe.
      const earlier = await firstPacket(track, Math.max(0, cut.end - SHORTEST_CUT));
      return earlier && earlier.timestamp < cut.start ? copy(sound, earlier, end) : cut;
    });
  }
}

/** @throws UnsupportedAudioCodec */
async function cuttable(track: InputAudioTrack): Promise<Sound> {
  const name = await codecName(track);
  const channels = await track.getNumberOfChannels();
  const info = { id: track.id, codec: name, channels, sampleRate: 0, language: undefined, bytesPerSecond: 0 };
  const codec = await track.getCodec();
  const packagings = codec && isPcm(codec) ? [WAV] : PACKAGINGS[codec ?? ''];
  if (!codec || !packagings || !isCuttable(info)) throw new UnsupportedAudioCodec(describeSound(info));
  return { track, codec, packagings };
}

/** The last packet that begins at or before `start`, else the first one; never one from before the video begins. */
async function firstPacket(track: InputAudioTrack, start: number): Promise<EncodedPacket | null> {
  const sink = new EncodedPacketSink(track);
  let packet = (await sink.getPacket(start)) ?? (await sink.getFirstPacket());
  // What encoders put before the beginning is cut off by players.
  while (packet && packet.timestamp < 0) packet = await sink.getNextPacket(packet);
  return packet;
}

/** Copies packets from `first` on until `end`, in the preferred container unless it would lose gaps. */
async function copy(sound: Sound, first: EncodedPacket, end: number): Promise<AudioCut> {
  for (const [i, packaging] of sound.packagings.entries()) {
    const last = i === sound.packagings.length - 1;
    const cut = await copyInto(packaging, sound, first, end, !packaging.timed && !last);
    if (cut) return cut;
  }
  throw new RangeError(`There is no container for ${sound.codec}`);
}

/** @returns undefined when there is a gap and `stopAtGap` */
async function copyInto(
  { format, extension, contentType }: Packaging,
  { track, codec }: Sound,
  first: EncodedPacket,
  end: number,
  stopAtGap: boolean,
): Promise<AudioCut | undefined> {
  const pcm = isPcm(codec);
  const target = new BufferTarget();
  const output = new Output({ format: format(), target });
  const packets = new EncodedAudioPacketSource(pcm ? 'pcm-s16' : codec);
  output.addAudioTrack(packets);
  await output.start();
  const config = await track.getDecoderConfig();
  if (!config) throw new UnsupportedAudioCodec(`${describeSound({ codec, channels: 1 })} without its settings`);
  const meta = { decoderConfig: pcm ? { ...config, codec: 'pcm-s16' } : config };
  const sink = new EncodedPacketSink(track);
  const offset = first.timestamp;
  let reached = offset;
  let count = 0;
  for (
    let packet: EncodedPacket | null = first;
    packet && (packet.timestamp < end || reached - offset < SHORTEST_CUT);
    packet = await sink.getNextPacket(packet)
  ) {
    if (stopAtGap && packet.timestamp - reached > LONGEST_GAP) {
      await output.cancel();
      return undefined;
    }
    const data = pcm ? toPcm16(packet.data, codec) : packet.data;
    const moved = new EncodedPacket(data, 'key', packet.timestamp - offset, packet.duration, packet.sequenceNumber);
    await packets.add(moved, packet === first ? meta : undefined);
    reached = packet.timestamp + packet.duration;
    if (++count % PACKETS_BETWEEN_PAUSES === 0) await setImmediate();
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The muxer wrote nothing');
  const start = offset === 0 ? 0 : offset + leadIn(codec, config, first);
  return { bytes: new Uint8Array(target.buffer), extension, contentType, start, end: reached };
}

/**
 * What a decoder leaves out at the beginning of a cut, seconds. Opus: the pre-skip that every file begins with. Vorbis:
 * the first packet, which only prepares the second.
 * Source: RFC 7845, 4.2 and 5.1; Vorbis I specification, 1.3.2
 */
function leadIn(codec: AudioCodec, { description }: DecoderConfig, first: EncodedPacket): number {
  if (codec === 'vorbis') return first.duration;
  if (codec !== 'opus' || !description) return 0;
  const bytes = ArrayBuffer.isView(description) ? description : new Uint8Array(description);
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return header.byteLength >= 12 ? header.getUint16(10, true) / 48_000 : 0;
}
