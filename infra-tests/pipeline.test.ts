import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../functions/contracts/failures.ts';
import type { CutAudioInput, FailVideoInput } from '../functions/contracts/pipeline.ts';
import { PERMANENT_ERRORS } from '../lib/constructs/chunk-pipeline/retry-policies.ts';
import {
  cutOf,
  deployedDefinition,
  failure,
  INPUT,
  job,
  PARTS,
  PLAN,
  PLANNED,
  type Run,
  runPipeline,
} from './support/run-pipeline.ts';
import { SYNTHESIS_TIMEOUT, synthesise } from './support/synthesise.ts';

const timesOf = ({ calls }: Run, state: string) => calls.get(state)?.length ?? 0;
const CHUNK_ITEMS = PLAN.chunks.map((chunk) => ({ ownerId: 'anna', videoId: 'hamburg', taskId: 'task-1', chunk }));

/** Runs a pipeline in which a state fails some times with an error. */
const failing = (state: string, error: Error, times: number, otherwise: unknown) => {
  let left = times;
  return runPipeline({
    [state]: () => {
      if (left-- > 0) throw error;
      return otherwise;
    },
  });
};

describe('A video with subtitles', () => {
  it('becomes a lesson without any transcription', async () => {
    const run = await runPipeline({ PlanChunks: () => ({ ...PLANNED, hasSubtitles: true, parts: [] }) });
    expect(run.error).toBeUndefined();
    expect([...run.calls.keys()]).toEqual([
      'PlanChunks',
      'ImportSubtitles',
      'TranslateChunk',
      'ExtractVocabulary',
      'SaveChunk',
      'FinishVideo',
    ]);
    expect(run.calls.get('PlanChunks')).toEqual([INPUT]);
    expect(run.calls.get('ImportSubtitles')).toEqual([{ ...PLANNED, hasSubtitles: true, parts: [] }]);
  });
});

describe('A video that is transcribed', () => {
  it('gives every step exactly the payload of the contract', async () => {
    const { calls, error } = await runPipeline();
    expect(error).toBeUndefined();
    const { ownerId, videoId, taskId, etag } = INPUT;
    const items = PARTS.map((part) => ({
      ownerId,
      videoId,
      taskId,
      etag,
      sourceLanguage: 'de',
      transcribeLanguage: 'de-DE',
      part,
    }));
    expect(calls.get('CutAudio')).toEqual(items);
    expect(calls.get('StartTranscription')).toEqual(
      PARTS.map(({ index }) => ({
        TranscriptionJobName: `job-${index}`,
        LanguageCode: 'de-DE',
        Media: { MediaFileUri: `s3://media/work/audio-${index}.m4a` },
        OutputBucketName: expect.stringMatching(/^MediaBucket/),
        OutputKey: `work/transcript-${index}.json`,
        JobExecutionSettings: {
          AllowDeferredExecution: true,
          DataAccessRoleArn: expect.stringContaining('TranscribeRole'),
        },
      })),
    );
    expect(calls.get('GetTranscription')).toEqual(PARTS.map(({ index }) => ({ TranscriptionJobName: `job-${index}` })));
    expect(calls.get('MarkPartTranscribed')).toEqual(
      PARTS.map(({ index }) => ({
        TableName: expect.stringMatching(/^TablesVideos/),
        Key: { pk: { S: 'USER#anna' }, sk: { S: 'TASK#task-1' } },
        ConditionExpression: '#active = :active',
        UpdateExpression: 'ADD #partsDone :part',
        ExpressionAttributeNames: { '#active': 'active', '#partsDone': 'partsDone' },
        ExpressionAttributeValues: { ':active': { S: 'TASK' }, ':part': { NS: [String(index)] } },
      })),
    );
    const parts = PARTS.map(({ index, start, end }) => ({
      index,
      start,
      end,
      offset: Math.max(0, start - 2),
      transcriptKey: `work/transcript-${index}.json`,
    }));
    expect(calls.get('AssembleTranscript')).toEqual([{ ...INPUT, parts }]);
    for (const state of ['TranslateChunk', 'ExtractVocabulary', 'SaveChunk'])
      expect(calls.get(state)).toEqual(CHUNK_ITEMS);
    expect(calls.get('FinishVideo')).toEqual([{ ...INPUT, chunksTotal: PLAN.chunksTotal }]);
    expect(calls.has('FailVideo')).toBe(false);
  });

  it('asks again until the job is done', async () => {
    const answers = ['QUEUED', 'IN_PROGRESS', 'COMPLETED'];
    const run = await runPipeline({
      PlanChunks: () => ({ ...PLANNED, parts: PARTS.slice(0, 1) }),
      GetTranscription: () => job(answers.shift() ?? 'COMPLETED'),
    });
    expect(run.error).toBeUndefined();
    expect(timesOf(run, 'GetTranscription')).toBe(3);
    expect(timesOf(run, 'StartTranscription')).toBe(1);
  });

  it('does not pay again for parts that were transcribed before, but counts them', async () => {
    const run = await runPipeline({ CutAudio: (input: CutAudioInput) => cutOf(input, input.part.index === 0) });
    expect(run.error).toBeUndefined();
    expect(run.calls.get('StartTranscription')).toEqual([expect.objectContaining({ TranscriptionJobName: 'job-1' })]);
    expect(timesOf(run, 'MarkPartTranscribed')).toBe(2);
    expect(run.calls.get('AssembleTranscript')).toEqual([
      expect.objectContaining({
        parts: [expect.objectContaining({ index: 0 }), expect.objectContaining({ index: 1 })],
      }),
    ]);
  });

  it('waits for the job of an earlier attempt instead of starting it again', async () => {
    const run = await runPipeline({
      StartTranscription: () => {
        throw failure('Transcribe.ConflictException');
      },
    });
    expect(run.error).toBeUndefined();
    expect(timesOf(run, 'StartTranscription')).toBe(PARTS.length);
    expect(timesOf(run, 'GetTranscription')).toBe(PARTS.length);
  });
});

describe('A transcription that fails', () => {
  const failed = (reason: string, more = {}) =>
    runPipeline({
      PlanChunks: () => ({ ...PLANNED, parts: PARTS.slice(0, 1) }),
      GetTranscription: () => job('FAILED', reason),
      ...more,
    });

  it('is forgotten, so that a retry can start it anew, and its reason reaches the learner', async () => {
    const run = await failed('NO_SPEECH_ENGINE: install one');
    expect(run.error).toBe('TRANSCRIPTION_FAILED');
    expect(run.calls.get('ForgetFailedJob')).toEqual([{ TranscriptionJobName: 'job-0' }]);
    const expected: FailVideoInput = {
      ...INPUT,
      error: { Error: 'TRANSCRIPTION_FAILED', Cause: 'NO_SPEECH_ENGINE: install one' },
    };
    expect(run.calls.get('FailVideo')).toEqual([expect.objectContaining(expected)]);
  });

  it('tells its reason even when it cannot be forgotten', async () => {
    const run = await failed('no speech', {
      ForgetFailedJob: () => {
        throw failure('Transcribe.NotFoundException');
      },
    });
    expect(run.calls.get('FailVideo')).toEqual([
      expect.objectContaining({ error: { Error: 'TRANSCRIPTION_FAILED', Cause: 'no speech' } }),
    ]);
  });
});

describe('A step that fails', () => {
  it.each([
    ['PlanChunks', PLANNED],
    ['AssembleTranscript', PLAN],
    ['SaveChunk', {}],
    ['MarkPartTranscribed', {}],
    ['GetTranscription', job('COMPLETED')],
    ['FinishVideo', {}],
  ])('is tried again, and all is well when that works: %s', async (state, otherwise) => {
    const run = await failing(state, failure('ServiceUnavailable'), 2, otherwise);
    expect(run.error).toBeUndefined();
    expect(timesOf(run, 'FailVideo')).toBe(0);
  });

  it('is given up after five retries, and the learner is told', async () => {
    const run = await failing('FinishVideo', failure('ServiceUnavailable'), Number.POSITIVE_INFINITY, {});
    expect(timesOf(run, 'FinishVideo')).toBe(6);
    expect(run.calls.get('FailVideo')).toEqual([
      { ...INPUT, error: { Error: 'ServiceUnavailable', Cause: 'ServiceUnavailable' } },
    ]);
    expect(run.error).toBe('ServiceUnavailable');
  });

  it.each([
    ['PlanChunks', 'UNSUPPORTED_MEDIA'],
    ['ImportSubtitles', 'BAD_SUBTITLES'],
    ['CutAudio', 'UNSUPPORTED_AUDIO_CODEC'],
    ['AssembleTranscript', 'VideoGone'],
    ['TranslateChunk', 'NO_TRANSLATION_ENGINE'],
    ['MarkPartTranscribed', 'DynamoDB.ConditionalCheckFailedException'],
    ['StartTranscription', 'Transcribe.BadRequestException'],
  ])('for good is not tried again, and its code reaches the learner: %s %s', async (state, code) => {
    const only = { parts: PARTS.slice(0, 1), hasSubtitles: state === 'ImportSubtitles' };
    const run = await runPipeline({
      PlanChunks: () => ({ ...PLANNED, ...only }),
      AssembleTranscript: () => ({ ...PLAN, chunks: PLAN.chunks.slice(0, 1) }),
      [state]: () => {
        throw failure(code, 'what was found');
      },
    });
    expect(timesOf(run, state)).toBe(1);
    expect(run.error).toBe(code);
    expect(run.calls.get('FailVideo')).toEqual([
      expect.objectContaining({ ...INPUT, error: { Error: code, Cause: 'what was found' } }),
    ]);
  });

  it('is told to the learner even when telling fails at first', async () => {
    let left = 3;
    const run = await runPipeline({
      PlanChunks: () => {
        throw failure('NO_AUDIO');
      },
      FailVideo: () => {
        if (left-- > 0) throw failure('ServiceUnavailable');
        return {};
      },
    });
    expect(timesOf(run, 'FailVideo')).toBe(4);
    expect(run.error).toBe('NO_AUDIO');
  });
});

describe('The definition', { timeout: SYNTHESIS_TIMEOUT }, () => {
  type State = {
    Type: string;
    Catch?: { ErrorEquals: string[] }[];
  } & {
    ItemProcessor?: { States: Record<string, State> };
    MaxConcurrency?: number;
  };
  const definition: { TimeoutSeconds: number; States: Record<string, State> } = deployedDefinition();
  const topLevel = Object.entries(definition.States);

  it('limits the whole to an hour', () => {
    expect(definition.TimeoutSeconds).toBe(3600);
  });

  it('catches everything, also payloads that grew too large, of every state that can fail', () => {
    const uncaught = topLevel.filter(([name, { Type, Catch }]) => {
      const caught = Catch?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
      const canFail = (Type === 'Task' || Type === 'Map') && name !== 'FailVideo';
      return canFail && !(caught.includes('States.ALL') && caught.includes('States.DataLimitExceeded'));
    });
    expect(uncaught).toEqual([]);
  });

  it('runs as many parts and chunks at once as configured', () => {
    const { service } = synthesise('dev', { partConcurrency: 7, chunkConcurrency: 9 });
    const [machine] = Object.values(service.findResources('AWS::StepFunctions::StateMachine'));
    const text = JSON.stringify(machine?.Properties.DefinitionString);
    expect([...text.matchAll(/MaxConcurrency\\+":(\d+)/g)].map(([, n]) => n)).toEqual(['7', '9']);
  });

  it('tries again only what another try may cure', () => {
    const again = FAILURE_CODES.filter((code) => !PERMANENT_ERRORS.includes(code));
    expect(again.sort()).toEqual(['INTERNAL', 'STUCK', 'TIMED_OUT', 'TRANSLATION_FAILED']);
  });

  it('is logged whole and traced', () => {
    synthesise('dev').service.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: true }),
      TracingConfiguration: { Enabled: true },
    });
  });
});
