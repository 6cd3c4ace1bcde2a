import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStepFunctions } from '../../../local/aws/step-functions/index.ts';
import { FunctionError } from '../../../local/types.ts';
import { ACCOUNT, keepingLog, REGION } from './services.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'langplug-history-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:f' };
const pass = { Type: 'Pass', End: true };
const machine = (state: object, others = {}) => ({ StartAt: 'S', States: { S: state, ...others } });

/** Runs one state to its end. */
async function run(definition: object, maxHistoryEvents: number, runTask = async () => ({})) {
  const stepFunctions = openStepFunctions({
    folder: await mkdtemp(join(folder, 'run-')),
    region: REGION,
    account: ACCOUNT,
    maxWaitMs: 1,
    maxHistoryEvents,
    tasks: { run: runTask, stop() {} },
    log: keepingLog(),
  });
  const { StartExecution, DescribeExecution } = stepFunctions.service.operations;
  const stateMachineArn = stepFunctions.ensure('machine', JSON.stringify(definition));
  const started = await StartExecution?.({ stateMachineArn, input: '{"items":[1,2]}' });
  const ended = { executionArn: Object(started).executionArn };
  await expect.poll(async () => DescribeExecution?.(ended)).not.toMatchObject({ status: 'RUNNING' });
  const answer = Object(await DescribeExecution?.(ended));
  stepFunctions.stop();
  return answer;
}

const passing = (name: string) => ({ StartAt: name, States: { [name]: pass } });

it.each([
  // Entered, exited.
  ['a Pass state', pass, 2],
  // Entered, scheduled, started, succeeded, exited.
  ['a task', { ...task, End: true }, 5],
  // Entered, started, succeeded, exited, and those of the states inside.
  ['branches', { Type: 'Parallel', Branches: [passing('A'), passing('B')], End: true }, 4 + 2 * 2],
  // Each iteration starts and succeeds besides.
  ['a map', { Type: 'Map', ItemsPath: '$.items', ItemProcessor: passing('A'), End: true }, 4 + 2 * (2 + 2)],
])('%s adds its events to those of the start and the end', async (_, state, events) => {
  expect(await run(machine(state), events + 2)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await run(machine(state), events + 1)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: `The execution reached the maximum number of history events (${events + 1}).`,
  });
});

it('an attempt more is three events more', async () => {
  const state = { ...task, Retry: [{ ErrorEquals: ['States.ALL'] }], End: true };
  const failingOnce = () => {
    let attempts = 0;
    return async () => {
      if (++attempts === 1) throw new FunctionError('Once', 'once');
      return {};
    };
  };
  expect(await run(machine(state), 5 + 3 + 2, failingOnce())).toMatchObject({ status: 'SUCCEEDED' });
  expect(await run(machine(state), 5 + 3 + 1, failingOnce())).toMatchObject({ status: 'FAILED' });
});

it('too many events fail the execution whatever its states catch, and nothing is done any more', async () => {
  const again = { Type: 'Choice', Choices: [{ Variable: '$.end', IsPresent: true, Next: 'Never' }], Default: 'Work' };
  const forever = { StartAt: 'Work', States: { Work: { ...task, Next: 'Again' }, Again: again, Never: pass } };
  const caught = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], Retry: [{ ErrorEquals: ['States.ALL'] }] };
  const state = { Type: 'Parallel', Branches: [forever], ...caught, End: true };
  let tasks = 0;
  const counting = async () => ({ tasks: ++tasks });
  expect(await run(machine(state, { Caught: pass }), 100, counting)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
  });
  const done = tasks;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tasks).toBe(done);
  // Seven events a turn.
  expect(done).toSatisfy((n) => n >= 13 && n <= 16);
});
