/** Items of the tables as they are stored, and their way to the domain's types and back. */
import * as z from 'zod';
import { ROLES } from '../../contracts/account.ts';
import { failureSchema } from '../../contracts/failures.ts';
import { type SourceLanguage, sourceLanguageSchema, targetLanguageSchema } from '../../contracts/languages.ts';
import { CEFR_LEVELS, PARTS_OF_SPEECH, TRANSCRIPT_ORIGINS, TRANSLATION_ORIGINS } from '../../contracts/lesson.ts';
import { ACTIVE_BATCH, ACTIVE_TASK, ACTIVE_TASKS_INDEX, LEVELS_INDEX, TTL_ATTRIBUTE } from '../../contracts/tables.ts';
import { TASK_STATES, TASK_STEPS } from '../../contracts/task.ts';
import { VIDEO_STATES } from '../../contracts/video.ts';
import { type Batch, batchRefOf } from '../../core/batches/batch.ts';
import type { SavedChunk, VocabularyRow } from '../../core/chunks/saved-chunk.ts';
import type { Account, Session } from '../../core/ports/accounts.ts';
import type { Translation } from '../../core/ports/translation.ts';
import type { Series } from '../../core/ports/video-store.ts';
import type { Task } from '../../core/tasks/task.ts';
import type { Video } from '../../core/videos/video.ts';
import { alphabeticalKey } from '../../core/vocabulary/alphabetical-key.ts';
import type { LexiconEntry } from '../../core/vocabulary/lexicon/parse-lexicon.ts';
import { keys, partitions } from './keys.ts';
import type { Item } from './query.ts';

/** A number set; DynamoDB has no empty ones, so an empty one is an attribute that is not there. */
const indexSet = z
  .set(z.int().min(0))
  .default(new Set())
  .transform((set) => [...set].sort((a, b) => a - b));

export const toIndexSet = (indices: readonly number[]) => (indices.length > 0 ? new Set(indices) : undefined);

export const videoItemSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  title: z.string(),
  state: z.enum(VIDEO_STATES),
  sourceLanguage: sourceLanguageSchema,
  targetLanguage: targetLanguageSchema,
  chunkMinutes: z.number(),
  size: z.number(),
  uploadId: z.string().exactOptional(),
  etag: z.string().exactOptional(),
  attempt: z.int(),
  taskId: z.string().exactOptional(),
  hasSubtitles: z.boolean(),
  series: z.object({ id: z.string(), title: z.string() }).exactOptional(),
  episode: z.int().exactOptional(),
  transcriptOrigin: z.enum(TRANSCRIPT_ORIGINS).exactOptional(),
  duration: z.number().exactOptional(),
  chunksTotal: z.int().exactOptional(),
  chunksDone: indexSet,
  error: failureSchema.exactOptional(),
  createdAt: z.number(),
  updatedAt: z.number(),
}) satisfies z.ZodType<Video>;

export const videoItem = (video: Video): Item => ({
  ...keys.video({ ownerId: video.ownerId, videoId: video.id }),
  ...video,
  chunksDone: toIndexSet(video.chunksDone),
});

export const seriesItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  episodeCount: z.int(),
  updatedAt: z.number(),
}) satisfies z.ZodType<Series>;

export const episodeItemSchema = z.object({ videoId: z.string() });

export const taskItemSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  videoId: z.string(),
  attempt: z.int(),
  etag: z.string(),
  state: z.enum(TASK_STATES),
  step: z.enum(TASK_STEPS),
  partsDone: indexSet,
  partsTotal: z.int(),
  chunksDone: indexSet,
  chunksTotal: z.int(),
  error: failureSchema.exactOptional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  endedAt: z.number().exactOptional(),
}) satisfies z.ZodType<Task>;

/** A new task is active: it is in the index of active tasks until it ends. */
export const taskItem = (task: Task): Item => ({
  ...keys.task({ ownerId: task.ownerId, taskId: task.id }),
  ...task,
  partsDone: toIndexSet(task.partsDone),
  chunksDone: toIndexSet(task.chunksDone),
  [ACTIVE_TASKS_INDEX.partitionKey]: ACTIVE_TASK,
});

export const batchItemSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  state: z.enum(TASK_STATES),
  textsDone: z.int(),
  textsTotal: z.int(),
  busyUntil: z.number().exactOptional(),
  error: failureSchema.exactOptional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  endedAt: z.number().exactOptional(),
}) satisfies z.ZodType<Batch>;

/** Active like a new task, in a partition of its own. */
export const batchItem = (batch: Batch): Item => ({
  ...keys.batch(batchRefOf(batch)),
  ...batch,
  [ACTIVE_TASKS_INDEX.partitionKey]: ACTIVE_BATCH,
});

export const chunkItemSchema = z.object({
  index: z.int(),
  start: z.number(),
  end: z.number(),
  segmentCount: z.int(),
  wordCount: z.int(),
  vocabularyCount: z.int(),
  lessonKey: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<SavedChunk>;

/** Vocabulary rows as tuples: half the size of maps that repeat the names of their attributes. */
const wordsItemSchema = z.object({
  rows: z.array(z.tuple([z.string(), z.enum(PARTS_OF_SPEECH), z.enum(CEFR_LEVELS), z.int()])),
});

export const wordsAttributes = (rows: readonly VocabularyRow[]) => ({
  rows: rows.map(({ lemma, pos, level, count }) => [lemma, pos, level, count]),
});

export const rowsOf = (item: Item): VocabularyRow[] =>
  wordsItemSchema.parse(item).rows.map(([lemma, pos, level, count]) => ({ lemma, pos, level, count }));

export const accountItemSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  passwordHash: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<Account>;

/** `expiresAt` in the table is DynamoDB's (whole seconds), so the session's own, in ms, goes by another name. */
export const sessionItemSchema = z
  .object({ id: z.string(), accountId: z.string(), createdAt: z.number(), endsAt: z.number() })
  .transform(({ endsAt, ...session }): Session => ({ ...session, expiresAt: endsAt }));

export const sessionItem = ({ expiresAt, ...session }: Session): Item => ({
  ...keys.session(session.id),
  ...session,
  endsAt: expiresAt,
  [TTL_ATTRIBUTE]: Math.ceil(expiresAt / 1000),
});

export const emailItemSchema = z.object({ accountId: z.string() });

export const translationItemSchema = z.object({
  pk: z.string(),
  text: z.string(),
  origin: z.enum(TRANSLATION_ORIGINS),
}) satisfies z.ZodType<Translation>;

export const lexiconItemSchema = z.object({
  lemma: z.string(),
  pos: z.enum(PARTS_OF_SPEECH),
  cefr: z.enum(CEFR_LEVELS),
  article: z.string().nullable(),
  plural: z.string().nullable(),
  /** Best first. */
  translations: z.partialRecord(sourceLanguageSchema, z.array(z.string())),
});

export const lexiconItem = (language: SourceLanguage, entry: LexiconEntry): Item => ({
  ...keys.word(language, entry),
  [LEVELS_INDEX.partitionKey]: partitions.level(language, entry.level),
  [LEVELS_INDEX.sortKey]: alphabeticalKey(entry, language),
  lemma: entry.lemma,
  pos: entry.pos,
  cefr: entry.level,
  article: entry.article,
  plural: entry.plural,
  translations: entry.translations,
});
