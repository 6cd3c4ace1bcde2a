import type { SubtitleTrack } from '../../contracts/api.ts';
import type { Lesson, Segment } from '../../contracts/lesson.ts';
import { type Cue, renderSrt, renderVtt } from '../subtitles/index.ts';

const GLOSSARY_NOTE = 'The translation is word by word from a glossary, not by a translation service.';

/**
 * Subtitles of lessons in order of time, as a file. `both` has the translation below the original. WebVTT says in a
 * comment when a translation in it is word by word; SRT has no comments.
 */
export function renderSubtitles(
  lessons: readonly Pick<Lesson, 'segments' | 'translation_origin'>[],
  track: SubtitleTrack,
  format: 'vtt' | 'srt',
): string {
  const cues = lessons
    .flatMap(({ segments }) => segments)
    .map((segment): Cue => ({ start: segment.start, end: segment.end, text: textOf(segment, track) }))
    .filter(({ text }) => text !== '');
  if (format === 'srt') return renderSrt(cues);
  const isGlossary = lessons.some(({ translation_origin }) => translation_origin === 'glossary');
  return renderVtt(cues, track !== 'original' && isGlossary ? { note: GLOSSARY_NOTE } : {});
}

function textOf({ text, translation }: Segment, track: SubtitleTrack): string {
  if (track === 'original') return text.trim();
  if (track === 'translation') return translation.trim();
  return [text, translation]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
