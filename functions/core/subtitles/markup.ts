/**
 * Removes markup from a line of subtitle text: tags of SRT and WebVTT (`<i>`, `<font …>`, `<v Anna>`,
 * `<00:01.000>`), overrides and escapes of ASS (`{\an8}`, `\N`). Every pattern is bounded, so that no input takes
 * more than linear time.
 *
 * Control characters and halves of surrogate pairs, which are no text, go as well: in JSON each would take six bytes.
 * Entities stay, for the parser to resolve; a character that only looks like markup is escaped for it.
 */
export function cleanText(line: string): string {
  return line
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/\\[Nh]/g, ' ')
    .replace(/<br ?\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .replace(/<\d[\d:.]{0,20}>/g, '')
    .replace(/&#(?:(\d{1,7})|x([\da-f]{1,6}));/gi, (_, decimal?: string, hex?: string) =>
      character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)),
    )
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .trim();
}

/** Control characters and what is no character at all disappear. */
function character(code: number): string {
  if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ' ';
  return String.fromCodePoint(code).replace('&', '&amp;');
}

/** Named entities that subtitles use; numeric ones are resolved above. */
export const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&hellip;': '…',
  '&ndash;': '–',
  '&mdash;': '—',
};
