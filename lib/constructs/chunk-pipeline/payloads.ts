/**
 * The payloads of `functions/contracts/pipeline.ts` as JSONPaths. Each is checked against its type: a field too few or
 * too many does not compile.
 */
import { JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import type {
  AssembleTranscriptInput,
  ChunkStepInput,
  CutAudioInput,
  FailVideoInput,
  FinishVideoInput,
  PipelineInput,
  TranscribedPart,
} from '../../../functions/contracts/pipeline.ts';

type PathsOf<T> = Record<keyof T, unknown>;

export const PIPELINE_INPUT = {
  ownerId: JsonPath.stringAt('$.ownerId'),
  videoId: JsonPath.stringAt('$.videoId'),
  taskId: JsonPath.stringAt('$.taskId'),
  etag: JsonPath.stringAt('$.etag'),
  attempt: JsonPath.numberAt('$.attempt'),
} satisfies PathsOf<PipelineInput>;

/** One item of the map over parts. */
export const CUT_AUDIO_INPUT = {
  ownerId: JsonPath.stringAt('$.ownerId'),
  videoId: JsonPath.stringAt('$.videoId'),
  taskId: JsonPath.stringAt('$.taskId'),
  etag: JsonPath.stringAt('$.etag'),
  sourceLanguage: JsonPath.stringAt('$.sourceLanguage'),
  part: JsonPath.objectAt('$$.Map.Item.Value'),
} satisfies PathsOf<CutAudioInput>;

/** The same, with what the states around CutAudio need. */
export const PART_ITEM = { ...CUT_AUDIO_INPUT, transcribeLanguage: JsonPath.stringAt('$.transcribeLanguage') };

export const TRANSCRIBED_PART = {
  index: JsonPath.numberAt('$.cut.index'),
  start: JsonPath.numberAt('$.cut.start'),
  end: JsonPath.numberAt('$.cut.end'),
  offset: JsonPath.numberAt('$.cut.offset'),
  transcriptKey: JsonPath.stringAt('$.cut.transcriptKey'),
} satisfies PathsOf<TranscribedPart>;

export const ASSEMBLE_TRANSCRIPT_INPUT = {
  ...PIPELINE_INPUT,
  parts: JsonPath.objectAt('$.transcribed'),
} satisfies PathsOf<AssembleTranscriptInput>;

/** One item of the map over chunks. */
export const CHUNK_ITEM = {
  ownerId: JsonPath.stringAt('$.ownerId'),
  videoId: JsonPath.stringAt('$.videoId'),
  taskId: JsonPath.stringAt('$.taskId'),
  chunk: JsonPath.objectAt('$$.Map.Item.Value'),
} satisfies PathsOf<ChunkStepInput>;

export const FINISH_VIDEO_INPUT = {
  ...PIPELINE_INPUT,
  chunksTotal: JsonPath.numberAt('$.plan.chunksTotal'),
} satisfies PathsOf<FinishVideoInput>;

export const FAIL_VIDEO_INPUT = {
  ...PIPELINE_INPUT,
  error: JsonPath.objectAt('$.error'),
} satisfies PathsOf<FailVideoInput>;
