import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { SfnPipeline } from '../../../functions/adapters/stepfunctions/pipeline.ts';

const sfn = mockClient(SFNClient);
beforeEach(() => void sfn.reset());
const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:chunks';
const pipeline = new SfnPipeline(machine, new SFNClient({ region: 'us-east-1' }));
const input = { ownerId: 'o', videoId: 'v', taskId: 't', etag: 'e', attempt: 1 };
const answer = { $metadata: {}, message: 'no' };

describe('The pipeline', () => {
  it('starts an execution by name with its input as JSON', async () => {
    sfn.on(StartExecutionCommand).resolves({});
    expect(await pipeline.start('v-e-1', input)).toBe('started');
    const [call] = sfn.commandCalls(StartExecutionCommand);
    expect(call?.args[0].input).toEqual({ stateMachineArn: machine, name: 'v-e-1', input: JSON.stringify(input) });
  });

  it('says that an execution of this name was started before', async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(answer));
    expect(await pipeline.start('v-e-1', input)).toBe('already started');
  });

  it('does not hide that there is no state machine', async () => {
    sfn.on(StartExecutionCommand).rejects(new StateMachineDoesNotExist(answer));
    await expect(pipeline.start('v-e-1', input)).rejects.toThrow(StateMachineDoesNotExist);
  });

  it('stops an execution with its reason', async () => {
    sfn.on(StopExecutionCommand).resolves({});
    await pipeline.stop('v-e-1', 'The video was deleted');
    const [call] = sfn.commandCalls(StopExecutionCommand);
    expect(call?.args[0].input).toEqual({
      executionArn: 'arn:aws:states:us-east-1:000000000000:execution:chunks:v-e-1',
      cause: 'The video was deleted',
    });
  });

  it('has nothing to stop where nothing was started', async () => {
    sfn.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist(answer));
    await expect(pipeline.stop('v-e-1', 'reason')).resolves.toBeUndefined();
  });

  it.each([
    ['RUNNING', true],
    ['SUCCEEDED', false],
    ['FAILED', false],
    ['TIMED_OUT', false],
    ['ABORTED', false],
  ] as const)('of an execution that is %s says running: %s', async (status, expected) => {
    sfn.on(DescribeExecutionCommand).resolves({ status });
    expect(await pipeline.isRunning('v-e-1')).toBe(expected);
  });

  it('does not take an execution that never was for one that runs', async () => {
    sfn.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist(answer));
    expect(await pipeline.isRunning('v-e-1')).toBe(false);
  });
});
