/** What the command line prints of a finished job. */
import type { Lesson, VocabularyItem } from '../../functions/contracts/lesson.ts';
import type { JobResult } from '../client/run-job.ts';

/** How many words of each chunk's vocabulary are printed; JSON has all. */
const WORDS_SHOWN = 12;

/** The contract of `--json`. */
export const jsonReport = (result: JobResult, timings: Record<string, unknown>) => ({
  state: result.task.state,
  task: result.task,
  video: result.video,
  chunks: result.chunks,
  segments: result.lessons.flatMap((lesson) =>
    lesson.segments.map((segment) => ({
      ...segment,
      chunk: lesson.index,
      translation_origin: lesson.translation_origin,
    })),
  ),
  vocabulary: mergeVocabulary(result.lessons),
  timings,
});

/** Vocabulary of all chunks, each word once with its occurrences added up, most frequent first. */
export function mergeVocabulary(lessons: Lesson[]): VocabularyItem[] {
  const words = new Map<string, VocabularyItem>();
  for (const item of lessons.flatMap((lesson) => lesson.vocabulary)) {
    const key = `${item.lemma} ${item.pos}`;
    const known = words.get(key);
    words.set(
      key,
      known
        ? { ...known, count: known.count + item.count, forms: [...new Set([...known.forms, ...item.forms])] }
        : item,
    );
  }
  return [...words.values()].sort((a, b) => b.count - a.count);
}

export function textReport(result: JobResult): string {
  const lines = [
    '',
    `${result.video.title}: ${clock(result.video.duration ?? 0)}, ${count(result.chunks.length, 'chunk')}`,
    ...result.lessons.flatMap(lessonLines),
  ];
  if (result.lessons.some((lesson) => lesson.translation_origin === 'glossary')) {
    lines.push(
      '',
      'The translation is word by word, from the built-in glossary: no translation model is installed.',
      `"npm run engines:install -- --from ${result.video.source_language} --to ${result.video.target_language}" installs one.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Why a job failed, and what to do. */
export function failureReport(result: JobResult): string {
  const failure = result.task.error;
  if (!failure) return 'Failed without a reason.\n';
  return `${failure.title}\n  ${failure.detail}\n  ${failure.advice}\n  (${failure.code})\n`;
}

function lessonLines(lesson: Lesson): string[] {
  const words = lesson.vocabulary.slice(0, WORDS_SHOWN).map(word);
  const more = lesson.vocabulary.length - words.length;
  return [
    '',
    `Chunk ${lesson.index + 1}  ${clock(lesson.start)} – ${clock(lesson.end)}`,
    ...lesson.segments.flatMap((segment) => [
      `  ${clock(segment.start)}  ${segment.text.replaceAll('\n', ' ')}`,
      `         ${segment.translation.replaceAll('\n', ' ')}`,
    ]),
    ...(words.length > 0
      ? [`  Words: ${words.join(', ')}${more > 0 ? ` and ${more} more (--json has all)` : ''}`]
      : ['  No words.']),
  ];
}

const word = ({ article, lemma, translation, level, count }: VocabularyItem) =>
  `${article ? `${article} ` : ''}${lemma}${translation ? ` (${translation})` : ''} ${level} ×${count}`;

/** Seconds as m:ss. */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
