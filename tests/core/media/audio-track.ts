import type { AudioTrackInfo } from '../../../functions/core/media/media.ts';

export const audioTrack = (changes: Partial<AudioTrackInfo> = {}): AudioTrackInfo => ({
  id: 1,
  codec: 'aac',
  channels: 2,
  sampleRate: 48_000,
  language: undefined,
  bytesPerSecond: 16_000,
  ...changes,
});
