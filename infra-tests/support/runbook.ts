import { existsSync, readFileSync } from 'node:fs';

const LINK = /(docs\/\S+\.md)#([a-z0-9-]+)/;

/** Whether the text links an entry of a document that is there. */
export function linksAnEntry(text: string): boolean {
  const [, file = '', anchor] = LINK.exec(text) ?? [];
  if (!existsSync(file)) return false;
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].some(
    ([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-') === anchor,
  );
}
