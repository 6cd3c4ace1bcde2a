import type { AudioTrackInfo, ByteSource, MediaInfo } from '../media/media.ts';

/** The bytes are no media container that is accepted, or a damaged one. `found` says what they look like. */
export class UnsupportedMedia extends Error {
  override readonly name = 'UnsupportedMedia';
  readonly found: string;
  /** @param options `cause`: what the reader of the container stumbled over, for the log */
  constructor(found: string, options?: ErrorOptions) {
    super(found, options);
    this.found = found;
  }
}

/** The track is there, but its codec cannot be copied into a container that Transcribe takes. */
export class UnsupportedAudioCodec extends Error {
  override readonly name = 'UnsupportedAudioCodec';
  readonly codec: string;
  constructor(codec: string) {
    super(codec);
    this.codec = codec;
  }
}

export interface MediaInspector {
  /** Reads headers and indexes only. @throws UnsupportedMedia */
  inspect(source: ByteSource): Promise<MediaInfo>;
}

export type AudioCut = {
  bytes: Uint8Array;
  /** Container of the cut: a file extension and a content type that Transcribe accepts. */
  extension: 'm4a' | 'mp3' | 'ogg' | 'webm' | 'wav' | 'flac';
  contentType: string;
  /** Real beginning and end in the video, seconds: whole packets, so at or around what was asked for. */
  start: number;
  end: number;
};

export interface AudioCutter {
  /**
   * Copies the encoded packets of a track between two times (seconds) into a small audio file. Nothing is decoded.
   * @throws UnsupportedMedia, UnsupportedAudioCodec
   */
  cut(source: ByteSource, track: AudioTrackInfo['id'], start: number, end: number): Promise<AudioCut>;
}
