/** Transcripts that were recorded beside a media file, in the place of speech recognition. */
import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeFileAtomic } from '../files.ts';
import type { TimedWord } from './output.ts';

const recordedTranscriptSchema = z.object({
  language: z.string(),
  /** Times in seconds in the whole media. */
  words: z.array(z.object({ text: z.string().min(1), start: z.number().min(0), end: z.number().min(0) })),
});

/** What the key of a cut's audio says, see `functions/core/object-keys.ts`. */
export type CutKey = { videoId: string; offsetMs: number; endMs: number };

export function parseCutKey(key: string): CutKey | undefined {
  const found = /^work\/[^/]+\/([^/]+)\/[^/]+\/audio\/\d+-(\d+)-(\d+)\.\w+$/.exec(key);
  if (!found) return undefined;
  return { videoId: found[1] ?? '', offsetMs: Number(found[2]), endMs: Number(found[3]) };
}

export type RecordedTranscripts = {
  /** @throws ZodError when it is no recorded transcript */
  record(videoId: string, transcript: unknown): void;
  /** The words of a cut, in its own time; undefined when nothing was recorded for the video. */
  wordsOf(cut: CutKey): TimedWord[] | undefined;
};

export function openRecordedTranscripts(folder: string): RecordedTranscripts {
  const fileOf = (videoId: string) => join(folder, `${encodeURIComponent(videoId)}.json`);
  return {
    record(videoId, transcript) {
      writeFileAtomic(fileOf(videoId), JSON.stringify(recordedTranscriptSchema.parse(transcript)));
    },
    wordsOf({ videoId, offsetMs, endMs }) {
      const saved = readIfPresent(fileOf(videoId));
      if (saved === undefined) return undefined;
      return wordsInside(recordedTranscriptSchema.parse(JSON.parse(saved)).words, offsetMs, endMs);
    },
  };
}

/** The words that are wholly inside a cut, with times from its beginning. */
export function wordsInside(words: readonly TimedWord[], offsetMs: number, endMs: number): TimedWord[] {
  const ms = (seconds: number) => Math.round(seconds * 1000);
  return words
    .filter(({ start, end }) => ms(start) >= offsetMs && ms(end) <= endMs)
    .map((word) => ({
      ...word,
      start: (ms(word.start) - offsetMs) / 1000,
      end: (ms(word.end) - offsetMs) / 1000,
    }));
}
