import type { TargetLanguage } from '../../contracts/languages.ts';
import type { ChunkTranscript } from '../transcript/transcript.ts';

/** Increase it when lessons made of the same transcript become different: then a retry makes all of them anew. */
export const LESSON_VERSION = 1;
const HASH_CHARACTERS = 16;

/**
 * Identifies everything that the lesson of a chunk is made of. The same content gives the same hash, so that a
 * finished chunk is recognised by a retry.
 * @param digest of a text, hex (SHA-256)
 * @returns 16 hex digits
 */
export function chunkHash(
  chunk: ChunkTranscript,
  { targetLanguage }: { targetLanguage: TargetLanguage },
  digest: (text: string) => string,
): string {
  const { language, origin, index, start, end, firstSegment } = chunk;
  const segments = chunk.segments.map((segment) => [segment.start, segment.end, segment.text]);
  const content = [LESSON_VERSION, language, targetLanguage, origin, index, start, end, firstSegment, segments];
  return digest(JSON.stringify(content)).slice(0, HASH_CHARACTERS);
}
