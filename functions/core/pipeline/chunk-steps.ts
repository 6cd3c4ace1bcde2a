/** The three steps that make the lesson of one chunk. Each leaves its result for the next and may be repeated. */
import * as z from 'zod';
import { TRANSLATION_ORIGINS, vocabularyItemSchema } from '../../contracts/lesson.ts';
import type { ChunkStepInput } from '../../contracts/pipeline.ts';
import { PermanentFailure, TemporaryFailure } from '../failure.ts';
import { buildLesson } from '../lessons/build-lesson.ts';
import { objectKeys } from '../object-keys.ts';
import type { ChunkStore } from '../ports/chunk-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type TranslationMemory, TranslationUnavailable, type Translator } from '../ports/translation.ts';
import { VideoGone, type VideoStore } from '../ports/video-store.ts';
import { taskRefOf } from '../tasks/task.ts';
import { type ChunkTranscript, chunkTranscriptSchema } from '../transcript/transcript.ts';
import { translateTexts } from '../translation/translate-texts.ts';
import type { Video } from '../videos/video.ts';
import { extractVocabulary } from '../vocabulary/index.ts';

type Deps = { videos: VideoStore; objects: ObjectStore; clock: Clock };

const translationSchema = z.array(z.object({ text: z.string(), origin: z.enum(TRANSLATION_ORIGINS) }));
const vocabularySchema = z.object({ words: z.array(vocabularyItemSchema), wordCount: z.int() });

/** Does nothing when an earlier attempt has translated this very chunk. @throws PermanentFailure NO_TRANSLATION_ENGINE */
export async function translateChunk(
  deps: Deps & { translator: Translator; memory: TranslationMemory },
  input: ChunkStepInput,
): Promise<ChunkStepInput> {
  const key = objectKeys.chunkWork(input, input.chunk.hash, 'translation');
  if (await deps.objects.head(key)) return stepOutput(input);
  const { video, transcript } = await open(deps, input);
  const pair = { from: video.sourceLanguage, to: video.targetLanguage };
  const texts = transcript.segments.map((segment) => segment.text);
  const translations = await translateTexts(texts, pair, deps).catch((error: unknown) => {
    if (error instanceof TranslationUnavailable) {
      throw new PermanentFailure('NO_TRANSLATION_ENGINE', error.message, { cause: error });
    }
    throw new TemporaryFailure('TRANSLATION_FAILED', 'The translation service did not answer.', { cause: error });
  });
  await deps.objects.writeJson(key, translations);
  return stepOutput(input);
}

export async function extractChunkVocabulary(deps: Deps, input: ChunkStepInput): Promise<ChunkStepInput> {
  const { video, transcript } = await open(deps, input);
  const vocabulary = extractVocabulary(transcript.segments, video.sourceLanguage, video.targetLanguage);
  await deps.objects.writeJson(objectKeys.chunkWork(input, input.chunk.hash, 'vocabulary'), vocabulary);
  return stepOutput(input);
}

/** Writes the lesson first and then, in one transaction, all that makes it visible. */
export async function saveChunk(deps: Deps & { chunks: ChunkStore }, input: ChunkStepInput): Promise<ChunkStepInput> {
  const { video, transcript } = await open(deps, input);
  const { hash, index } = input.chunk;
  const [translations, vocabulary] = await Promise.all([
    deps.objects.readJson(objectKeys.chunkWork(input, hash, 'translation'), translationSchema),
    deps.objects.readJson(objectKeys.chunkWork(input, hash, 'vocabulary'), vocabularySchema),
  ]);
  const lesson = buildLesson(transcript, translations, vocabulary, {
    videoId: input.videoId,
    targetLanguage: video.targetLanguage,
  });
  const lessonKey = objectKeys.lesson(input, index, hash);
  await deps.objects.writeJson(lessonKey, lesson);
  const saved = deps.chunks.save(
    taskRefOf(input),
    {
      index,
      start: lesson.start,
      end: lesson.end,
      segmentCount: lesson.segments.length,
      wordCount: lesson.word_count,
      vocabularyCount: lesson.vocabulary.length,
      lessonKey,
      hash,
    },
    lesson.vocabulary.map(({ lemma, pos, level, count }) => ({ lemma, pos, level, count })),
    deps.clock.now(),
  );
  await saved.catch(async (error: unknown) => {
    // Nobody would ever find the lesson of a video that is gone.
    if (error instanceof VideoGone) await deps.objects.delete(lessonKey);
    throw error;
  });
  return stepOutput(input);
}

async function open(deps: Deps, input: ChunkStepInput): Promise<{ video: Video; transcript: ChunkTranscript }> {
  const [video, transcript] = await Promise.all([
    deps.videos.get(input),
    deps.objects.readJson(objectKeys.chunkWork(input, input.chunk.hash, 'transcript'), chunkTranscriptSchema),
  ]);
  if (!video) throw new VideoGone(`Video ${input.videoId} is gone`);
  return { video, transcript };
}

const stepOutput = ({ ownerId, videoId, taskId, chunk }: ChunkStepInput): ChunkStepInput => ({
  ownerId,
  videoId,
  taskId,
  chunk,
});
