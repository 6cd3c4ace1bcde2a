import type { InputAudioTrack, InputTrack } from 'mediabunny';
import type { AudioTrackInfo, ByteSource, MediaInfo } from '../../core/media/media.ts';
import type { MediaInspector } from '../../core/ports/media.ts';
import { type Container, withContainer } from './container.ts';
import { isPcm, pcmSampleBytes } from './pcm.ts';

/** Most that encoders spend on a second of stereo sound, bytes, where the container does not say. */
const MOST_BYTES_PER_SECOND: Record<string, number> = {
  aac: 40_000,
  mp3: 40_000,
  opus: 64_000,
  vorbis: 62_500,
};
const UNKNOWN_BYTES_PER_SECOND = 64_000;

/** Reads containers with mediabunny. */
export class MediabunnyInspector implements MediaInspector {
  inspect(source: ByteSource): Promise<MediaInfo> {
    return withContainer(source, async (container) => {
      const { input, name } = container;
      const audio = await input.getAudioTracks();
      const video = await input.getVideoTracks();
      const duration = await durationOf(container, audio, video);
      const alone = audio.length === 1 && video.length === 0;
      const average = alone && duration > 0 ? source.size / duration : undefined;
      const audioTracks = await Promise.all(audio.map((track) => describeTrack(track, average)));
      return { container: name, duration, hasVideo: video.length > 0, audioTracks };
    });
  }
}

/**
 * The end of the last track, seconds. The picture is asked only where there is no sound and no header: its index may be
 * very long.
 */
async function durationOf(
  { input, headerDuration }: Container,
  audio: InputTrack[],
  video: InputTrack[],
): Promise<number> {
  if (audio.length === 0 && headerDuration !== undefined) return headerDuration;
  const tracks = audio.length > 0 ? audio : video;
  const stated = await input.getDurationFromMetadata(tracks);
  return Math.max(headerDuration ?? 0, stated ?? (await input.computeDuration(tracks)));
}

/** @param average bytes of one second of the file, when it holds nothing but this track */
async function describeTrack(track: InputAudioTrack, average: number | undefined): Promise<AudioTrackInfo> {
  const codec = await codecName(track);
  const channels = await track.getNumberOfChannels();
  const sampleRate = await track.getSampleRate();
  const language = await track.getLanguageCode();
  const bitrate = await track.getAverageBitrate();
  const estimate = codec && isPcm(codec) ? sampleRate * channels * pcmSampleBytes(codec) : undefined;
  // FLAC takes at most what the samples take, which have seldom more than 24 bits.
  const flac = codec === 'flac' ? sampleRate * channels * 3 : undefined;
  const most = flac ?? (codec === undefined ? undefined : MOST_BYTES_PER_SECOND[codec]) ?? UNKNOWN_BYTES_PER_SECOND;
  return {
    id: track.id,
    codec,
    channels,
    sampleRate,
    language: language === 'und' ? undefined : language,
    bytesPerSecond: Math.ceil(estimate ?? average ?? (bitrate ? bitrate / 8 : most)),
  };
}

/** The codec's usual name, else the name that the container has for it. */
export async function codecName(track: InputAudioTrack): Promise<string | undefined> {
  const codec = await track.getCodec();
  if (codec) return codec;
  const internal = await track.getInternalCodecId();
  return typeof internal === 'string' && internal.trim() !== '' ? internal.trim() : undefined;
}
