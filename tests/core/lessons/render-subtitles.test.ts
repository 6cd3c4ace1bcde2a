import { describe, expect, it } from 'vitest';
import { renderSubtitles } from '../../../functions/core/lessons/render-subtitles.ts';

const lesson = (origin: 'machine' | 'glossary', ...texts: [string, string][]) => ({
  translation_origin: origin,
  segments: texts.map(([text, translation], n) => ({ index: n, start: n, end: n + 1, text, translation })),
});
const lessons = [lesson('machine', ['Hallo.', 'Hello.'])];

describe('renderSubtitles', () => {
  it.each([
    ['original', 'Hallo.'],
    ['translation', 'Hello.'],
    ['both', 'Hallo.\nHello.'],
  ] as const)('renders the track %s', (track, text) => {
    expect(renderSubtitles(lessons, track, 'vtt')).toBe(`WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n${text}\n`);
    expect(renderSubtitles(lessons, track, 'srt')).toBe(`1\n00:00:00,000 --> 00:00:01,000\n${text}\n`);
  });

  it('puts lessons one after the other', () => {
    const second = { ...lesson('machine', ['Tschüss.', 'Bye.']) };
    const file = renderSubtitles([...lessons, second], 'original', 'srt');
    expect(file.match(/^\d+$/gm)).toEqual(['1', '2']);
  });

  it('says in WebVTT, and only there, when the translation is word by word', () => {
    const glossary = [...lessons, lesson('glossary', ['Tschüss.', 'Bye.'])];
    expect(renderSubtitles(glossary, 'both', 'vtt')).toContain('NOTE The translation is word by word');
    expect(renderSubtitles(glossary, 'translation', 'vtt')).toContain('NOTE');
    expect(renderSubtitles(glossary, 'original', 'vtt')).not.toContain('NOTE');
    expect(renderSubtitles(glossary, 'both', 'srt')).not.toContain('NOTE');
    expect(renderSubtitles(lessons, 'both', 'vtt')).not.toContain('NOTE');
  });

  it('leaves out segments without text in that track', () => {
    const file = renderSubtitles([lesson('machine', ['Hallo.', ''])], 'translation', 'vtt');
    expect(file).toBe('WEBVTT\n');
  });
});
