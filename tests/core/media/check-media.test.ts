import { describe, expect, it } from 'vitest';
import { checkMedia, checkSize, toMediaFailure } from '../../../functions/core/media/check-media.ts';
import type { MediaInfo } from '../../../functions/core/media/media.ts';
import { UnsupportedAudioCodec, UnsupportedMedia } from '../../../functions/core/ports/media.ts';
import { audioTrack } from './audio-track.ts';

const MB = 1024 * 1024;
const limits = { hasSubtitles: false, size: 10 * MB, maxBytes: 500 * MB };
const media = (changes: Partial<MediaInfo> = {}): MediaInfo => ({
  container: 'MP4',
  duration: 60,
  hasVideo: true,
  audioTracks: [audioTrack()],
  ...changes,
});

describe('checking media', () => {
  it.each([
    ['a usual video', media()],
    ['the shortest', media({ duration: 0.5 })],
    ['the longest', media({ duration: 14_400 })],
    [
      'one good sound track beside one that is not',
      media({ audioTracks: [audioTrack({ codec: 'ac3' }), audioTrack()] }),
    ],
  ])('accepts %s', (_, info) => {
    expect(() => checkMedia(info, limits)).not.toThrow();
  });

  it.each([
    ['a silent video', media({ audioTracks: [] })],
    ['sound that cannot be cut', media({ audioTracks: [audioTrack({ codec: 'ac3' })] })],
  ])('accepts %s with subtitles', (_, info) => {
    expect(() => checkMedia(info, { ...limits, hasSubtitles: true })).not.toThrow();
  });

  it('refuses a silent video without subtitles', () => {
    expect(() => checkMedia(media({ audioTracks: [] }), limits)).toThrow(
      expect.objectContaining({
        name: 'NO_AUDIO',
        message: 'The MP4 file has no sound, and no subtitles were supplied.',
      }),
    );
  });

  it.each([
    [0.2, '0.2 seconds'],
    [0.499, '0.49 seconds'],
    [14_401, '4 hours 1 second'],
    [18_330, '5 hours 5 minutes 30 seconds'],
    [Number.NaN, 'an unknown time'],
  ])('refuses %s s, and says the limits', (duration, words) => {
    expect(() => checkMedia(media({ duration }), { ...limits, hasSubtitles: true })).toThrow(
      expect.objectContaining({
        name: 'DURATION_OUT_OF_RANGE',
        message: `The media is ${words} long; it must have at least 0.5 seconds and at most 4 hours.`,
      }),
    );
  });

  it('names every sound that cannot be cut', () => {
    const audioTracks = [
      audioTrack({ codec: 'ac3', channels: 6 }),
      audioTrack({ channels: 6 }),
      audioTrack({ codec: 'dts' }),
    ];
    expect(() => checkMedia(media({ audioTracks }), limits)).toThrow(
      expect.objectContaining({
        name: 'UNSUPPORTED_AUDIO_CODEC',
        message: 'The sound is stored as AC-3 (Dolby Digital), AAC with 6 channels, DTS.',
      }),
    );
  });

  it('refuses a file larger than allowed before anything else', () => {
    const tooLarge = { ...limits, size: 500 * MB + 1 };
    const failure = expect.objectContaining({
      name: 'FILE_TOO_LARGE',
      message: 'The file has 524,288,001 bytes; at most 524,288,000 bytes (500 MB) are allowed.',
    });
    expect(() => checkMedia(media({ duration: 0 }), tooLarge)).toThrow(failure);
    expect(() => checkSize(tooLarge)).toThrow(failure);
    expect(() => checkSize({ size: 500 * MB, maxBytes: 500 * MB })).not.toThrow();
  });
});

describe('errors of reading media', () => {
  it('become failures that trying again cannot cure', () => {
    expect(toMediaFailure(new UnsupportedMedia('a text file'))).toMatchObject({
      name: 'UNSUPPORTED_MEDIA',
      message: 'The file is a text file.',
    });
    expect(toMediaFailure(new UnsupportedAudioCodec('DTS'))).toMatchObject({
      name: 'UNSUPPORTED_AUDIO_CODEC',
      message: 'The sound is stored as DTS.',
    });
  });

  it('stay what they are when they come from elsewhere', () => {
    expect(toMediaFailure(new Error('the store is away'))).toBeUndefined();
  });
});
