import * as z from 'zod';
import { PermanentFailure } from '../failure.ts';
import type { Word } from './transcript.ts';

/** Times and confidences are strings in the service's output. */
const decimal = z.coerce.number<string>().min(0);

/**
 * What is used of the output of Amazon Transcribe; everything else in it may change.
 * Source: Amazon Transcribe Developer Guide, "Data input and output" (2026-11).
 */
const transcribeOutputSchema = z.object({
  results: z.object({
    items: z.array(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('pronunciation'),
          start_time: decimal,
          end_time: decimal,
          alternatives: z.array(z.object({ content: z.string(), confidence: decimal.optional() })).min(1),
        }),
        z.object({ type: z.literal('punctuation'), alternatives: z.array(z.object({ content: z.string() })).min(1) }),
      ]),
    ),
  }),
});

/** Punctuation that belongs to the word after it. */
const OPENING = new Set(['¿', '¡', '(', '[', '«', '„', '“']);

/**
 * Words of the output of one transcription job, with times relative to its audio, in seconds. Punctuation is
 * attached to its word.
 * @throws PermanentFailure TRANSCRIPTION_FAILED when it is not the output of Amazon Transcribe
 */
export function parseTranscribeOutput(output: unknown): Word[] {
  const parsed = transcribeOutputSchema.safeParse(output);
  if (!parsed.success) {
    throw new PermanentFailure(
      'TRANSCRIPTION_FAILED',
      `The transcript is malformed: ${z.prettifyError(parsed.error)}`,
      {
        cause: parsed.error,
      },
    );
  }
  const words: Word[] = [];
  let opening = '';
  for (const item of parsed.data.results.items) {
    const [best] = item.alternatives;
    const content = best?.content.trim() ?? '';
    if (content === '') continue;
    if (item.type === 'pronunciation') {
      const [{ confidence } = {}] = item.alternatives;
      const end = Math.max(item.start_time, item.end_time);
      words.push({
        text: opening + content,
        start: item.start_time,
        end,
        ...(confidence !== undefined && { confidence }),
      });
      opening = '';
    } else if (OPENING.has(content)) {
      opening += content;
    } else {
      const last = words.at(-1);
      if (last) last.text += content;
    }
  }
  return words;
}
