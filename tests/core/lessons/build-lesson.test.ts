import { describe, expect, it } from 'vitest';
import { lessonSchema } from '../../../functions/contracts/lesson.ts';
import { buildLesson } from '../../../functions/core/lessons/build-lesson.ts';
import type { Translation } from '../../../functions/core/ports/translation.ts';
import type { ChunkTranscript } from '../../../functions/core/transcript/transcript.ts';

const chunk: ChunkTranscript = {
  language: 'de',
  origin: 'subtitles',
  index: 1,
  start: 60,
  end: 120,
  firstSegment: 7,
  segments: [
    { start: 61, end: 62, text: 'Hallo.' },
    { start: 63, end: 64, text: 'Tschüss.' },
  ],
};
const ids = { videoId: '0198c5a0-0000-7000-8000-000000000000', targetLanguage: 'en' } as const;
const translated: Translation[] = [
  { text: 'Hello.', origin: 'machine' },
  { text: 'Bye.', origin: 'machine' },
];
const build = (translations = translated) => buildLesson(chunk, translations, { words: [], wordCount: 2 }, ids);

describe('buildLesson', () => {
  it('joins transcript and translations, and numbers segments over the whole video', () => {
    const lesson = build();
    expect(lessonSchema.parse(lesson)).toEqual(lesson);
    expect(lesson).toMatchObject({ index: 1, start: 60, end: 120, word_count: 2, translation_origin: 'machine' });
    expect(lesson.segments).toEqual([
      { index: 7, start: 61, end: 62, text: 'Hallo.', translation: 'Hello.' },
      { index: 8, start: 63, end: 64, text: 'Tschüss.', translation: 'Bye.' },
    ]);
  });

  it('says glossary as soon as one sentence was translated word by word', () => {
    expect(build([{ text: 'Hello.', origin: 'glossary' }, ...translated.slice(1)]).translation_origin).toBe('glossary');
  });

  it('refuses translations that do not match the segments', () => {
    expect(() => build(translated.slice(1))).toThrow('2 segments and 1 translations');
  });
});
