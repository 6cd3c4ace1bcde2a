/**
 * Environment of every function: one schema each, shared by the handler (which validates `process.env` once, at cold
 * start) and by CDK (which must supply exactly these). No AWS SDK in here.
 */
import * as z from 'zod';
import { CEILING_MAX_UPLOAD_BYTES } from '../contracts/limits.ts';

const name = z.string().min(1);
const positive = z.coerce.number<string>().int().positive();

const stores = { VIDEOS_TABLE: name, MEDIA_BUCKET: name };
const signedIn = { USERS_TABLE: name };
const taskEnd = { TASK_RETENTION_HOURS: positive };

export const functionEnvs = {
  auth: z.object({ ...signedIn, SIGNING_KEY_SECRET_ARN: name }),
  videos: z.object({
    ...signedIn,
    ...stores,
    INGEST_QUEUE_URL: z.url(),
    STATE_MACHINE_ARN: name,
    MAX_UPLOAD_BYTES: positive.max(CEILING_MAX_UPLOAD_BYTES),
  }),
  tasks: z.object({ ...signedIn, VIDEOS_TABLE: name }),
  admin: z.object({ ...signedIn, INGEST_DLQ_URL: z.url(), INGEST_DLQ_ARN: name }),
  // The password of the cache is the secret's value; a CACHE_URL without TLS (redis://) needs none.
  health: z.object({ ...stores, CACHE_URL: z.url(), CACHE_SECRET_ARN: name }),
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
  'reap-stuck-tasks': z.object({ VIDEOS_TABLE: name, STATE_MACHINE_ARN: name, ...taskEnd }),
} as const satisfies Record<string, z.ZodObject>;

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
  'reap-stuck-tasks': 'schedule/reap-stuck-tasks.ts',
};
