import { Duration } from 'aws-cdk-lib';
import { MEDIA_NODE_OPTIONS, TRANSLATION_QUEUE } from '../../../functions/contracts/limits.ts';
import type { FunctionName } from '../../../functions/runtime/env.ts';
import { INGEST_CONSUMER_TIMEOUT } from '../ingest-queue/ingest-queue.ts';

export type Size = {
  /** MB. CPU comes with it: 1,769 MB are one core. */
  memory: number;
  timeout: Duration;
  /** More options of Node, for the functions that read media. */
  nodeOptions?: string;
};

/** The HTTP API gives up after 30 s; the function a second earlier, so that its own error is the answer. */
const API_LIMIT = Duration.seconds(29);

/**
 * The least for a function that uses the cache, MB: with less of a core the TLS connection to it would take longer than
 * a request may wait for the cache, and every start would begin with reads from the source.
 */
const CACHED = 512;

/** Memory and time limit of every function, with the reason. */
export const SIZES: Record<FunctionName, Size> = {
  // Argon2id is bound by the core: more memory is more core, so a login takes half as long for the same money.
  auth: { memory: 1024, timeout: Duration.seconds(10) },
  // Deleting a video may remove hundreds of objects, a thousand a request.
  videos: { memory: CACHED, timeout: API_LIMIT },
  // One read an answer, polled every 2 s: the smallest size whose start stays under half a second.
  tasks: { memory: 256, timeout: Duration.seconds(10) },
  // One read of the cache or of an index an answer.
  vocabulary: { memory: CACHED, timeout: Duration.seconds(10) },
  // Waits for the translation service, which may slow down.
  translations: { memory: CACHED, timeout: API_LIMIT },
  // One call of SQS, ElastiCache or the cache an answer.
  admin: { memory: CACHED, timeout: Duration.seconds(10) },
  // Three checks in parallel, each with its own short limit.
  health: { memory: CACHED, timeout: Duration.seconds(10) },
  // Ten messages, each two reads, a transaction and a StartExecution of some 20 ms; see the queue for the limit.
  'start-processing': { memory: 512, timeout: INGEST_CONSUMER_TIMEOUT },
  // Reads headers and indexes by ranges, whatever the size: the index of a 4 h file is some 10 MB.
  'plan-chunks': { memory: 512, timeout: Duration.minutes(2), nodeOptions: MEDIA_NODE_OPTIONS },
  // Subtitles of up to 10 MB, as text and as parsed cues.
  'import-subtitles': { memory: 512, timeout: Duration.minutes(1) },
  // Holds one part's sound (20 min are 20 MB at 128 kbit/s) and a few read-ahead blocks; the time is for a 5 GB source,
  // of which a 20-min part spans 800 MB.
  'cut-audio': { memory: 512, timeout: Duration.minutes(5), nodeOptions: MEDIA_NODE_OPTIONS },
  // 4 h of speech are some 40,000 words, with times about 10 MB of JSON.
  'assemble-transcript': { memory: 512, timeout: Duration.minutes(2) },
  // Waits for the translation service, which may slow down: adaptive retry inside.
  'translate-chunk': { memory: 256, timeout: Duration.minutes(2) },
  // Loads the lexicon and analyses a chunk: memory for the one, core for the other.
  'extract-vocabulary': { memory: 1024, timeout: Duration.minutes(1) },
  // Two reads, a write and a transaction.
  'save-chunk': { memory: 256, timeout: Duration.seconds(30) },
  // A transaction, and the removal of chunks that an earlier, longer plan left.
  'finish-video': { memory: 256, timeout: Duration.seconds(30) },
  // A transaction.
  'fail-video': { memory: 256, timeout: Duration.seconds(30) },
  // 300,000 characters with their translation are a few MB; the time is for the translation service.
  'translate-batch': { memory: 256, timeout: Duration.seconds(TRANSLATION_QUEUE.functionSeconds) },
  // A hundred records are one round trip to the cache. One that does not answer is given up much sooner.
  'invalidate-cache': { memory: CACHED, timeout: Duration.seconds(30) },
  // Some hundred pages of word lists, each a read of an index and a write to the cache.
  'warm-cache': { memory: CACHED, timeout: Duration.minutes(2) },
  // Reads the table once and writes what differs, 100 words a request; the first time that is the whole lexicon.
  'seed-lexicon': { memory: 512, timeout: Duration.minutes(3) },
  // Up to 200 tasks, each stopped and failed.
  'reap-stuck-tasks': { memory: 256, timeout: Duration.minutes(2) },
};
