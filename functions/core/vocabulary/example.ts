import type { Token } from './tokens.ts';

/** Longer texts are shortened around the word, characters: an example stands beside every word of a lesson. */
const MAX_EXAMPLE_CHARACTERS = 300;
const ELLIPSIS = '…';

/** The text that shows a word in use: the whole of it, or whole words on both sides of the word. */
export function exampleOf(text: string, { from, to }: Pick<Token, 'from' | 'to'>): string {
  if (text.length <= MAX_EXAMPLE_CHARACTERS) return text;
  const room = MAX_EXAMPLE_CHARACTERS - 2 * ELLIPSIS.length;
  const centred = Math.floor((from + to - room) / 2);
  const start = Math.min(Math.max(centred, 0), text.length - room);
  const left = start === 0 ? 0 : Math.min(wordAfter(text, start), from);
  const right = start + room === text.length ? text.length : Math.max(wordBefore(text, start + room), to);
  return `${left > 0 ? ELLIPSIS : ''}${text.slice(left, right).trim()}${right < text.length ? ELLIPSIS : ''}`;
}

/** Where the next word begins, at the end of the text if nowhere. */
function wordAfter(text: string, at: number): number {
  const space = text.indexOf(' ', at - 1);
  return space === -1 ? text.length : space + 1;
}

/** Where the last word before a position ends, at the beginning of the text if nowhere. */
const wordBefore = (text: string, at: number) => Math.max(text.lastIndexOf(' ', at), 0);
