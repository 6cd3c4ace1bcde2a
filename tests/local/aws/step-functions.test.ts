import { CreateTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FunctionError } from '../../../local/types.ts';
import { startTestServices, type TestServices, until } from './services.ts';

let services: TestServices;
let sfn: SFNClient;
/** Functions of the test at hand, by the last part of their ARN. */
let functions: Record<string, (payload: unknown) => unknown> = {};
const calls: { name: string; payload: unknown }[] = [];

beforeAll(async () => {
  services = await startTestServices({
    invokeFunction: async (arn, payload) => {
      const name = arn.split(':').at(-1) ?? '';
      calls.push({ name, payload });
      return functions[name]?.(payload);
    },
  });
  sfn = new SFNClient(services.client);
}, 60_000);
afterAll(() => services.end());
beforeEach(() => {
  calls.length = 0;
  functions = {};
});

const lambda = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const task = (name: string, more: object = { End: true }) => ({ Type: 'Task', Resource: lambda(name), ...more });

let machines = 0;
async function create(definition: object) {
  return (await services.aws.createStateMachine(`machine-${++machines}`, JSON.stringify(definition))).arn;
}
async function start(stateMachineArn: string, input: unknown = {}, name?: string) {
  const answer = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), ...(name ? { name } : {}) }),
  );
  return answer.executionArn ?? '';
}
const ended = (executionArn: string) =>
  until(
    () => sfn.send(new DescribeExecutionCommand({ executionArn })),
    ({ status }) => status !== 'RUNNING',
  );
async function run(definition: object, input: unknown = {}) {
  const answer = await ended(await start(await create(definition), input));
  return {
    status: answer.status,
    output: answer.output && JSON.parse(answer.output),
    error: answer.error,
    cause: answer.cause,
  };
}
/** A machine of one state and, when it is caught, another that passes its input on. */
const single = (state: object) => ({ StartAt: 'S', States: { S: state } });

describe('executions', () => {
  const wait = { StartAt: 'W', States: { W: task('never') } };
  beforeEach(() => {
    functions.never = () => new Promise(() => undefined);
  });

  it('answer the same to the same start and refuse another with their name', async () => {
    const machine = await create(wait);
    const first = await start(machine, { a: 1 }, 'video-1');
    expect(await start(machine, { a: 1 }, 'video-1')).toBe(first);
    await expect(start(machine, { a: 2 }, 'video-1')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await sfn.send(new StopExecutionCommand({ executionArn: first, error: 'Deleted', cause: 'by hand' }));
    await expect(start(machine, { a: 1 }, 'video-1')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn: first }))).toMatchObject({
      status: 'ABORTED',
      error: 'Deleted',
      cause: 'by hand',
      name: 'video-1',
      input: '{"a":1}',
      stopDate: expect.any(Date),
    });
    expect(calls).toHaveLength(1);
  });

  it('are listed by status, newest first, page by page', async () => {
    const machine = await create(wait);
    const names = ['one', 'two', 'three'];
    for (const name of names) await start(machine, {}, name);
    const list = (nextToken?: string) =>
      sfn.send(
        new ListExecutionsCommand({
          stateMachineArn: machine,
          statusFilter: 'RUNNING',
          maxResults: 2,
          ...(nextToken ? { nextToken } : {}),
        }),
      );
    const first = await list();
    const second = await list(first.nextToken);
    expect([...(first.executions ?? []), ...(second.executions ?? [])].map(({ name }) => name)).toEqual(
      [...names].reverse(),
    );
    expect(second.nextToken).toBeUndefined();
  });

  it('that do not exist, of machines that do not exist, or without JSON are refused', async () => {
    const machine = await create(wait);
    await expect(sfn.send(new DescribeExecutionCommand({ executionArn: `${machine}:none` }))).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    await expect(start(`${machine}-none`)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    await expect(sfn.send(new StartExecutionCommand({ stateMachineArn: machine, input: '{' }))).rejects.toMatchObject({
      name: 'InvalidExecutionInput',
    });
  });

  it('end when the time of the whole machine is over', async () => {
    const { status, error } = await run({ ...wait, TimeoutSeconds: 1 });
    expect([status, error]).toEqual(['TIMED_OUT', 'States.Timeout']);
  });
});

describe('tasks', () => {
  it('hand their input to functions and take their output', async () => {
    functions.add = (payload) => ({ got: payload });
    expect(await run(single(task('add')), { n: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { got: { n: 1 } },
      error: undefined,
      cause: undefined,
    });
    const invoke = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: lambda('add'), 'Payload.$': '$.n' },
      OutputPath: '$.Payload',
      End: true,
    };
    expect((await run(single(invoke), { n: 2 })).output).toEqual({ got: 2 });
  });

  it('are retried as often as the definition says for the error’s name', async () => {
    let failures = 0;
    functions.flaky = () => {
      if (failures++ < 2) throw new FunctionError('Flaky', 'not yet');
      return 'done';
    };
    const Retry = [
      { ErrorEquals: ['Fatal'], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 3, IntervalSeconds: 60, JitterStrategy: 'FULL' },
    ];
    expect(await run(single(task('flaky', { Retry, End: true })))).toMatchObject({
      status: 'SUCCEEDED',
      output: 'done',
    });
    expect(calls).toHaveLength(3);

    functions.fatal = () => {
      throw new FunctionError('Fatal', 'for good');
    };
    expect(await run(single(task('fatal', { Retry, End: true })))).toMatchObject({
      status: 'FAILED',
      error: 'Fatal',
      cause: JSON.stringify({ errorType: 'Fatal', errorMessage: 'for good' }),
    });
    expect(calls).toHaveLength(4);
  });

  it('are caught by the first catcher that names the error, which sees name and cause', async () => {
    functions.fails = () => {
      throw new FunctionError('NO_AUDIO', 'silence');
    };
    const definition = {
      StartAt: 'S',
      States: {
        S: task('fails', {
          Catch: [
            { ErrorEquals: ['Other'], Next: 'Wrong' },
            { ErrorEquals: ['NO_AUDIO'], ResultPath: '$.error', Next: 'Right' },
            { ErrorEquals: ['States.ALL'], Next: 'Wrong' },
          ],
          End: true,
        }),
        Right: { Type: 'Pass', End: true },
        Wrong: { Type: 'Fail' },
      },
    };
    const { output } = await run(definition, { videoId: 'v' });
    expect(output).toEqual({
      videoId: 'v',
      error: { Error: 'NO_AUDIO', Cause: '{"errorType":"NO_AUDIO","errorMessage":"silence"}' },
    });
  });

  it('end with States.Timeout, which can be caught', async () => {
    functions.slow = () => new Promise(() => undefined);
    const definition = {
      StartAt: 'S',
      States: {
        S: task('slow', {
          TimeoutSeconds: 1,
          Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'Caught' }],
          End: true,
        }),
        Caught: { Type: 'Pass', End: true },
      },
    };
    expect(await run(definition, { kept: true })).toMatchObject({ status: 'SUCCEEDED', output: { kept: true } });
  });

  it('of a resource that is not offered fail with its name', async () => {
    const resource = 'arn:aws:states:::sns:publish';
    expect(await run(single({ Type: 'Task', Resource: resource, Parameters: {}, End: true }))).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringContaining(resource),
    });
  });

  it('that answer more than 256 KB are caught by that name only, not by States.ALL', async () => {
    functions.large = () => 'x'.repeat(262_145);
    const map = { Type: 'Map', ItemProcessor: { StartAt: 'Large', States: { Large: task('large') } } };
    const caughtBy = (name: string) =>
      run(
        {
          StartAt: 'S',
          States: {
            S: { ...map, Catch: [{ ErrorEquals: [name], Next: 'Caught' }], End: true },
            Caught: { Type: 'Pass', End: true },
          },
        },
        [1],
      );
    expect(await caughtBy('States.ALL')).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(await caughtBy('States.DataLimitExceeded')).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('data flow', () => {
  it('keeps, replaces and drops results as ResultPath says', async () => {
    functions.give = () => 1;
    const at = async (ResultPath: unknown) =>
      (await run(single(task('give', { ResultPath, End: true })), { a: 0 })).output;
    expect([await at('$.b'), await at('$'), await at(null)]).toEqual([{ a: 0, b: 1 }, 1, { a: 0 }]);
  });

  it('takes what is absent for absent', async () => {
    const definition = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: false, Next: 'Absent' }], Default: 'Present' },
        Absent: { Type: 'Pass', Result: false, End: true },
        Present: { Type: 'Pass', Result: true, End: true },
      },
    };
    expect([(await run(definition, {})).output, (await run(definition, { x: 1 })).output]).toEqual([false, true]);
  });

  it('knows the execution, the state and the machine, also inside maps', async () => {
    const inner = {
      'id.$': '$$.Execution.Id',
      'name.$': '$$.Execution.Name',
      'input.$': '$$.Execution.Input',
      'state.$': '$$.State.Name',
      'machine.$': '$$.StateMachine.Name',
      'index.$': '$$.Map.Item.Index',
      'item.$': '$',
    };
    const definition = single({
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Inner',
        States: { Inner: { Type: 'Pass', Parameters: inner, End: true } },
      },
      End: true,
    });
    const machine = await create(definition);
    const input = { items: ['a', 'b'] };
    const answer = await ended(await start(machine, input, 'context'));
    expect(JSON.parse(answer.output ?? '')).toEqual(
      ['a', 'b'].map((item, index) => ({
        id: answer.executionArn,
        name: 'context',
        input,
        state: 'Inner',
        machine: machine.split(':').at(-1),
        index,
        item,
      })),
    );
  });

  it('evaluates intrinsic functions in the cause of a failure', async () => {
    expect(
      await run(single({ Type: 'Fail', Error: 'Bad', CausePath: "States.Format('{} of {}', $.a, $.b)" }), {
        a: 1,
        b: 2,
      }),
    ).toMatchObject({ error: 'Bad', cause: '1 of 2' });
  });
});

describe('maps', () => {
  const map = (state: object, more: object = {}) =>
    single({
      Type: 'Map',
      ItemsPath: '$.items',
      ItemSelector: { 'value.$': '$$.Map.Item.Value', 'all.$': '$.all' },
      ItemProcessor: { StartAt: 'Each', States: { Each: state } },
      End: true,
      ...more,
    });

  it('run at most as many items at once as they say, in order of results', async () => {
    let running = 0;
    let most = 0;
    functions.each = async (payload) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return payload;
    };
    const { output } = await run(map(task('each'), { MaxConcurrency: 2 }), { items: [1, 2, 3, 4, 5], all: 'x' });
    expect(output).toEqual([1, 2, 3, 4, 5].map((value) => ({ value, all: 'x' })));
    expect(most).toBe(2);
  });

  it('start no further item once one has failed', async () => {
    functions.each = () => {
      throw new FunctionError('Broken', 'x');
    };
    const definition = {
      StartAt: 'S',
      States: {
        S: {
          ...map(task('each'), { MaxConcurrency: 1 }).States.S,
          Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
        },
        Caught: { Type: 'Wait', Seconds: 5, End: true },
      },
    };
    expect((await run(definition, { items: [1, 2, 3], all: 0 })).output).toMatchObject({ Error: 'Broken' });
    expect(calls).toHaveLength(1);
  });

  it('of no items give no results', async () => {
    expect((await run(map(task('each')), { items: [], all: 0 })).output).toEqual([]);
  });
});

it('parallel branches each get the input and give a list', async () => {
  functions.one = () => 1;
  const branch = (state: object) => ({ StartAt: 'B', States: { B: state } });
  const definition = single({
    Type: 'Parallel',
    Branches: [branch(task('one')), { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }],
    End: true,
  });
  expect((await run(definition, { a: 1 })).output).toEqual([1, { a: 1 }]);
});

describe('calls of other services', () => {
  it('change items in DynamoDB and fail by the names of its errors', async () => {
    const dynamo = new DynamoDBClient(services.client);
    await dynamo.send(
      new CreateTableCommand({
        TableName: 'tasks',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const update = (condition: object) => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:updateItem',
      Parameters: {
        TableName: 'tasks',
        Key: { pk: { 'S.$': "States.Format('TASK#{}', $.id)" } },
        UpdateExpression: 'ADD partsDone :part',
        ExpressionAttributeValues: { ':part': { 'NS.$': "States.Array(States.Format('{}', $.index))" } },
        ...condition,
      },
      ResultPath: null,
      End: true,
    });
    expect(await run(single(update({})), { id: 'x', index: 3 })).toMatchObject({
      status: 'SUCCEEDED',
      output: { id: 'x', index: 3 },
    });
    const { Item } = await dynamo.send(new GetItemCommand({ TableName: 'tasks', Key: { pk: { S: 'TASK#x' } } }));
    expect(Item?.partsDone).toEqual({ NS: ['3'] });
    expect(
      await run(single(update({ ConditionExpression: 'attribute_not_exists(pk)' })), { id: 'x', index: 4 }),
    ).toMatchObject({ status: 'FAILED', error: 'DynamoDB.ConditionalCheckFailedException' });
    expect(await run(single(update({ ConditionExpression: 'nonsense(' })), { id: 'x', index: 4 })).toMatchObject({
      error: 'DynamoDB.AmazonDynamoDBException',
    });
  });

  it('start a transcription once, wait for it in a loop and read why it failed', async () => {
    await services.aws.createBucket('media');
    const request = {
      TranscriptionJobName: 'job-1',
      LanguageCode: 'de-DE',
      Media: { MediaFileUri: 's3://media/missing.m4a' },
      OutputBucketName: 'media',
      OutputKey: 'out.json',
    };
    const definition = {
      StartAt: 'Start',
      States: {
        Start: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob',
          Parameters: request,
          ResultPath: null,
          Catch: [{ ErrorEquals: ['Transcribe.ConflictException'], ResultPath: '$.conflict', Next: 'Wait' }],
          Next: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 15, Next: 'Get' },
        Get: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:transcribe:getTranscriptionJob',
          Parameters: { TranscriptionJobName: 'job-1' },
          ResultPath: '$.job',
          Next: 'Done?',
        },
        'Done?': {
          Type: 'Choice',
          Choices: [
            { Variable: '$.job.TranscriptionJob.TranscriptionJobStatus', StringEquals: 'FAILED', Next: 'Failed' },
          ],
          Default: 'Wait',
        },
        Failed: {
          Type: 'Pass',
          Parameters: {
            'reason.$': '$.job.TranscriptionJob.FailureReason',
            'created.$': '$.job.TranscriptionJob.CreationTime',
          },
          End: true,
        },
      },
    };
    const first = await run(definition);
    expect(first.output).toEqual({
      reason: expect.stringContaining("can't be found"),
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect((await run(definition)).output).toEqual(first.output);
  });
});

describe('state machines', () => {
  it('are described as they were created', async () => {
    const definition = JSON.stringify(single({ Type: 'Succeed' }));
    const created = await sfn.send(
      new CreateStateMachineCommand({ name: 'by-sdk', definition, roleArn: 'arn:aws:iam::000000000000:role/r' }),
    );
    expect(await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: created.stateMachineArn }))).toMatchObject(
      { name: 'by-sdk', definition, status: 'ACTIVE' },
    );
    await expect(
      sfn.send(
        new CreateStateMachineCommand({
          name: 'by-sdk',
          definition: JSON.stringify(single({ Type: 'Fail' })),
          roleArn: 'arn:aws:iam::000000000000:role/r',
        }),
      ),
    ).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' });
  });

  it.each([
    ['a state that leads nowhere', single({ Type: 'Pass', Next: 'Nowhere' }), 'Nowhere'],
    ['variables', single({ Type: 'Pass', Assign: { x: 1 }, End: true }), 'Assign'],
    ['JSONata', single({ Type: 'Pass', QueryLanguage: 'JSONata', End: true }), 'JSONPath only'],
    [
      'a distributed map',
      single({
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'P',
          States: { P: { Type: 'Pass', End: true } },
        },
        End: true,
      }),
      'inline maps only',
    ],
    ['a task token', single({ Type: 'Pass', Parameters: { 'token.$': '$$.Task.Token' }, End: true }), 'Task.Token'],
  ])('with %s are refused', async (_, definition, reason) => {
    await expect(create(definition)).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining(reason),
    });
  });
});

it('an operation that is not offered is refused by name', async () => {
  await expect(sfn.send(new GetExecutionHistoryCommand({ executionArn: 'arn:x' }))).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: 'The local cloud does not offer Step Functions GetExecutionHistory',
  });
});
