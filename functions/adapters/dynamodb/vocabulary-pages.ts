import type { VocabularyRow } from '../../core/chunks/saved-chunk.ts';

/** Largest page of vocabulary, bytes. An item may have 400 KB; smaller ones are read and written in even steps. */
export const MAX_PAGE_BYTES = 100 * 1024;
/** A transaction may have 4 MB and 100 items: 38 pages with the three records beside them stay below both. */
export const MAX_PAGES = 38;

/** What DynamoDB counts for a list of four values beside the values themselves, and the longest number. */
const ROW_OVERHEAD_BYTES = 3 + 4 + 21;

/** Packs rows into as few pages as their order allows; no rows make no page. */
export function packPages(rows: readonly VocabularyRow[]): VocabularyRow[][] {
  const pages: VocabularyRow[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const size = Buffer.byteLength(row.lemma) + row.pos.length + row.level.length + ROW_OVERHEAD_BYTES;
    if (bytes + size > MAX_PAGE_BYTES) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(row);
    bytes += size;
  }
  return pages;
}
