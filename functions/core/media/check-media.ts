import { MAX_DURATION_SECONDS, MIN_DURATION_SECONDS } from '../../contracts/limits.ts';
import { PermanentFailure } from '../failure.ts';
import { UnsupportedAudioCodec, UnsupportedMedia } from '../ports/media.ts';
import { describeSound, isCuttable } from './audio-tracks.ts';
import type { MediaInfo } from './media.ts';

export type MediaLimits = {
  /** Subtitles were supplied: nothing is transcribed, so the sound does not matter. */
  hasSubtitles: boolean;
  /** Size of the file, bytes. */
  size: number;
  /** Largest file allowed, bytes. */
  maxBytes: number;
};

/** @throws PermanentFailure FILE_TOO_LARGE. Known before the file is read. */
export function checkSize({ size, maxBytes }: Pick<MediaLimits, 'size' | 'maxBytes'>): void {
  if (size > maxBytes) throw new PermanentFailure('FILE_TOO_LARGE', tooLargeDetail(size, maxBytes));
}

/** Both in bytes. */
export const tooLargeDetail = (size: number, maxBytes: number) =>
  `The file has ${size.toLocaleString('en')} bytes; at most ${maxBytes.toLocaleString('en')} bytes (${megabytes(maxBytes)}) are allowed.`;

/**
 * Says whether a lesson can be made of this media.
 * @throws PermanentFailure FILE_TOO_LARGE, DURATION_OUT_OF_RANGE, NO_AUDIO or UNSUPPORTED_AUDIO_CODEC
 */
export function checkMedia(info: MediaInfo, limits: MediaLimits): void {
  checkSize(limits);
  if (!(info.duration >= MIN_DURATION_SECONDS && info.duration <= MAX_DURATION_SECONDS)) {
    throw new PermanentFailure(
      'DURATION_OUT_OF_RANGE',
      `The media is ${inWords(info.duration)} long; it must have at least ${inWords(MIN_DURATION_SECONDS)} and at most ${inWords(MAX_DURATION_SECONDS)}.`,
    );
  }
  if (limits.hasSubtitles || info.audioTracks.some(isCuttable)) return;
  if (info.audioTracks.length === 0) {
    throw new PermanentFailure('NO_AUDIO', `The ${info.container} file has no sound, and no subtitles were supplied.`);
  }
  const sounds = [...new Set(info.audioTracks.map(describeSound))].join(', ');
  throw new PermanentFailure('UNSUPPORTED_AUDIO_CODEC', `The sound is stored as ${sounds}.`);
}

/**
 * What inspecting or cutting media throws, as a failure of the task.
 * @returns undefined for any other error, which trying again may cure
 */
export function toMediaFailure(error: unknown): PermanentFailure | undefined {
  if (error instanceof UnsupportedMedia) {
    return new PermanentFailure('UNSUPPORTED_MEDIA', `The file is ${error.found}.`, { cause: error });
  }
  if (error instanceof UnsupportedAudioCodec) {
    return new PermanentFailure('UNSUPPORTED_AUDIO_CODEC', `The sound is stored as ${error.codec}.`, { cause: error });
  }
  return undefined;
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024).toLocaleString('en')} MB`;

/** 0.2 → "0.2 seconds", 14400 → "4 hours", 16205 → "4 hours 30 minutes 5 seconds". */
function inWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'an unknown time';
  if (seconds < 60) return count(Math.floor(seconds * 100) / 100, 'second');
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ] as const;
  return parts.flatMap(([n, unit]) => (n > 0 ? [count(n, unit)] : [])).join(' ');
}

const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
