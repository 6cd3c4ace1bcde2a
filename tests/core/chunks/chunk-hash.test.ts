import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chunkHash } from '../../../functions/core/chunks/chunk-hash.ts';
import type { ChunkTranscript } from '../../../functions/core/transcript/transcript.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const chunk: ChunkTranscript = {
  language: 'de',
  origin: 'speech',
  index: 1,
  start: 60,
  end: 120,
  firstSegment: 7,
  segments: [{ start: 61, end: 62, text: 'Hallo.' }],
};
const hashOf = (changes: Partial<ChunkTranscript> = {}, targetLanguage: 'en' | 'es' = 'en') =>
  chunkHash({ ...chunk, ...changes }, { targetLanguage }, digest);

describe('chunkHash', () => {
  it('is 16 hex digits', () => {
    expect(hashOf()).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is the same for the same content, in whatever order its fields are', () => {
    const { segments, index, ...rest } = chunk;
    expect(chunkHash({ segments, ...rest, index }, { targetLanguage: 'en' }, digest)).toBe(hashOf());
  });

  it.each<[string, string]>([
    ['text', hashOf({ segments: [{ start: 61, end: 62, text: 'Hallo!' }] })],
    ['time of a segment', hashOf({ segments: [{ start: 61, end: 62.5, text: 'Hallo.' }] })],
    ['time', hashOf({ end: 121 })],
    ['place among the chunks', hashOf({ index: 2 })],
    ['number of its first segment', hashOf({ firstSegment: 8 })],
    ['language', hashOf({ language: 'en' })],
    ['origin', hashOf({ origin: 'subtitles' })],
    ['target language', hashOf({}, 'es')],
  ])('is another for another %s', (_, other) => {
    expect(other).not.toBe(hashOf());
  });
});
