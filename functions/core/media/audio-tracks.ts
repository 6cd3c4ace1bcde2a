import type { AudioTrackInfo, MediaInfo } from './media.ts';

/** Amazon Transcribe takes one or two channels. */
const MAX_CHANNELS = 2;

/** Codecs whose packets can be copied into a file that Amazon Transcribe takes. */
const CUTTABLE_CODECS = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac', 'ulaw', 'alaw']);

/** Names for people, by the codec's usual name or the one that MP4 or Matroska has for it. */
const CODEC_NAMES: Record<string, string> = {
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  ulaw: 'PCM (mu-law)',
  alaw: 'PCM (A-law)',
  ac3: 'AC-3 (Dolby Digital)',
  eac3: 'E-AC-3 (Dolby Digital Plus)',
  dts: 'DTS',
  'ac-4': 'AC-4',
  alac: 'ALAC (Apple Lossless)',
  A_ALAC: 'ALAC (Apple Lossless)',
  samr: 'AMR',
  sawb: 'AMR wide band',
  mlpa: 'Dolby TrueHD',
  A_TRUEHD: 'Dolby TrueHD',
  A_MLP: 'MLP',
  'A_MPEG/L1': 'MPEG-1 layer I',
  'A_MPEG/L2': 'MP2',
  '.mp2': 'MP2',
  A_TTA1: 'TTA',
  A_WAVPACK4: 'WavPack',
};

const isCuttableCodec = (codec: string) => CUTTABLE_CODECS.has(codec) || codec.startsWith('pcm-');

/** Whether the sound of the track can be cut and transcribed. */
export const isCuttable = ({ codec, channels }: AudioTrackInfo): boolean =>
  codec !== undefined && isCuttableCodec(codec) && channels >= 1 && channels <= MAX_CHANNELS;

/** What the track's sound is, as people know it: "AC-3 (Dolby Digital)", "AAC with 6 channels". */
export function describeSound({ codec, channels }: Pick<AudioTrackInfo, 'codec' | 'channels'>): string {
  if (codec === undefined) return 'an unknown format';
  const name = CODEC_NAMES[codec] ?? (codec.startsWith('pcm-') ? 'PCM' : codec);
  return isCuttableCodec(codec) && channels > MAX_CHANNELS ? `${name} with ${channels} channels` : name;
}

/**
 * The track to transcribe: of those that can be cut, the first in the language of the video, else the first whose
 * language is not known, else the first.
 * @param language ISO 639-1 code
 */
export function chooseAudioTrack(info: MediaInfo, language: string): AudioTrackInfo | undefined {
  const tracks = info.audioTracks.filter(isCuttable);
  return (
    tracks.find((track) => baseLanguage(track.language) === language) ??
    tracks.find((track) => track.language === undefined) ??
    tracks[0]
  );
}

/** `deu`, `ger`, `de-AT` → `de`; undefined for anything that is no language. */
function baseLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return undefined;
  }
}
