const MB = 1024 * 1024;
const HOUR_SECONDS = 3600;

/** Largest upload unless configured otherwise, bytes (500 MB). */
export const DEFAULT_MAX_UPLOAD_BYTES = 500 * MB;
/** Largest upload that may be configured, bytes (5 GB). */
export const CEILING_MAX_UPLOAD_BYTES = 5 * 1024 * MB;
/** From this size on an upload goes in parts (multipart), bytes. */
export const MULTIPART_THRESHOLD_BYTES = 100 * MB;
/** Size of each part of a multipart upload, bytes. S3 wants at least 5 MB and at most 10,000 parts. */
export const MULTIPART_PART_BYTES = 16 * MB;
/** How long a presigned request stays valid, seconds. */
export const PRESIGNED_EXPIRY_SECONDS = HOUR_SECONDS;
/**
 * The same for the parts of a large upload: 5 GB within 12 h need 1 Mbit/s. The credentials of the function that signs
 * may end earlier, and its signatures with them.
 */
export const MULTIPART_EXPIRY_SECONDS = 12 * HOUR_SECONDS;

/** Largest subtitle file that may be sent inside a JSON body, bytes. */
export const INLINE_SUBTITLES_MAX_BYTES = 1 * MB;
/** Largest subtitle file that may be uploaded by presigned request, bytes. */
export const UPLOADED_SUBTITLES_MAX_BYTES = 10 * MB;

/** Shortest and longest media that Amazon Transcribe takes, seconds. */
export const MIN_DURATION_SECONDS = 0.5;
export const MAX_DURATION_SECONDS = 4 * HOUR_SECONDS;

export const DEFAULT_CHUNK_MINUTES = 5;
export const MIN_CHUNK_MINUTES = 1;
export const MAX_CHUNK_MINUTES = 20;

/** How much is cut before and after a part, so that the words at its edges are heard whole, seconds. */
export const PART_OVERLAP_SECONDS = 2;

/** One processing task may take this long, seconds. */
export const TASK_TIMEOUT_SECONDS = HOUR_SECONDS;
/** A task record is kept this long after its end unless configured otherwise, hours. */
export const DEFAULT_TASK_RETENTION_HOURS = 24;
/** A translation is remembered this long, days. */
export const TRANSLATION_MEMORY_DAYS = 90;

/** Highest number of an episode. */
export const MAX_EPISODE = 9999;

/** `POST /translate` takes this many texts, and this many characters of text in all. No single text of a batch is longer either. */
export const MAX_TEXTS = 100;
export const MAX_TEXT_CHARACTERS = 10_000;
/**
 * The same for a batch in the background. Its result comes in one answer, which Lambda limits to 6 MB: 300,000 characters and their
 * translation take at most 4 bytes each, and 5,000 times some 60 bytes around them.
 */
export const MAX_BATCH_TEXTS = 5_000;
export const MAX_BATCH_CHARACTERS = 300_000;

/**
 * The queue of batch translations and the function behind it, seconds. SQS wants the visibility time-out to be at least six
 * times as long as the function may run; a message that fails comes again sooner, because its consumer says when.
 */
export const TRANSLATION_QUEUE = {
  functionSeconds: 5 * 60,
  visibilitySeconds: 30 * 60,
  /** At the last of these deliveries a batch that cannot be translated is given up. What dies even then is a dead letter. */
  maxReceiveCount: 5,
  batchSize: 1,
  /** Batches that are translated at once. */
  maxConcurrency: 5,
} as const;

/**
 * How long requests and results of batch translations must be kept, whole days (as lifecycle rules count): as long as the
 * record of their task, which begins to expire when the task ends, two hours after its start at the latest.
 */
export const batchObjectDays = (retentionHours: number) => Math.ceil((retentionHours + 2) / 24);

/** Lists answer this many items unless asked otherwise, and never more than the maximum. */
export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Options of Node for the functions that read media. The packets of a cut are many and short-lived, and V8 would let the
 * process grow by some 50 MB before it tidies up; the largest index (4 h) takes some 100 MB of the old generation.
 * Where Lambda's own command line sets both options, it wins, and the 512 MB of these functions bear that, too
 * (`npm run bench -- cut` prints both).
 */
export const MEDIA_NODE_OPTIONS = '--max-semi-space-size=8 --max-old-space-size=192';
