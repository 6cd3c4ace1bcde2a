/**
 * A definition in the Amazon States Language made ready for the interpreter: checked, pauses capped, and rewritten
 * where the interpreter differs from Step Functions. Map and Parallel become tasks that `machine.ts` runs itself.
 */
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { z } from 'zod';
import { AwsError, describe } from '../wire.ts';
import { rewritePaths } from './paths.ts';

type Json = Record<string, unknown>;

/** What runs in the place of a state. */
export type Work =
  | { type: 'task'; resource: string }
  | {
      type: 'map';
      items: string;
      selector: unknown;
      concurrency: number;
      concurrencyPath?: string;
      each: PreparedMachine;
    }
  | { type: 'parallel'; branches: PreparedMachine[] };

export type PreparedMachine = {
  definition: StateMachineDefinition;
  /** By name of the state. */
  work: Map<string, Work>;
  /** Names of errors that catchers list, by name of the state. */
  catches: Map<string, string[]>;
  /** Milliseconds by name of the state: pauses whose length is not in the definition. */
  waits: Record<string, number>;
};

const FIELDS_OF_ALL = ['Type', 'Comment', 'InputPath', 'OutputPath', 'QueryLanguage'];
const FLOW = ['Next', 'End'];
const RESULT = ['ResultSelector', 'ResultPath', 'Retry', 'Catch'];
/** What makes a Map of a state: its task in the interpreter has none of it. */
const MAP_FIELDS = [
  'Parameters',
  'ItemSelector',
  'ItemsPath',
  'ItemProcessor',
  'Iterator',
  'MaxConcurrency',
  'MaxConcurrencyPath',
];
/** Fields that are understood, by type of state; any other one refuses the definition. */
const FIELDS: Record<string, string[]> = {
  Task: [...FLOW, ...RESULT, 'Resource', 'Parameters', 'TimeoutSeconds', 'TimeoutSecondsPath'],
  Map: [...FLOW, ...RESULT, ...MAP_FIELDS],
  Parallel: [...FLOW, ...RESULT, 'Parameters', 'Branches'],
  Pass: [...FLOW, 'Parameters', 'ResultPath', 'Result'],
  Wait: [...FLOW, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Choice: ['Choices', 'Default'],
  Succeed: [],
  Fail: ['Error', 'ErrorPath', 'Cause', 'CausePath'],
};

/** Inline maps run at most this many iterations at once (Step Functions Developer Guide, "Map state"). */
const MAX_CONCURRENCY = 40;
/** The interpreter's own limit is 60 s where Step Functions has none: the longest that a timer can hold, in seconds. */
const NO_TIMEOUT_SECONDS = 2_000_000;
/** A resource for states that run inside this process. */
const INSIDE = 'arn:aws:states:::local:state';

const machineSchema = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

const catchersSchema = z.array(z.looseObject({ ErrorEquals: z.array(z.string()) }));

/**
 * @param maxWaitMs longest pause of a Wait state or before a retry
 * @throws AwsError InvalidDefinition naming what is wrong or not offered
 */
export function prepareDefinition(text: string, maxWaitMs: number): PreparedMachine {
  let definition: unknown;
  try {
    definition = JSON.parse(text);
    validate(definition);
  } catch (error) {
    throw invalid(describe(error));
  }
  return prepare(definition, maxWaitMs);
}

function validate(definition: unknown) {
  const parsed = machineSchema.parse(definition);
  if (!isDefinition(parsed)) throw new Error('States are missing');
  new StateMachine(parsed);
}

/** The interpreter's own validator has the last word on everything beyond this. */
function isDefinition(value: unknown): value is StateMachineDefinition {
  return machineSchema.safeParse(value).success;
}

function prepare(source: unknown, maxWaitMs: number): PreparedMachine {
  const { States: states, ...machine } = machineSchema.parse(source);
  const work: PreparedMachine['work'] = new Map();
  const catches: PreparedMachine['catches'] = new Map();
  const waits: PreparedMachine['waits'] = {};
  const prepared: Record<string, Json> = {};
  for (const [name, original] of Object.entries(states)) {
    checkFields(name, original);
    const state: Json = withoutWholeResultPath(rewritePaths(original, name));
    prepared[name] = state;
    capRetries(state, maxWaitMs);
    catches.set(
      name,
      catchersSchema.parse(state.Catch ?? []).flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    switch (state.Type) {
      case 'Task':
        work.set(name, { type: 'task', resource: String(state.Resource) });
        if (state.TimeoutSecondsPath === undefined) state.TimeoutSeconds ??= NO_TIMEOUT_SECONDS;
        break;
      case 'Map':
        work.set(name, prepareMap(name, state, maxWaitMs));
        prepared[name] = asTask(state, MAP_FIELDS);
        break;
      case 'Parallel': {
        const branches = z.array(z.unknown()).parse(state.Branches);
        work.set(name, { type: 'parallel', branches: branches.map((branch) => prepare(branch, maxWaitMs)) });
        prepared[name] = asTask(state, ['Branches'], state.Parameters);
        break;
      }
      case 'Wait':
        if (typeof state.Seconds === 'number') state.Seconds = Math.min(state.Seconds, maxWaitMs / 1000);
        else waits[name] = maxWaitMs;
        break;
      case 'Pass':
        // The interpreter takes a Result of null, 0, false or "" for none.
        if ('Result' in state && !state.Result) state.Parameters = state.Result;
        break;
      case 'Fail':
        splitFail(prepared, name, state);
        break;
    }
  }
  const definition: unknown = { ...machine, States: prepared };
  if (!isDefinition(definition)) throw invalid('States are missing');
  return { definition, work, catches, waits };
}

function checkFields(name: string, state: Json) {
  const known = [...FIELDS_OF_ALL, ...(FIELDS[String(state.Type)] ?? [])];
  const unknown = Object.keys(state).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw invalid(`the local cloud does not offer ${unknown.join(', ')} (state "${name}")`);
  if (state.QueryLanguage !== undefined && state.QueryLanguage !== 'JSONPath') {
    throw invalid(`the local cloud speaks JSONPath only (state "${name}")`);
  }
}

function prepareMap(name: string, state: Json, maxWaitMs: number): Work {
  const { ProcessorConfig, ...processor } = machineSchema.parse(state.ItemProcessor ?? state.Iterator);
  const mode = z.looseObject({ Mode: z.string().default('INLINE') }).parse(ProcessorConfig ?? {}).Mode;
  if (mode !== 'INLINE') throw invalid(`the local cloud offers inline maps only (state "${name}")`);
  const concurrency = Number(state.MaxConcurrency ?? 0) || MAX_CONCURRENCY;
  return {
    type: 'map',
    items: String(state.ItemsPath ?? '$'),
    selector: state.ItemSelector ?? state.Parameters,
    concurrency: Math.min(concurrency, MAX_CONCURRENCY),
    ...(typeof state.MaxConcurrencyPath === 'string' ? { concurrencyPath: state.MaxConcurrencyPath } : {}),
    each: prepare(processor, maxWaitMs),
  };
}

/** A task that gets the state's input and the context object; results, retries and catchers stay the interpreter's. */
function asTask(state: Json, drop: string[], parameters?: unknown): Json {
  const kept = Object.fromEntries(Object.entries(state).filter(([field]) => !drop.includes(field)));
  const input = parameters === undefined ? { 'input.$': '$' } : { input: parameters };
  return {
    ...kept,
    Type: 'Task',
    Resource: INSIDE,
    TimeoutSeconds: NO_TIMEOUT_SECONDS,
    Parameters: { ...input, 'context.$': '$$' },
  };
}

/** A ResultPath of `$` is the default; the interpreter would make a member called `$` of it. */
function withoutWholeResultPath(state: Json): Json {
  const { ResultPath, Catch, ...rest } = state;
  return {
    ...rest,
    ...(ResultPath === undefined || ResultPath === '$' ? {} : { ResultPath }),
    ...(Array.isArray(Catch) ? { Catch: Catch.map(withoutWholeResultPath) } : {}),
  };
}

function capRetries(state: Json, maxWaitMs: number) {
  if (!Array.isArray(state.Retry)) return;
  const cap = maxWaitMs / 1000;
  state.Retry = state.Retry.map((retrier: Json) => ({
    ...retrier,
    // A limit of 0 means no limit to the interpreter, an interval of 0 no pause.
    IntervalSeconds: Math.min(Number(retrier.IntervalSeconds ?? 1), cap),
    MaxDelaySeconds: Math.min(Number(retrier.MaxDelaySeconds ?? cap), cap),
  }));
}

/** The interpreter knows no intrinsic functions in Fail states: a Pass state evaluates them before. */
function splitFail(states: Record<string, Json>, name: string, state: Json) {
  const { Error: error, Cause: cause, ErrorPath, CausePath, ...rest } = state;
  if (![ErrorPath, CausePath].some((path) => String(path).startsWith('States.'))) return;
  const evaluated = `${name} (evaluated)`;
  states[name] = {
    Type: 'Pass',
    Parameters: {
      ...(ErrorPath === undefined ? { error: error ?? '' } : { 'error.$': ErrorPath }),
      ...(CausePath === undefined ? { cause: cause ?? '' } : { 'cause.$': CausePath }),
    },
    Next: evaluated,
  };
  states[evaluated] = { ...rest, ErrorPath: '$.error', CausePath: '$.cause' };
}

const invalid = (reason: string) => new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${reason}'`);
