/**
 * The payload that travels between the states of the chunk pipeline: ids and S3 keys, never text (256 KB limit).
 * Each step takes a `Pick` of it; `lib/constructs/chunk-pipeline` builds exactly these shapes. All times are seconds.
 */
import type { SourceLanguage, TargetLanguage } from './languages.ts';

/** Input of an execution. The execution's name is derived from `videoId`, `etag` and `attempt`. */
export type PipelineInput = {
  ownerId: string;
  videoId: string;
  taskId: string;
  /** ETag of the uploaded source, without quotes. */
  etag: string;
  /** 1 for the first processing of a source, one more for each retry. */
  attempt: number;
};

/** A stretch of the sound that is transcribed on its own; `start` and `end` without the overlap. */
export type PlannedPart = { index: number; start: number; end: number };

/** What PlanChunks adds. */
export type PlannedVideo = PipelineInput & {
  sourceLanguage: SourceLanguage;
  targetLanguage: TargetLanguage;
  /** Language code of Amazon Transcribe, for instance `de-DE`. */
  transcribeLanguage: string;
  hasSubtitles: boolean;
  /** Empty when `hasSubtitles`. */
  parts: PlannedPart[];
};

/** Input of CutAudio: one item of the map over parts. */
export type CutAudioInput = Pick<PlannedVideo, 'ownerId' | 'videoId' | 'taskId' | 'etag' | 'sourceLanguage'> & {
  part: PlannedPart;
};

/** Output of CutAudio. */
export type CutPart = PlannedPart & {
  /** Where the cut audio begins in the video: at or before `start` less the overlap. */
  offset: number;
  /** `s3://bucket/key` of the cut audio. */
  audioUri: string;
  /** Idempotency key of the transcription job. */
  jobName: string;
  /** Where Transcribe puts its result. */
  transcriptKey: string;
  /** The transcript is already there from an earlier attempt: nothing is transcribed or paid for again. */
  transcribed: boolean;
};

/** What the map over parts hands to AssembleTranscript for each part. */
export type TranscribedPart = Pick<CutPart, 'index' | 'start' | 'end' | 'offset' | 'transcriptKey'>;

/** Input of AssembleTranscript. */
export type AssembleTranscriptInput = PipelineInput & { parts: TranscribedPart[] };

/** A chunk of the lesson; `hash` identifies its content, so that a finished one is recognised. */
export type ChunkRef = { index: number; hash: string };

/** Output of ImportSubtitles and AssembleTranscript: the chunks that are not finished yet. */
export type ChunkPlan = { chunks: ChunkRef[]; chunksTotal: number };

/** Input of TranslateChunk, ExtractVocabulary and SaveChunk; each answers with the same ids. */
export type ChunkStepInput = Pick<PipelineInput, 'ownerId' | 'videoId' | 'taskId'> & { chunk: ChunkRef };

/** Input of FinishVideo. */
export type FinishVideoInput = PipelineInput & { chunksTotal: number };

/** Input of FailVideo: `error` is what Step Functions hands to a Catch. */
export type FailVideoInput = PipelineInput & { error: { Error: string; Cause?: string } };

/**
 * Message of the ingest queue that asks for processing without waiting for the S3 event. The queue also carries
 * plain S3 event notifications.
 */
export type ProcessRequest = { type: 'process'; ownerId: string; videoId: string; taskId: string };

/** Message of the ingest queue, some time after a video was deleted: what was still being written is removed. */
export type SweepRequest = { type: 'sweep'; ownerId: string; videoId: string };

/** Message of the translation queue: a batch is to be translated, or on with it. */
export type TranslateRequest = { type: 'translate'; ownerId: string; taskId: string };
