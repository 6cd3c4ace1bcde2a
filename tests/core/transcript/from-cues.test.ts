import { describe, expect, it } from 'vitest';
import { transcriptFromCues } from '../../../functions/core/transcript/from-cues.ts';

const textOf = (text: string) => transcriptFromCues([{ start: 0, end: 1, text }], 'de').segments[0]?.text;

describe('transcriptFromCues', () => {
  it('makes a segment of every cue', () => {
    expect(transcriptFromCues([{ start: 1, end: 2.5, text: 'Hallo.' }], 'de')).toEqual({
      language: 'de',
      origin: 'subtitles',
      segments: [{ start: 1, end: 2.5, text: 'Hallo.' }],
    });
  });

  it('drops the dash of a single speaker and keeps those of several', () => {
    expect(textOf('- Ja.')).toBe('Ja.');
    expect(textOf('–Ja.')).toBe('Ja.');
    expect(textOf('- Kommst du? - Ja.')).toBe('- Kommst du? - Ja.');
    expect(textOf('Ein Nord-Süd-Weg')).toBe('Ein Nord-Süd-Weg');
  });
});
