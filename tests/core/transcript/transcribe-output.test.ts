import { describe, expect, it } from 'vitest';
import { parseTranscribeOutput } from '../../../functions/core/transcript/transcribe-output.ts';

const spoken = (content: string, start: string, end: string) => ({
  id: 0,
  type: 'pronunciation',
  alternatives: [{ confidence: '0.99', content }],
  start_time: start,
  end_time: end,
});
const punctuation = (content: string) => ({
  id: 1,
  type: 'punctuation',
  alternatives: [{ confidence: '0.0', content }],
});
const output = (...items: unknown[]) => ({
  jobName: 'part-0',
  accountId: '000000000000',
  status: 'COMPLETED',
  results: { transcripts: [{ transcript: 'Hallo, Welt.' }], items, audio_segments: [{ id: 0, items: [0, 1] }] },
});

describe('parseTranscribeOutput', () => {
  it('reads words with their times and confidence and attaches punctuation to the word before', () => {
    const items = [spoken('Hallo', '0.04', '0.6'), punctuation(','), spoken('Welt', '0.6', '1.1'), punctuation('.')];
    expect(parseTranscribeOutput(output(...items))).toEqual([
      { text: 'Hallo,', start: 0.04, end: 0.6, confidence: 0.99 },
      { text: 'Welt.', start: 0.6, end: 1.1, confidence: 0.99 },
    ]);
  });

  it('attaches opening punctuation to the word after', () => {
    const items = [punctuation('¿'), spoken('Qué', '0.0', '0.3'), punctuation('?')];
    expect(parseTranscribeOutput(output(...items))).toEqual([{ text: '¿Qué?', start: 0, end: 0.3, confidence: 0.99 }]);
  });

  it('leaves out punctuation before the first word and words without content', () => {
    const items = [punctuation('.'), spoken(' ', '0', '1'), spoken('Hallo', '1', '2')];
    expect(parseTranscribeOutput(output(...items)).map(({ text }) => text)).toEqual(['Hallo']);
  });

  it('reads silence as no words', () => {
    expect(parseTranscribeOutput(output())).toEqual([]);
  });

  it.each([
    ['something else', { results: [] }],
    ['nothing', undefined],
    ['a time that is none', output(spoken('Hallo', 'soon', '1'))],
  ])('fails for good on %s', (_, value) => {
    expect(() => parseTranscribeOutput(value)).toThrow(expect.objectContaining({ name: 'TRANSCRIPTION_FAILED' }));
  });
});
