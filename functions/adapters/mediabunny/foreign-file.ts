/**
 * Names files that are no accepted container, for people who wonder why theirs was refused. A short table of our own:
 * the libraries for this bring some 80 KB into a function, and CommonJS parts that cannot be bundled as ESM.
 */

/** Bytes of the file that are enough to tell. */
export const SIGNATURE_BYTES = 64 * 1024;

type Signature = { name: string; at?: number; bytes: string };

/** Signatures as text, a character a byte; the first that fits is taken. */
const SIGNATURES: readonly Signature[] = [
  { name: 'a JPEG image', bytes: '\xff\xd8\xff' },
  { name: 'a PNG image', bytes: '\x89PNG' },
  { name: 'a GIF image', bytes: 'GIF8' },
  { name: 'a WebP image', at: 8, bytes: 'WEBP' },
  { name: 'an AVI video', at: 8, bytes: 'AVI ' },
  { name: 'a TIFF image', bytes: 'II*\0' },
  { name: 'a TIFF image', bytes: 'MM\0*' },
  { name: 'a BMP image', bytes: 'BM' },
  { name: 'a HEIC image', at: 4, bytes: 'ftyphei' },
  { name: 'a HEIC image', at: 4, bytes: 'ftypmif1' },
  { name: 'an AVIF image', at: 4, bytes: 'ftypavif' },
  { name: 'a PDF document', bytes: '%PDF-' },
  { name: 'a PostScript document', bytes: '%!PS' },
  { name: 'an RTF document', bytes: '{\\rtf' },
  { name: 'an old Office document', bytes: '\xd0\xcf\x11\xe0' },
  { name: 'a ZIP archive (or an Office document)', bytes: 'PK\x03\x04' },
  { name: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { name: 'a 7-Zip archive', bytes: "7z\xbc\xaf'\x1c" },
  { name: 'a gzip archive', bytes: '\x1f\x8b' },
  { name: 'an xz archive', bytes: '\xfd7zXZ\0' },
  { name: 'a bzip2 archive', bytes: 'BZh' },
  { name: 'a tar archive', at: 257, bytes: 'ustar' },
  { name: 'a Windows Media file', bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { name: 'a Flash video', bytes: 'FLV\x01' },
  { name: 'an MPEG program stream', bytes: '\0\0\x01\xba' },
  { name: 'a RealMedia file', bytes: '.RMF' },
  { name: 'an AIFF audio file', at: 8, bytes: 'AIF' },
  { name: 'a MIDI file', bytes: 'MThd' },
  { name: 'an AMR audio file', bytes: '#!AMR' },
  { name: 'a CAF audio file', bytes: 'caff' },
  { name: 'a raw AAC stream', bytes: '\xff\xf1' },
  { name: 'a raw AAC stream', bytes: '\xff\xf9' },
  { name: 'an SQLite database', bytes: 'SQLite format 3\0' },
  { name: 'a program', bytes: 'MZ' },
  { name: 'a program', bytes: '\x7fELF' },
  { name: 'an HLS playlist', bytes: '#EXTM3U' },
];

/** Packets of an MPEG transport stream begin with this byte, every 188 bytes. Source: ISO/IEC 13818-1, 2.4.3.2 */
const TRANSPORT_SYNC = 0x47;
const TRANSPORT_PACKET_BYTES = 188;

/** @param start the first bytes of the file, `SIGNATURE_BYTES` of them or all there are */
export function nameForeignFile(start: Uint8Array): string {
  if (start.byteLength === 0) return 'an empty file';
  const text = asText(start);
  if (text !== undefined) return nameText(text);
  const known = SIGNATURES.find(({ at = 0, bytes }) =>
    [...bytes].every((character, i) => start[at + i] === character.charCodeAt(0)),
  );
  if (known) return known.name;
  if (start[0] === TRANSPORT_SYNC && start[TRANSPORT_PACKET_BYTES] === TRANSPORT_SYNC)
    return 'an MPEG transport stream';
  return start.every((byte) => byte === 0) ? 'a file of nothing but zeros' : 'a file of an unknown type';
}

function nameText(text: string): string {
  if (/^\s*(<!doctype html|<html)/i.test(text)) return 'an HTML page';
  const known = SIGNATURES.find(({ at = 0, bytes }) => bytes.length > 4 && text.startsWith(bytes, at));
  return known?.name ?? 'a text file';
}

/** The bytes as text when they can be nothing else. */
function asText(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    // In a stream the decoder does not mind a character that is cut off at the end.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
    return /[\u0000-\u0008\u000e-\u001a]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** "an MP4", "a WebM", "a QuickTime": by the sound of the first letter, which is spelled out in abbreviations. */
export const withArticle = (name: string): string =>
  `${/^([AEIOU]|[FHLMNRSX](?=[A-Z0-9]))/.test(name) ? 'an' : 'a'} ${name}`;
