/** What the limits of subtitle files are for: no file that they let through makes a lesson that cannot be answered. */
import { describe, expect, it } from 'vitest';
import { planChunks } from '../../../functions/core/chunks/plan-chunks.ts';
import { buildLesson } from '../../../functions/core/lessons/build-lesson.ts';
import { timestamp } from '../../../functions/core/subtitles/canonical-vtt.ts';
import { parseSubtitles } from '../../../functions/core/subtitles/index.ts';
import { transcriptFromCues } from '../../../functions/core/transcript/from-cues.ts';
import { extractVocabulary } from '../../../functions/core/vocabulary/index.ts';

/** AWS Lambda answers at most 6 MB; the rest is for what the answer has around the lesson. */
const MAX_LESSON_BYTES = 4_000_000;
/** The longest chunk: the 20 minutes that may be chosen, and a rest too short for a chunk of its own. */
const LONGEST_CHUNK_SECONDS = 25 * 60 - 1;

/** A number as a word of letters from `first` on: a different word for every number. */
function wordOf(n: number, first: string): string {
  const letters = n.toString(20).padStart(3, '0').split('');
  return letters
    .map((digit) => String.fromCodePoint((first.codePointAt(0) ?? 0) + Number.parseInt(digit, 20)))
    .join('');
}

/** Cues of different words, as many of this length as the limits allow in each ten minutes. */
function densest(cueLength: number, alphabet: string, letters: number): string {
  const perCue = Math.max(1, Math.floor(cueLength / (letters + 1)));
  const perTenMinutes = Math.floor(60_000 / Math.max(cueLength, 20));
  const pauseMs = Math.ceil(600_000 / perTenMinutes);
  const count = Math.floor((LONGEST_CHUNK_SECONDS * 1000) / pauseMs);
  return Array.from({ length: count }, (_, cue) => {
    const words = Array.from({ length: perCue }, (_, n) =>
      wordOf(cue * perCue + n, alphabet).padEnd(letters, alphabet),
    );
    return `${timestamp(cue * pauseMs)} --> ${timestamp((cue + 1) * pauseMs)}\n${words.join(' ')}\n`;
  }).join('\n');
}

function lessonsOf(file: string) {
  const transcript = transcriptFromCues(parseSubtitles(file), 'de');
  return planChunks(transcript, LONGEST_CHUNK_SECONDS, 20).map((chunk) => {
    // Translations tend to be longer than what they translate, but not twice as long.
    const translations = chunk.segments.map(({ text }) => ({ text: text + text, origin: 'machine' as const }));
    const ids = { videoId: '0198c5a0-0000-7000-8000-000000000000', targetLanguage: 'ja' } as const;
    return buildLesson(chunk, translations, extractVocabulary(chunk.segments, 'de', 'ja'), ids);
  });
}

describe('A lesson out of the densest subtitles that are allowed can be answered:', () => {
  it.each([
    ['short lines of short words', 20, 'a', 4],
    ['ordinary lines', 80, 'a', 6],
    ['lines as long as a whole example', 300, 'a', 4],
    ['the longest lines', 1999, 'a', 4],
    ['the longest words', 1999, 'a', 90],
    ['short lines in letters of three bytes', 20, 'ა', 4],
    ['lines as long as a whole example in letters of three bytes', 300, 'ა', 4],
    ['the longest lines in letters of three bytes', 1999, 'ა', 4],
  ])('%s', (_, cueLength, alphabet, letters) => {
    const lessons = lessonsOf(densest(cueLength, alphabet, letters));
    const sizes = lessons.map((lesson) => Buffer.byteLength(JSON.stringify(lesson)));
    expect(lessons).toHaveLength(1);
    expect(lessons[0]?.word_count).toBeGreaterThan(1000);
    expect(Math.max(...sizes)).toBeLessThan(MAX_LESSON_BYTES);
  });
});
