/**
 * The states of the pipeline, in the order in which a video passes them. What travels between them is written in
 * `functions/contracts/pipeline.ts`; JSONPath, because that is what the local cloud's interpreter speaks.
 */
import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  Errors,
  Fail,
  type IChainable,
  JsonPath,
  Map as MapState,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../../functions/runtime/env.ts';
import type { AppFunction } from '../app-function/app-function.ts';
import {
  ASSEMBLE_TRANSCRIPT_INPUT,
  CHUNK_ITEM,
  FAIL_VIDEO_INPUT,
  FINISH_VIDEO_INPUT,
  PART_ITEM,
  PIPELINE_INPUT,
} from './payloads.ts';
import { FAIL_VIDEO, NEVER, STEP } from './retry-policies.ts';
import { type TranscriptionProps, transcribePart } from './transcription.ts';

export const PIPELINE_STEPS = [
  'plan-chunks',
  'import-subtitles',
  'cut-audio',
  'assemble-transcript',
  'translate-chunk',
  'extract-vocabulary',
  'save-chunk',
  'finish-video',
  'fail-video',
] as const satisfies FunctionName[];

/** The functions behind the states, named after them. */
export type PipelineFunctions = { [N in (typeof PIPELINE_STEPS)[number]]: AppFunction<N> };

export type DefinitionProps = TranscriptionProps & {
  functions: PipelineFunctions;
  chunkConcurrency: number;
};

/** Beyond the function's own limit, so that the function's error comes first. */
const TIMEOUT_MARGIN = Duration.seconds(5);

export function pipelineDefinition(scope: Construct, props: DefinitionProps): IChainable {
  const { functions } = props;

  const failVideo = functionStep(scope, 'FailVideo', functions['fail-video'], {
    payload: TaskInput.fromObject(FAIL_VIDEO_INPUT),
    resultPath: JsonPath.DISCARD,
  })
    .addRetry(FAIL_VIDEO)
    .next(
      new Fail(scope, 'VideoFailed', {
        errorPath: JsonPath.stringAt('$.error.Error'),
        cause: 'The state FailVideo has the details, and so has the task that the learner sees.',
      }),
    );
  const guarded = <S extends TaskStateBase | MapState>(state: S): S => {
    // "States.ALL" does not stand for exceeded payloads.
    state.addCatch(failVideo, { errors: ['States.DataLimitExceeded'], resultPath: '$.error' });
    state.addCatch(failVideo, { errors: [Errors.ALL], resultPath: '$.error' });
    return state;
  };
  const step = (id: string, fn: AppFunction, options: StepOptions) =>
    functionStep(scope, id, fn, options).addRetry(NEVER).addRetry(STEP);

  const planChunks = step('PlanChunks', functions['plan-chunks'], { payload: TaskInput.fromObject(PIPELINE_INPUT) });
  const importSubtitles = step('ImportSubtitles', functions['import-subtitles'], {
    resultPath: '$.plan',
  });
  const transcribeParts = MapState.jsonPath(scope, 'TranscribeParts', {
    itemsPath: '$.parts',
    itemSelector: PART_ITEM,
    maxConcurrency: props.partConcurrency,
    resultPath: '$.transcribed',
  }).itemProcessor(transcribePart(scope, step('CutAudio', functions['cut-audio'], { resultPath: '$.cut' }), props));
  const assembleTranscript = step('AssembleTranscript', functions['assemble-transcript'], {
    payload: TaskInput.fromObject(ASSEMBLE_TRANSCRIPT_INPUT),
    resultPath: '$.plan',
  });
  const makeLessons = MapState.jsonPath(scope, 'MakeLessons', {
    itemsPath: '$.plan.chunks',
    itemSelector: CHUNK_ITEM,
    maxConcurrency: props.chunkConcurrency,
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(
    // Each step answers with the ids that it was given, so the payload stays the same all the way.
    step('TranslateChunk', functions['translate-chunk'], {})
      .next(step('ExtractVocabulary', functions['extract-vocabulary'], {}))
      .next(step('SaveChunk', functions['save-chunk'], {})),
  );
  const finishVideo = step('FinishVideo', functions['finish-video'], {
    payload: TaskInput.fromObject(FINISH_VIDEO_INPUT),
    resultPath: JsonPath.DISCARD,
  });

  const lessons = guarded(makeLessons).next(guarded(finishVideo)).next(new Succeed(scope, 'LessonsReady'));
  return guarded(planChunks).next(
    new Choice(scope, 'HaveSubtitles?')
      .when(Condition.booleanEquals('$.hasSubtitles', true), guarded(importSubtitles).next(lessons))
      .otherwise(guarded(transcribeParts).next(guarded(assembleTranscript)).next(lessons)),
  );
}

type StepOptions = { payload?: TaskInput; resultPath?: string };

function functionStep(scope: Construct, id: string, fn: AppFunction, options: StepOptions): LambdaInvoke {
  return LambdaInvoke.jsonPath(scope, id, {
    lambdaFunction: fn.function,
    // The state's result is what the function returns, without an envelope.
    payloadResponseOnly: true,
    // The retry policies are ours, by name.
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(fn.timeout.plus(TIMEOUT_MARGIN)),
    ...options,
  });
}
