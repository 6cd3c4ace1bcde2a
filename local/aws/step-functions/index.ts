/** Step Functions: the service's wire protocol in front of an interpreter of the Amazon States Language. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { LocalLog } from '../../types.ts';
import { AwsError, describe, epochSeconds, type JsonService, parseInput } from '../wire.ts';
import { type PreparedMachine, prepareDefinition } from './definition.ts';
import { MAX_HISTORY_EVENTS, openHistory } from './history.ts';
import { Run } from './machine.ts';
import { EXECUTION, STATES } from './paths.ts';
import { type ExecutionRecord, type MachineRecord, openRecords, STATUSES } from './records.ts';
import type { TaskRunner } from './tasks.ts';

/** Largest input of an execution, bytes. */
const MAX_INPUT_BYTES = 262_144;

const nameSchema = z
  .string()
  .regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u, 'is not a name of 1 to 80 characters');
const createSchema = z.object({ name: nameSchema, definition: z.string(), roleArn: z.string() });
const startSchema = z.object({
  stateMachineArn: z.string(),
  name: nameSchema.optional(),
  input: z.string().default('{}'),
});
const executionSchema = z.object({ executionArn: z.string() });
const stopSchema = executionSchema.extend({ error: z.string().max(256).optional(), cause: z.string().optional() });
const machineSchema = z.object({ stateMachineArn: z.string() });
const listSchema = machineSchema.extend({
  statusFilter: z.enum(STATUSES).optional(),
  maxResults: z.int().min(0).max(1000).default(100),
  nextToken: z.string().optional(),
});

export type StepFunctionsOptions = {
  folder: string;
  region: string;
  account: string;
  maxWaitMs: number;
  /** Most events of an execution's history. @default as in AWS */
  maxHistoryEvents?: number;
  tasks: TaskRunner;
  log: LocalLog;
};

export type StepFunctions = {
  service: JsonService;
  /** Creates a state machine or gives an existing one a new definition. */
  ensure(name: string, definition: string): string;
  /** Starts executions again, from their beginning, that were running when the records were last written. */
  resume(): void;
  stop(): void;
};

export function openStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { region, account, maxWaitMs, maxHistoryEvents = MAX_HISTORY_EVENTS, tasks, log } = options;
  const records = openRecords(options.folder);
  const prepared = new Map<string, PreparedMachine>();
  const running = new Map<string, Run>();
  let stopping = false;
  const arn = (type: string, name: string) => `arn:aws:states:${region}:${account}:${type}:${name}`;

  const machine = (machineArn: string): MachineRecord => {
    const found = records.machines.get(machineArn);
    if (found) return found;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  };
  const execution = (executionArn: string): ExecutionRecord => {
    const found = records.executions.get(executionArn);
    if (found) return found;
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  };
  const preparedFor = ({ arn: machineArn, definition }: MachineRecord): PreparedMachine => {
    const ready = prepared.get(machineArn) ?? prepareDefinition(definition, maxWaitMs);
    prepared.set(machineArn, ready);
    return ready;
  };
  const ensure = (name: string, definition: string): string => {
    const machineArn = arn('stateMachine', name);
    prepared.set(machineArn, prepareDefinition(definition, maxWaitMs));
    records.saveMachine({
      arn: machineArn,
      name,
      definition,
      createdAt: records.machines.get(machineArn)?.createdAt ?? Date.now(),
    });
    return machineArn;
  };

  const end = (record: ExecutionRecord, result: Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>) => {
    running.delete(record.arn);
    // What runs when the local cloud stops is taken up again at its next start.
    if (stopping || records.executions.get(record.arn)?.status !== 'RUNNING') return;
    records.saveExecution({ ...record, ...result, stoppedAt: Date.now() });
    const detail = result.error ? `: ${result.error}: ${result.cause ?? ''}` : '';
    log[result.status === 'SUCCEEDED' ? 'verbose' : 'warn']('states', `${record.name} ${result.status}${detail}`);
  };

  const run = (record: ExecutionRecord) => {
    const definition = preparedFor(machine(record.machineArn));
    const input: unknown = JSON.parse(record.input);
    const root = new Run();
    running.set(record.arn, root);
    root
      .machine(definition, input, contextOf(record, machine(record.machineArn), definition), {
        runTask: tasks.run,
        history: openHistory(maxHistoryEvents, (failure) => root.stop(failure)),
        log,
        label: record.name,
      })
      .then(
        (output) => end(record, { status: 'SUCCEEDED', output: JSON.stringify(output ?? null) }),
        (error: unknown) => {
          if (error instanceof Error && error.name === 'ExecutionTimeoutError')
            end(record, { status: 'TIMED_OUT', error: 'States.Timeout' });
          else
            end(record, {
              status: 'FAILED',
              error: error instanceof Error ? error.name : 'States.Runtime',
              cause: describe(error),
            });
        },
      );
  };

  const start = (machineRecord: MachineRecord, name: string, input: string): ExecutionRecord => {
    const executionArn = arn('execution', `${machineRecord.name}:${name}`);
    const existing = records.executions.get(executionArn);
    if (existing) {
      const same =
        existing.status === 'RUNNING' && isDeepStrictEqual(JSON.parse(existing.input), parseExecutionInput(input));
      if (same) return existing;
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    }
    parseExecutionInput(input);
    const record: ExecutionRecord = {
      arn: executionArn,
      machineArn: machineRecord.arn,
      name,
      input,
      status: 'RUNNING',
      startedAt: Date.now(),
    };
    preparedFor(machineRecord);
    records.saveExecution(record);
    run(record);
    return record;
  };

  const operations: JsonService['operations'] = {
    CreateStateMachine: async (input) => {
      const { name, definition } = parseInput(createSchema, input);
      const existing = records.machines.get(arn('stateMachine', name));
      if (existing && existing.definition !== definition) {
        throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${existing.arn}'`);
      }
      const stateMachineArn = ensure(name, definition);
      return { stateMachineArn, creationDate: epochSeconds(machine(stateMachineArn).createdAt) };
    },
    DescribeStateMachine: async (input) => {
      const found = machine(parseInput(machineSchema, input).stateMachineArn);
      return {
        stateMachineArn: found.arn,
        name: found.name,
        status: 'ACTIVE',
        type: 'STANDARD',
        definition: found.definition,
        roleArn: `arn:aws:iam::${account}:role/local`,
        creationDate: epochSeconds(found.createdAt),
      };
    },
    StartExecution: async (input) => {
      const { stateMachineArn, name = crypto.randomUUID(), input: text } = parseInput(startSchema, input);
      const record = start(machine(stateMachineArn), name, text);
      return { executionArn: record.arn, startDate: epochSeconds(record.startedAt) };
    },
    DescribeExecution: async (input) => {
      const found = execution(parseInput(executionSchema, input).executionArn);
      return { ...summary(found), input: found.input, output: found.output, error: found.error, cause: found.cause };
    },
    StopExecution: async (input) => {
      const { executionArn, error, cause } = parseInput(stopSchema, input);
      const found = execution(executionArn);
      if (found.status === 'RUNNING') {
        const run = running.get(executionArn);
        end(found, {
          status: 'ABORTED',
          ...(error === undefined ? {} : { error }),
          ...(cause === undefined ? {} : { cause }),
        });
        run?.stop();
      }
      return { stopDate: epochSeconds(execution(executionArn).stoppedAt ?? Date.now()) };
    },
    ListExecutions: async (input) => {
      const { stateMachineArn, statusFilter, maxResults, nextToken = '0' } = parseInput(listSchema, input);
      machine(stateMachineArn);
      if (!/^\d+$/.test(nextToken)) throw new AwsError('InvalidToken', `Invalid Token: '${nextToken}'`);
      const found = [...records.executions.values()]
        .reverse()
        .filter(
          ({ machineArn, status }) => machineArn === stateMachineArn && (!statusFilter || status === statusFilter),
        );
      const from = Number(nextToken);
      const to = from + (maxResults || 100);
      return {
        executions: found.slice(from, to).map(summary),
        ...(to < found.length ? { nextToken: String(to) } : {}),
      };
    },
  };

  return {
    service: { name: 'Step Functions', target: 'AWSStepFunctions', version: '1.0', operations },
    ensure,
    resume() {
      for (const record of records.executions.values()) {
        if (record.status !== 'RUNNING' || running.has(record.arn)) continue;
        log.info('states', `Resuming ${record.name}`);
        try {
          run(record);
        } catch (error) {
          end(record, { status: 'FAILED', error: 'States.Runtime', cause: describe(error) });
        }
      }
    },
    stop() {
      stopping = true;
      for (const run of running.values()) run.stop();
      tasks.stop();
    },
  };
}

function parseExecutionInput(text: string): unknown {
  if (Buffer.byteLength(text) > MAX_INPUT_BYTES) {
    throw new AwsError(
      'ValidationException',
      `Value at 'input' failed to satisfy constraint: Member must have length less than or equal to ${MAX_INPUT_BYTES}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${describe(error)}'`);
  }
}

const summary = ({ arn, machineArn, name, status, startedAt, stoppedAt }: ExecutionRecord) => ({
  executionArn: arn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: epochSeconds(startedAt),
  ...(stoppedAt === undefined ? {} : { stopDate: epochSeconds(stoppedAt) }),
});

/** The context object (`$$`), under the names that paths were rewritten to. */
function contextOf(
  record: ExecutionRecord,
  machine: MachineRecord,
  prepared: PreparedMachine,
): Record<string, unknown> {
  const input: unknown = JSON.parse(record.input);
  return {
    [EXECUTION]: {
      Id: record.arn,
      Name: record.name,
      Input: input,
      StartTime: new Date(record.startedAt).toISOString(),
      RoleArn: 'arn:aws:iam::000000000000:role/local',
    },
    [STATES]: Object.fromEntries(stateNames(prepared).map((name) => [name, stateContext(name)])),
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
}

const stateContext = (Name: string) => ({
  Name,
  // As late as it is asked for: a state is evaluated when it is entered.
  get EnteredTime() {
    return new Date().toISOString();
  },
});

function stateNames({ definition, work }: PreparedMachine): string[] {
  const nested = [...work.values()].flatMap((item) => {
    if (item.type === 'map') return stateNames(item.each);
    return item.type === 'parallel' ? item.branches.flatMap(stateNames) : [];
  });
  return [...Object.keys(definition.States), ...nested];
}
