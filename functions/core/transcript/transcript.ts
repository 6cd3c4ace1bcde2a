import * as z from 'zod';
import { SOURCE_LANGUAGES } from '../../contracts/languages.ts';
import { TRANSCRIPT_ORIGINS } from '../../contracts/lesson.ts';

/** A spoken word with its time in the video, seconds. `text` carries its punctuation ("Hamburg,"). */
export type Word = { text: string; start: number; end: number; confidence?: number };

const transcriptSegmentSchema = z.object({ start: z.number(), end: z.number(), text: z.string() });

/** What is said in a stretch of the video: segments in order of time. Travels between the steps as JSON in S3. */
export const transcriptSchema = z.object({
  language: z.enum(SOURCE_LANGUAGES),
  origin: z.enum(TRANSCRIPT_ORIGINS),
  segments: z.array(transcriptSegmentSchema),
});

/** A sentence, or a line of the subtitles. Seconds. */
export type TranscriptSegment = z.infer<typeof transcriptSegmentSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;

/** The transcript of one chunk, with its place in the video. `firstSegment` counts over the whole video. */
export const chunkTranscriptSchema = transcriptSchema.extend({
  index: z.int(),
  start: z.number(),
  end: z.number(),
  firstSegment: z.int(),
});
export type ChunkTranscript = z.infer<typeof chunkTranscriptSchema>;

/** Language code that Amazon Transcribe wants for each source language. */
export const TRANSCRIBE_LANGUAGE_CODES: Record<(typeof SOURCE_LANGUAGES)[number], string> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
};
