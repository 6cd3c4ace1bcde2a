import {
  FLAC,
  Input,
  type InputFormat,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  UnsupportedInputFormatError,
  WAVE,
  WEBM,
} from 'mediabunny';
import type { ByteSource } from '../../core/media/media.ts';
import { UnsupportedAudioCodec, UnsupportedMedia } from '../../core/ports/media.ts';
import { BlockReader, bulkSource, packetSource } from './block-source.ts';
import { nameForeignFile, SIGNATURE_BYTES, withArticle } from './foreign-file.ts';
import { type Extent, isMatroska, isobmffExtent, matroskaExtent, riffExtent } from './whole-file.ts';

type Family = { name: string; extent: (reader: BlockReader) => Promise<Extent> };

const wholeAnyway = async (): Promise<Extent> => ({ truncated: false });

/**
 * The accepted containers, recognised by content. mediabunny also reads HLS, MPEG-TS and ADTS, which are not accepted.
 * MP3, Ogg and FLAC state no length: what is there of them can be played.
 */
const FAMILIES = new Map<InputFormat, Family>([
  [MP4, { name: 'MP4', extent: isobmffExtent }],
  [QTFF, { name: 'QuickTime', extent: isobmffExtent }],
  [MATROSKA, { name: 'Matroska', extent: matroskaExtent }],
  [WEBM, { name: 'WebM', extent: matroskaExtent }],
  [WAVE, { name: 'WAVE', extent: riffExtent }],
  [OGG, { name: 'Ogg', extent: wholeAnyway }],
  [FLAC, { name: 'FLAC', extent: wholeAnyway }],
  [MP3, { name: 'MP3', extent: wholeAnyway }],
]);

export type Container = {
  input: Input;
  /** Name for people. */
  name: string;
  /** Duration by the container's own header, seconds, when it has one that covers all tracks. */
  headerDuration: number | undefined;
};

/**
 * Opens a file, lets `use` read it, and closes it.
 * @throws UnsupportedMedia when it is no accepted container or a damaged one, UnsupportedAudioCodec, and whatever
 * reading the source throws
 */
export async function withContainer<T>(source: ByteSource, use: (container: Container) => Promise<T>): Promise<T> {
  if (source.size === 0) throw new UnsupportedMedia('an empty file');
  const reader = new BlockReader(source);
  let input: Input | undefined;
  let name: string | undefined;
  try {
    const bytes = (await isMatroska(reader)) ? bulkSource(reader) : packetSource(reader);
    input = new Input({ formats: [...FAMILIES.keys()], source: bytes });
    const family = FAMILIES.get(await input.getFormat());
    if (!family) throw new UnsupportedInputFormatError();
    name = family.name;
    const extent = await family.extent(reader);
    if (extent.truncated) throw new UnsupportedMedia(`${withArticle(name)} file that ends too early (truncated)`);
    if ((await input.getTracks()).length === 0) throw new UnsupportedMedia(await withoutTracks(reader, name));
    return await use({ input, name, headerDuration: extent.duration });
  } catch (error) {
    if (reader.failure) throw reader.failure.cause;
    if (error instanceof UnsupportedMedia || error instanceof UnsupportedAudioCodec) throw error;
    // Whatever else the demuxer stumbles over lies in the file.
    const found = name ? `${withArticle(name)} file that is damaged or encrypted` : await describe(reader);
    throw new UnsupportedMedia(found, { cause: error });
  } finally {
    input?.dispose();
    reader.close();
  }
}

const describe = async (reader: BlockReader) =>
  nameForeignFile(await reader.read(0, Math.min(SIGNATURE_BYTES, reader.size)));

/** Some images (HEIC, AVIF) live in the same container as MP4. */
async function withoutTracks(reader: BlockReader, name: string): Promise<string> {
  const found = await describe(reader);
  return found.endsWith('image') ? found : `${withArticle(name)} file without any picture or sound`;
}
