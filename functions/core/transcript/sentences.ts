import type { SourceLanguage } from '../../contracts/languages.ts';
import { ABBREVIATIONS, CLOSING_ABBREVIATIONS } from './abbreviations.ts';
import type { TranscriptSegment, Word } from './transcript.ts';

/** A pause this long ends a segment even in the middle of a sentence, seconds. */
const LONG_PAUSE = 1.2;
/** A pause this long after a dot that may belong to the word makes it the end of a sentence, seconds. */
const SENTENCE_PAUSE = 0.6;
/** Longest segment: what fits on two lines of subtitles and is heard in one go. */
const MAX_SECONDS = 12;
const MAX_CHARACTERS = 140;

const CLOSING_QUOTES = /["'”“»’)\]]+$/u;

/**
 * Sentences out of words in order of time. A segment ends with a sentence or at a long pause; what is longer than 12 s
 * or 140 characters is split at the best comma or pause. Every word is kept, in order.
 */
export function sentences(words: readonly Word[], language: SourceLanguage): TranscriptSegment[] {
  const groups: Word[][] = [];
  let group: Word[] = [];
  for (const [index, word] of words.entries()) {
    group.push(word);
    const next = words[index + 1];
    if (!next || next.start - word.end >= LONG_PAUSE || endsSentence(word, next, language)) {
      groups.push(group);
      group = [];
    }
  }
  return withoutOverlap(groups.flatMap(splitLong).map(toSegment));
}

function endsSentence(word: Word, next: Word, language: SourceLanguage): boolean {
  const text = word.text.replace(CLOSING_QUOTES, '');
  if (/[?!]$/.test(text)) return true;
  if (!/[.…]$/.test(text)) return false;
  if (/^\p{Ll}/u.test(next.text)) return false;
  if (/(?:\.\.|…)$/.test(text)) return true;
  return next.start - word.end >= SENTENCE_PAUSE || !dotBelongsToWord(text.slice(0, -1), language);
}

/** In "Dr. Meier", "z. B. Hamburg" and "am 3. Mai" the dot ends no sentence. */
function dotBelongsToWord(text: string, language: SourceLanguage): boolean {
  const bare = text.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  if (CLOSING_ABBREVIATIONS[language].has(bare)) return false;
  if (ABBREVIATIONS[language].has(bare)) return true;
  // A single letter is an initial or half of "z. B.", but not the English "I".
  if (/^\p{L}$/u.test(bare)) return text !== 'I';
  // Only German writes ordinals with a dot, and those of days and centuries are short.
  return language === 'de' && /^\d{1,2}$/.test(bare);
}

function splitLong(words: Word[]): Word[][] {
  if (words.length < 2 || !isTooLong(words)) return [words];
  const at = bestSplit(words);
  return [...splitLong(words.slice(0, at)), ...splitLong(words.slice(at))];
}

function isTooLong(words: readonly Word[]): boolean {
  const { start, end, text } = toSegment(words);
  return end - start > MAX_SECONDS || text.length > MAX_CHARACTERS;
}

/** Before which word: after punctuation, at a pause, and not too far from the middle. */
function bestSplit(words: readonly Word[]): number {
  let best = 1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let at = 1; at < words.length; at += 1) {
    const before = words[at - 1];
    const after = words[at];
    if (!before || !after) continue;
    const punctuation = /[,;:–—]["'”“»’)]*$/u.test(before.text) ? 1 : 0;
    const pause = Math.min(Math.max(after.start - before.end, 0), LONG_PAUSE);
    const distance = Math.abs(at / words.length - 0.5);
    const score = punctuation + pause - 3 * distance;
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

function toSegment(words: readonly Word[]): TranscriptSegment {
  const start = words[0]?.start ?? 0;
  const end = words.reduce((latest, word) => Math.max(latest, word.end), start);
  return { start, end, text: words.map(({ text }) => text).join(' ') };
}

/** Recognisers let words overlap a little; segments do not. */
function withoutOverlap(segments: TranscriptSegment[]): TranscriptSegment[] {
  return segments.map((segment, index) => {
    const next = segments[index + 1];
    return next && next.start < segment.end ? { ...segment, end: Math.max(segment.start, next.start) } : segment;
  });
}
