/**
 * Many texts in one call of a translation service that takes a limited number of bytes: texts are joined as lines,
 * and the lines of the answer are told apart again.
 */

/** A text, or a piece of one that is too long for a batch. */
export type TextPiece = {
  /** Position of the text it belongs to. */
  index: number;
  /** A single line, never empty. */
  text: string;
};

/**
 * Pieces of all texts in order, in as few batches as fit. A text is one line: line ends and runs of blanks become a
 * space. A text without any content has no piece.
 * @param maxBytes of a joined batch in UTF-8, at least 4 (the longest character)
 */
export function batchByBytes(texts: readonly string[], maxBytes: number): TextPiece[][] {
  const batches: TextPiece[][] = [];
  let batch: TextPiece[] = [];
  let bytes = 0;
  const pieces = texts.flatMap((text, index) =>
    splitText(flatten(text), maxBytes).map((piece) => ({ index, text: piece })),
  );
  for (const piece of pieces) {
    const added = byteLength(piece.text);
    const isFull = batch.length > 0 && bytes + 1 + added > maxBytes;
    if (isFull) {
      batches.push(batch);
      batch = [];
    }
    bytes = batch.length === 0 ? added : bytes + 1 + added;
    batch.push(piece);
  }
  return batch.length === 0 ? batches : [...batches, batch];
}

export const joinBatch = (batch: readonly TextPiece[]): string => batch.map(({ text }) => text).join('\n');

/** Lines of an answer by piece; undefined when the service joined or split lines, so that each must be asked alone. */
export function splitBatch(answer: string, batch: readonly TextPiece[]): string[] | undefined {
  const lines = answer.split(/\r?\n/).map((line) => line.trim());
  return lines.length === batch.length && lines.every((line) => line !== '') ? lines : undefined;
}

/**
 * The texts again, out of (translated) pieces in order.
 * @param count how many texts there were; one without pieces is empty
 */
export function joinPieces(pieces: readonly TextPiece[], count: number): string[] {
  const texts: string[][] = Array.from({ length: count }, () => []);
  for (const { index, text } of pieces) texts[index]?.push(text);
  return texts.map((parts) => parts.join(' '));
}

/** A text as one line, without blanks around it. */
export const flatten = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Pieces that each fit, split after a sentence, else at a space, else between characters. */
function splitText(text: string, maxBytes: number): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const fits = longestFit(rest, maxBytes);
    const piece = fits.length === rest.length ? rest : rest.slice(0, breakIn(fits, rest));
    pieces.push(piece.trim());
    rest = rest.slice(piece.length).trim();
  }
  return pieces;
}

function longestFit(text: string, maxBytes: number): string {
  // `encodeInto` stops before the first character that does not fit whole.
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes));
  return text.slice(0, read);
}

function breakIn(fits: string, text: string): number {
  const sentence = [...fits.matchAll(/[.!?…]["'”“»’)\]]* /g)].at(-1);
  if (sentence) return sentence.index + sentence[0].length;
  if (text[fits.length] === ' ') return fits.length;
  const space = fits.lastIndexOf(' ');
  return space > 0 ? space : fits.length;
}
