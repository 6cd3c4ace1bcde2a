import { UPLOADED_SUBTITLES_MAX_BYTES } from '../../contracts/limits.ts';
import { BadSubtitles } from './bad-subtitles.ts';

/** How much is looked at to recognise UTF-16 without a byte order mark, bytes. */
const SAMPLE_BYTES = 4096;
/** Share of zero bytes that makes text UTF-16: digits, arrows and line ends of subtitles are ASCII in every language. */
const UTF16_ZERO_SHARE = 0.2;
/** A UTF-8 file may have this share of damaged characters among its non-ASCII ones and still be read as UTF-8. */
const DAMAGED_SHARE = 0.1;

/**
 * Text of a subtitle file whatever its encoding: UTF-8 and UTF-16 with or without byte order mark, else Windows-1252
 * (which includes Latin-1 as far as text has it).
 * @throws BadSubtitles when the file is larger than allowed
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > UPLOADED_SUBTITLES_MAX_BYTES) {
    throw new BadSubtitles(1, `the file has ${bytes.length} bytes`, `at most ${UPLOADED_SUBTITLES_MAX_BYTES} bytes`);
  }
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode('utf-8', bytes);
  return decode(utf16Without(bytes) ?? 'utf-8', bytes);
}

function decode(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'utf-8' && !isUtf8(text) ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Every byte of Windows-1252 above ASCII becomes U+FFFD in UTF-8; a damaged UTF-8 file has only a few of them. */
function isUtf8(decoded: string): boolean {
  let nonAscii = 0;
  let damaged = 0;
  // Counted in place: a list of the characters of a 10 MB file would take some 900 MB.
  for (let at = 0; at < decoded.length; at += 1) {
    const code = decoded.charCodeAt(at);
    if (code > 0x7f) nonAscii += 1;
    if (code === 0xfffd) damaged += 1;
  }
  return damaged <= nonAscii * DAMAGED_SHARE;
}

/** ASCII in UTF-16 has a zero in every second byte: the second of a pair little-endian, the first big-endian. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, position) => {
    if (byte === 0) zeros[position % 2] = (zeros[position % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = (sample.length / 2) * UTF16_ZERO_SHARE;
  if (odd > enough && odd > even) return 'utf-16le';
  if (even > enough && even > odd) return 'utf-16be';
  return undefined;
}
