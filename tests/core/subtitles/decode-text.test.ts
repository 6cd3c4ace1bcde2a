import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadSubtitles, decodeText, parseSubtitles, renderSrt } from '../../../functions/core/subtitles/index.ts';

const text = '1\r\n00:00:01,000 --> 00:00:02,000\r\nGrüße aus Köln – „schön“, 5 €!\r\n';

const utf8 = (value: string) => new TextEncoder().encode(value);
function utf16(value: string, endian: 'le' | 'be'): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(value.length * 2));
  for (let n = 0; n < value.length; n += 1) bytes.setUint16(n * 2, value.charCodeAt(n), endian === 'le');
  return new Uint8Array(bytes.buffer);
}
/** Windows-1252 of the characters that this test uses. */
const windows1252 = (value: string) => {
  const special: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
  return Uint8Array.from(value, (character) => special[character] ?? character.charCodeAt(0));
};

describe('decodeText reads', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16(text, 'le')],
    ['UTF-16 little-endian with byte order mark', utf16(`\ufeff${text}`, 'le')],
    ['UTF-16 big-endian', utf16(text, 'be')],
    ['UTF-16 big-endian with byte order mark', utf16(`\ufeff${text}`, 'be')],
    ['Windows-1252', windows1252(text)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('Latin-1', () => {
    expect(decodeText(Uint8Array.from('Füße, señor, garçon', (c) => c.charCodeAt(0)))).toBe('Füße, señor, garçon');
  });

  it('10 MB of Windows-1252 without any ASCII', () => {
    const size = 10 * 1024 * 1024;
    const decoded = decodeText(new Uint8Array(size).fill(0xe4));
    expect(decoded.length).toBe(size);
    expect(decoded === 'ä'.repeat(size)).toBe(true);
  });

  it('a UTF-8 file with one damaged character among many as UTF-8', () => {
    const damaged = new Uint8Array([...utf8('ä'.repeat(20)), 0xff, ...utf8('ö')]);
    expect(decodeText(damaged)).toBe(`${'ä'.repeat(20)}\ufffdö`);
  });

  it('UTF-16 of other scripts without byte order mark', () => {
    const greek = '1\n00:00:01,000 --> 00:00:02,000\nΚαλημέρα κόσμε, τι κάνεις σήμερα;\n';
    expect(decodeText(utf16(greek, 'le'))).toBe(greek);
  });

  it('every UTF-8 subtitle file as what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const line = value.replace(/[\p{Cc}\s\ufffd]/gu, 'x');
        const file = renderSrt([{ start: 1, end: 2, text: line }]);
        expect(decodeText(utf8(file))).toBe(file);
      }),
    );
  });
});

describe('decodeText refuses', () => {
  it('more than 10 MB', () => {
    expect(() => decodeText(new Uint8Array(10 * 1024 * 1024 + 1))).toThrow(BadSubtitles);
  });
});

describe('decodeText and parseSubtitles', () => {
  it('answer an error, never anything else, for bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        let error: unknown;
        try {
          parseSubtitles(decodeText(bytes));
        } catch (caught) {
          error = caught;
        }
        expect(error === undefined || error instanceof BadSubtitles).toBe(true);
      }),
    );
  });
});
