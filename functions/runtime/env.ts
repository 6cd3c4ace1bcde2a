/**
 * Environment of every function: one schema each, shared by the handler (which validates `process.env` once, at cold
 * start) and by CDK (which must supply exactly these). No AWS SDK in here.
 */
import * as z from 'zod';
import { cacheLifetimesSchema } from '../contracts/cache.ts';
import { CEILING_MAX_UPLOAD_BYTES } from '../contracts/limits.ts';

const name = z.string().min(1);
const positive = z.coerce.number<string>().int().positive();

const stores = { VIDEOS_TABLE: name, MEDIA_BUCKET: name };
const signedIn = { USERS_TABLE: name };
/** The password of the cache is the secret's value; a CACHE_URL without TLS (redis://) needs none. */
const cached = {
  CACHE_URL: z.url(),
  CACHE_SECRET_ARN: name,
  /** `false`: every read goes to its source. */
  CACHE_ENABLED: z.stringbool(),
  CACHE_LIFETIMES: cacheLifetimesSchema,
  /** What the metrics of the cache are told apart by. */
  STAGE: name,
};
/** For functions that tell how the cache server is doing. */
const watched = { ...cached, CACHE_NAME: name };
const taskEnd = { TASK_RETENTION_HOURS: positive };

export const functionEnvs = {
  auth: z.object({ ...signedIn, ...cached, SIGNING_KEY_SECRET_ARN: name }),
  videos: z.object({
    ...signedIn,
    ...stores,
    ...cached,
    INGEST_QUEUE_URL: z.url(),
    STATE_MACHINE_ARN: name,
    MAX_UPLOAD_BYTES: positive.max(CEILING_MAX_UPLOAD_BYTES),
  }),
  tasks: z.object({ ...signedIn, VIDEOS_TABLE: name }),
  vocabulary: z.object({ ...signedIn, ...cached, LEXICON_TABLE: name }),
  translations: z.object({
    ...signedIn,
    ...stores,
    ...cached,
    ...taskEnd,
    TRANSLATIONS_TABLE: name,
    TRANSLATION_QUEUE_URL: z.url(),
  }),
  admin: z.object({
    ...signedIn,
    ...watched,
    INGEST_DLQ_URL: z.url(),
    INGEST_DLQ_ARN: name,
    TRANSLATION_DLQ_URL: z.url(),
    TRANSLATION_DLQ_ARN: name,
  }),
  health: z.object({ ...stores, ...watched }),
  'start-processing': z.object({ ...stores, STATE_MACHINE_ARN: name }),
  'plan-chunks': z.object({ ...stores, MAX_UPLOAD_BYTES: positive.max(CEILING_MAX_UPLOAD_BYTES) }),
  'import-subtitles': z.object({ ...stores }),
  'cut-audio': z.object({ MEDIA_BUCKET: name, STAGE: name }),
  'assemble-transcript': z.object({ ...stores }),
  'translate-chunk': z.object({ ...stores, TRANSLATIONS_TABLE: name }),
  'extract-vocabulary': z.object({ ...stores }),
  'save-chunk': z.object({ ...stores }),
  'finish-video': z.object({ VIDEOS_TABLE: name, ...taskEnd }),
  'fail-video': z.object({ VIDEOS_TABLE: name, ...taskEnd }),
  'translate-batch': z.object({ ...stores, ...taskEnd, TRANSLATIONS_TABLE: name, TRANSLATION_QUEUE_URL: z.url() }),
  // Invalidates whether or not anybody reads the cache now, so that it may be switched on again at any time.
  'invalidate-cache': z.object(cached).omit({ CACHE_ENABLED: true }),
  'warm-cache': z.object({ ...cached, LEXICON_TABLE: name }),
  'seed-lexicon': z.object({ LEXICON_TABLE: name }),
  'reap-stuck-tasks': z.object({ VIDEOS_TABLE: name, STATE_MACHINE_ARN: name, ...taskEnd }),
} as const satisfies Record<string, z.ZodObject>;

export type CacheEnv = z.output<z.ZodObject<typeof cached>>;
export type FunctionName = keyof typeof functionEnvs;
/** As a handler sees it, parsed. */
export type FunctionEnv<N extends FunctionName> = z.output<(typeof functionEnvs)[N]>;
/** As CDK supplies it: strings. */
export type FunctionEnvironment<N extends FunctionName> = z.input<(typeof functionEnvs)[N]>;

/** Where each function's entry point is, below `functions/handlers/`. */
export const functionEntries: Record<FunctionName, string> = {
  auth: 'api/auth/index.ts',
  videos: 'api/videos/index.ts',
  tasks: 'api/tasks/index.ts',
  vocabulary: 'api/vocabulary/index.ts',
  translations: 'api/translations/index.ts',
  admin: 'api/admin/index.ts',
  health: 'api/health/index.ts',
  'start-processing': 'ingest/start-processing.ts',
  'plan-chunks': 'pipeline/plan-chunks.ts',
  'import-subtitles': 'pipeline/import-subtitles.ts',
  'cut-audio': 'pipeline/cut-audio.ts',
  'assemble-transcript': 'pipeline/assemble-transcript.ts',
  'translate-chunk': 'pipeline/translate-chunk.ts',
  'extract-vocabulary': 'pipeline/extract-vocabulary.ts',
  'save-chunk': 'pipeline/save-chunk.ts',
  'finish-video': 'pipeline/finish-video.ts',
  'fail-video': 'pipeline/fail-video.ts',
  'translate-batch': 'queue/translate-batch.ts',
  'invalidate-cache': 'stream/invalidate-cache.ts',
  'warm-cache': 'schedule/warm-cache.ts',
  'seed-lexicon': 'deploy/seed-lexicon.ts',
  'reap-stuck-tasks': 'schedule/reap-stuck-tasks.ts',
};
