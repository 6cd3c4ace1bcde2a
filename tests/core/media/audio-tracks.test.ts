import { describe, expect, it } from 'vitest';
import { chooseAudioTrack, describeSound, isCuttable } from '../../../functions/core/media/audio-tracks.ts';
import type { AudioTrackInfo } from '../../../functions/core/media/media.ts';
import { audioTrack } from './audio-track.ts';

const choose = (language: string, ...audioTracks: AudioTrackInfo[]) =>
  chooseAudioTrack({ container: 'MP4', duration: 60, hasVideo: true, audioTracks }, language)?.id;

describe('choosing the sound track', () => {
  const unknown = audioTrack({ id: 1 });
  const english = audioTrack({ id: 2, language: 'eng' });
  const german = audioTrack({ id: 3, language: 'deu' });

  it('takes the one in the language of the video', () => {
    expect(choose('de', unknown, english, german)).toBe(3);
  });

  it.each([
    ['de', 'deu'],
    ['de', 'ger'],
    ['de', 'de-AT'],
    ['fr', 'fre'],
    ['fr', 'fra'],
    ['es', 'spa'],
    ['en', 'en-GB'],
  ])('knows %s in %s', (language, tag) => {
    expect(choose(language, audioTrack({ id: 8, language: 'ita' }), audioTrack({ id: 9, language: tag }))).toBe(9);
  });

  it('prefers an unknown language to a wrong one, and a wrong one to none', () => {
    expect(choose('fr', english, unknown)).toBe(1);
    expect(choose('fr', english, german)).toBe(2);
  });

  it('takes no notice of a tag that is no language', () => {
    expect(choose('de', audioTrack({ id: 4, language: '!?' }), german)).toBe(3);
  });

  it('passes over sound that cannot be cut, even in the right language', () => {
    const surround = audioTrack({ id: 4, language: 'deu', channels: 6 });
    expect(choose('de', surround, english)).toBe(2);
    expect(choose('de', surround)).toBeUndefined();
    expect(choose('de')).toBeUndefined();
  });
});

describe('sound that can be cut', () => {
  it.each(['aac', 'mp3', 'opus', 'vorbis', 'flac', 'pcm-s16', 'pcm-s24be', 'pcm-f32', 'ulaw', 'alaw'])(
    'is %s',
    (codec) => {
      expect(isCuttable(audioTrack({ codec, channels: 1 }))).toBe(true);
      expect(isCuttable(audioTrack({ codec, channels: 2 }))).toBe(true);
      expect(isCuttable(audioTrack({ codec, channels: 6 }))).toBe(false);
    },
  );

  it.each(['ac3', 'eac3', 'dts', 'alac', undefined])('is not %s', (codec) => {
    expect(isCuttable(audioTrack({ codec }))).toBe(false);
  });

  it.each([
    ['ac3', 6, 'AC-3 (Dolby Digital)'],
    ['eac3', 2, 'E-AC-3 (Dolby Digital Plus)'],
    ['A_TRUEHD', 2, 'Dolby TrueHD'],
    ['aac', 6, 'AAC with 6 channels'],
    ['pcm-s24', 8, 'PCM with 8 channels'],
    ['qdm2', 2, 'qdm2'],
    [undefined, 2, 'an unknown format'],
  ])('is called by its name: %s with %i channels', (codec, channels, name) => {
    expect(describeSound({ codec, channels })).toBe(name);
  });
});
