import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import type {
  ChunkPlan,
  CutAudioInput,
  CutPart,
  PipelineInput,
  PlannedPart,
  PlannedVideo,
} from '../../functions/contracts/pipeline.ts';
import { resolverOf } from './resolve.ts';
import { synthesise } from './synthesise.ts';

export const INPUT: PipelineInput = { ownerId: 'anna', videoId: 'hamburg', taskId: 'task-1', etag: 'e1', attempt: 1 };

export const PARTS: PlannedPart[] = [
  { index: 0, start: 0, end: 300 },
  { index: 1, start: 300, end: 540 },
];

export const PLANNED: PlannedVideo = {
  ...INPUT,
  sourceLanguage: 'de',
  targetLanguage: 'en',
  transcribeLanguage: 'de-DE',
  hasSubtitles: false,
  parts: PARTS,
};

export const PLAN: ChunkPlan = {
  chunks: [
    { index: 0, hash: 'h0' },
    { index: 2, hash: 'h2' },
  ],
  chunksTotal: 3,
};

export const cutOf = ({ part }: CutAudioInput, transcribed = false): CutPart => ({
  ...part,
  offset: Math.max(0, part.start - 2),
  audioUri: transcribed ? '' : `s3://media/work/audio-${part.index}.m4a`,
  jobName: `job-${part.index}`,
  transcriptKey: `work/transcript-${part.index}.json`,
  transcribed,
});

export const job = (status: string, FailureReason?: string) => ({
  TranscriptionJob: { TranscriptionJobStatus: status, ...(FailureReason === undefined ? {} : { FailureReason }) },
});

/** An error as the state machine sees it: only its name matters. */
export const failure = (name: string, message = name) => Object.assign(new Error(message), { name });

/** What a state's task does. Input is what the definition makes of its payload, so it is read as what the contract says. */
export type Handlers = Record<string, (input: never) => unknown>;
export type Run = {
  /** Name of the error that the execution ended with. */
  error?: string;
  /** What each state was given, in the order of the calls. */
  calls: Map<string, unknown[]>;
};

const HAPPY: Handlers = {
  PlanChunks: () => PLANNED,
  ImportSubtitles: () => PLAN,
  CutAudio: (input: CutAudioInput) => cutOf(input),
  StartTranscription: () => job('QUEUED'),
  GetTranscription: () => job('COMPLETED'),
  ForgetFailedJob: () => ({}),
  MarkPartTranscribed: () => ({}),
  AssembleTranscript: () => PLAN,
  TranslateChunk: (input) => input,
  ExtractVocabulary: (input) => input,
  SaveChunk: (input) => input,
  FinishVideo: () => ({ videoId: INPUT.videoId }),
  FailVideo: () => ({ videoId: INPUT.videoId }),
};

/** The definition as it is deployed, with everything that it refers to made up. */
export function deployedDefinition(context: Record<string, unknown> = {}) {
  const synthesised = synthesise('dev', context);
  const [machine] = Object.values(synthesised.service.findResources('AWS::StepFunctions::StateMachine'));
  const text = resolverOf(synthesised)(machine?.Properties.DefinitionString);
  return JSON.parse(String(text));
}

/** Runs the deployed definition with handlers in place of functions and services, and without waiting. */
export async function runPipeline(handlers: Handlers = {}): Promise<Run> {
  const definition = deployedDefinition();
  const calls: Run['calls'] = new Map();
  const all = { ...HAPPY, ...handlers };
  const recorded = Object.entries(all).map(([state, handle]) => [
    state,
    async (input: never) => {
      calls.set(state, [...(calls.get(state) ?? []), input]);
      return handle(input);
    },
  ]);
  const immediately = Object.fromEntries(Object.keys(all).map((state) => [state, 0]));
  const execution = new StateMachine(definition).run(INPUT, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(recorded),
      waitTimeOverrides: { WaitForTranscription: 0, WaitLonger: 0 },
      retryIntervalOverrides: immediately,
    },
  });
  try {
    await execution.result;
    return { calls };
  } catch (error) {
    if (!(error instanceof ExecutionError && error.cause instanceof Error)) throw error;
    return { calls, error: error.cause.name };
  }
}
