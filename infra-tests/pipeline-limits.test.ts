import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../functions/contracts/failures.ts';
import { MAX_DURATION_SECONDS, MIN_CHUNK_MINUTES } from '../functions/contracts/limits.ts';
import { PERMANENT_ERRORS } from '../lib/constructs/chunk-pipeline/retry-policies.ts';
import { deployedDefinition } from './support/run-pipeline.ts';
import { SYNTHESIS_TIMEOUT } from './support/synthesise.ts';

type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: string;
};
type State = {
  Type: string;
  Seconds?: number;
  TimeoutSeconds?: number;
  Retry?: Retrier[];
  MaxConcurrency?: number;
  ItemProcessor?: { States: Record<string, State> };
};
type Definition = { TimeoutSeconds: number; States: Record<string, State> };

/** States by name, those inside the maps too. */
function statesOf(definition: Definition): Map<string, State> {
  const inside = Object.values(definition.States).flatMap((state) => Object.entries(state.ItemProcessor?.States ?? {}));
  return new Map([...Object.entries(definition.States), ...inside]);
}

const definition: Definition = deployedDefinition();
const states = statesOf(definition);
const tasks = [...states].filter(([, state]) => state.Type === 'Task');

const TRANSCRIBE = ['StartTranscription', 'GetTranscription', 'ForgetFailedJob'];
/** Errors of each kind of task that stay the same however often it is tried. */
function permanentErrorsOf(name: string): string[] {
  if (TRANSCRIBE.includes(name))
    return ['Transcribe.ConflictException', 'Transcribe.BadRequestException', 'Transcribe.NotFoundException'];
  if (name === 'MarkPartTranscribed') return ['DynamoDB.ConditionalCheckFailedException'];
  return PERMANENT_ERRORS;
}

describe('Every task', () => {
  it('is one of these', () => {
    expect(tasks).toHaveLength(13);
    expect(PERMANENT_ERRORS.length).toBeGreaterThan(FAILURE_CODES.length / 2);
  });

  it.each(tasks)('is limited in time: %s', (_name, { TimeoutSeconds }) => {
    expect(TimeoutSeconds).toBeGreaterThan(0);
  });

  it.each(tasks)(
    'is tried again, ever later and never all at once, whatever went wrong: %s',
    (_name, { Retry = [] }) => {
      const again = Retry.at(-1);
      expect(again?.ErrorEquals).toEqual(['States.ALL']);
      expect(again?.MaxAttempts).toBeGreaterThanOrEqual(2);
      expect(again?.BackoffRate).toBeGreaterThan(1);
      expect(again?.IntervalSeconds).toBeGreaterThan(0);
      expect(again?.MaxDelaySeconds).toBeGreaterThan(again?.IntervalSeconds ?? 0);
      expect(again?.JitterStrategy).toBe('FULL');
    },
  );

  // What tells the learner has no failures for good: it must get through.
  it.each(tasks.filter(([name]) => name !== 'FailVideo'))(
    'fails at once, before any retry is considered, when that cannot help: %s',
    (name, { Retry = [] }) => {
      expect(Retry).toHaveLength(2);
      expect(Retry[0]).toMatchObject({ ErrorEquals: permanentErrorsOf(name), MaxAttempts: 0 });
    },
  );
});

/** The longest that all pauses of a task's retries take, seconds: jitter only makes them shorter. */
function retryPauses({ Retry = [] }: State): number {
  const longest = Retry.map(({ MaxAttempts, IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity }) => {
    const pauses = Array.from({ length: MaxAttempts }, (_, n) => IntervalSeconds * BackoffRate ** n);
    return pauses.reduce((sum, pause) => sum + Math.min(pause, MaxDelaySeconds), 0);
  });
  return Math.max(0, ...longest);
}

describe('A path through the pipeline', () => {
  const path = [...states].filter(([name]) => name !== 'ImportSubtitles');

  // Not every try of every state can take its whole limit within the hour: the execution's own limit ends that.
  it('ends within the hour when every state uses all its retries and then its whole time, even with telling the failure', () => {
    const seconds = path.reduce(
      (sum, [, state]) => sum + retryPauses(state) + (state.TimeoutSeconds ?? 0) + (state.Seconds ?? 0),
      0,
    );
    expect(definition.TimeoutSeconds).toBe(3600);
    expect(seconds).toBeLessThan(definition.TimeoutSeconds);
    expect(seconds).toBeGreaterThan(1000);
  });
});

describe('The history of an execution', { timeout: SYNTHESIS_TIMEOUT }, () => {
  /** Events that a state writes: entered and exited, and for a task scheduled, started and succeeded. */
  const eventsOf = ({ Type }: State) => (Type === 'Task' ? 5 : 2);
  const MAP_ITEM_EVENTS = 2;
  const LOOK = ['WaitLonger', 'GetTranscription', 'TranscriptionDone?'];
  const PART = [
    'CutAudio',
    'AlreadyTranscribed?',
    'StartTranscription',
    'WaitForTranscription',
    'GetTranscription',
    'TranscriptionDone?',
    'MarkPartTranscribed',
    'PartDone',
  ];
  const CHUNK = ['TranslateChunk', 'ExtractVocabulary', 'SaveChunk'];
  const AROUND = [
    'PlanChunks',
    'HaveSubtitles?',
    'TranscribeParts',
    'AssembleTranscript',
    'MakeLessons',
    'FinishVideo',
  ];
  const items = MAX_DURATION_SECONDS / (MIN_CHUNK_MINUTES * 60);

  it.each([1, 10, 40])('has room for the longest video, an hour of looks and 500 retries: %i parts at once', (n) => {
    const deployed: Definition = deployedDefinition({ partConcurrency: n });
    const all = statesOf(deployed);
    const state = (name: string): State => {
      const found = all.get(name);
      if (!found) throw new Error(`${name} is no state`);
      return found;
    };
    const sum = (names: string[]) => names.reduce((events, name) => events + eventsOf(state(name)), 0);
    expect(state('TranscribeParts').MaxConcurrency).toBe(n);
    expect(state('WaitForTranscription').Seconds).toBe(10);
    const pause = state('WaitLonger').Seconds ?? 0;
    expect(pause).toBeGreaterThanOrEqual(10);

    const looks = Math.ceil((n * deployed.TimeoutSeconds) / pause);
    const events =
      items * (sum(PART) + MAP_ITEM_EVENTS) + items * (sum(CHUNK) + MAP_ITEM_EVENTS) + looks * sum(LOOK) + sum(AROUND);
    expect(events + 500 * 3).toBeLessThan(25_000);
  });

  it('is used: a video alone is looked at as often as at first', () => {
    const deployed: Definition = deployedDefinition({ partConcurrency: 1 });
    expect(statesOf(deployed).get('WaitLonger')?.Seconds).toBe(10);
  });
});
