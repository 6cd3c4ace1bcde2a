/** What a container holds, as far as processing needs to know. */
export type MediaInfo = {
  /** Name for people, for instance `MP4`, `Matroska`, `WAVE`. */
  container: string;
  /** Seconds. */
  duration: number;
  hasVideo: boolean;
  audioTracks: AudioTrackInfo[];
};

export type AudioTrackInfo = {
  /** Number of the track in the container, as the inspector counts. */
  id: number;
  /** Codec as the field names it (`aac`, `opus`, `ac3`, `pcm-s16` …), undefined when not even the name is known. */
  codec: string | undefined;
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** ISO 639 code of the track's language, when the container says so. */
  language: string | undefined;
  /** Average bytes of one second, for planning. */
  bytesPerSecond: number;
};

/** Random access to the bytes of a file that may be large: never read whole. */
export type ByteSource = {
  /** Bytes. */
  size: number;
  /**
   * Bytes from `start` up to, not including, `end`. They belong to the caller, who gives their memory back: never hand
   * out the same buffer twice.
   */
  read(start: number, end: number): Promise<Uint8Array>;
};
