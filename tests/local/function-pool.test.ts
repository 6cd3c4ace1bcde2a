import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { functionEnvironment } from '../../local/functions/environment.ts';
import { FunctionPool } from '../../local/functions/function-pool.ts';
import type { FunctionDefinition } from '../../local/wiring/wiring.ts';

let folder: string;
let lines: string[] = [];
const pools: FunctionPool[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'langplug-pool-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
  lines = [];
});

let count = 0;
/** A pool of a function with the given source. */
async function poolOf(source: string, options: Partial<FunctionDefinition> & { maxWorkers?: number } = {}) {
  const file = `function-${count++}`;
  await writeFile(path.join(folder, `${file}.mjs`), source);
  const { maxWorkers = 8, ...rest } = options;
  const definition: FunctionDefinition = {
    label: 'tested',
    name: 'Tested',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:Tested',
    handler: `${file}.handler`,
    codeFolder: folder,
    environment: {},
    timeoutSeconds: 10,
    memoryMb: 128,
    ...rest,
  };
  const pool = new FunctionPool({
    definition,
    environment: functionEnvironment(definition, { endpoint: 'http://127.0.0.1:4566', region: 'us-east-1' }),
    maxWorkers,
    onLine: (line) => lines.push(line),
  });
  pools.push(pool);
  return pool;
}

describe('an invocation', () => {
  it('answers with what the handler returns, as JSON', async () => {
    const pool = await poolOf(
      `export const handler = async (event) => ({ got: event, date: new Date(0), no: undefined })`,
    );
    expect(await pool.invoke({ a: [1] })).toEqual({ got: { a: [1] }, date: '1970-01-01T00:00:00.000Z' });
  });

  it('answers null when the handler returns nothing', async () => {
    const pool = await poolOf('export const handler = async () => {}');
    expect(await pool.invoke({})).toBeNull();
  });

  it('knows its function, its request and its remaining time', async () => {
    const pool = await poolOf(
      `export const handler = async (_, context) => ({ ...context, remaining: context.getRemainingTimeInMillis() })`,
      { timeoutSeconds: 5, memoryMb: 256 },
    );
    expect(await pool.invoke({})).toMatchObject({
      functionName: 'Tested',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:Tested',
      memoryLimitInMB: '256',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      remaining: expect.toSatisfy((ms) => ms > 0 && ms <= 5000),
    });
  });

  it('fails with the name and message of what the handler throws', async () => {
    const pool = await poolOf(
      `export const handler = async () => { const e = new Error('no sound'); e.name = 'NO_AUDIO'; throw e; }`,
    );
    await expect(pool.invoke({})).rejects.toMatchObject({ name: 'NO_AUDIO', message: 'no sound' });
  });

  it('prints line by line to the log', async () => {
    const pool = await poolOf(`export const handler = async () => { console.log('one'); console.error('two'); }`);
    await pool.invoke({});
    await expect.poll(() => lines.toSorted()).toEqual(['one', 'two']);
  });
});

describe('the environment of a function', () => {
  it('has its own variables and those of Lambda, and nothing of this machine', async () => {
    process.env.LANGPLUG_TEST_LEAK = 'leaked';
    const pool = await poolOf('export const handler = async () => process.env', {
      environment: { TABLE: 'videos', NODE_OPTIONS: '--enable-source-maps', AWS_USE_DUALSTACK_ENDPOINT: 'true' },
    });
    const env = await pool.invoke({});
    delete process.env.LANGPLUG_TEST_LEAK;
    expect(env).toMatchObject({
      TABLE: 'videos',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_LAMBDA_FUNCTION_NAME: 'Tested',
      AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
      AWS_USE_DUALSTACK_ENDPOINT: 'false',
    });
    expect(env).not.toHaveProperty('LANGPLUG_TEST_LEAK');
    expect(env).not.toHaveProperty('HOME');
  });

  it('bounds the heap by its NODE_OPTIONS, and else by the memory of the function', async () => {
    const source = `
      import { resourceLimits } from 'node:worker_threads';
      import { getHeapStatistics } from 'node:v8';
      export const handler = async () => ({ ...resourceLimits, heap: getHeapStatistics().heap_size_limit / 2 ** 20 });`;
    const bounded = await poolOf(source, {
      memoryMb: 512,
      environment: { NODE_OPTIONS: '--max-semi-space-size=8 --max_old_space_size=192' },
    });
    expect(await bounded.invoke({})).toMatchObject({
      maxOldGenerationSizeMb: 192,
      maxYoungGenerationSizeMb: 24,
      heap: 192 + 24,
    });
    expect(await (await poolOf(source, { memoryMb: 512 })).invoke({})).toMatchObject({ maxOldGenerationSizeMb: 512 });
  });

  it('is not shared between threads', async () => {
    const source = `
      let seen = 0;
      export const handler = async ({ wait }) => {
        process.env.MINE = String(++seen);
        await new Promise((r) => setTimeout(r, wait));
        return process.env.MINE;
      }`;
    const pool = await poolOf(source);
    expect(await Promise.all([pool.invoke({ wait: 200 }), pool.invoke({ wait: 200 })])).toEqual(['1', '1']);
  });
});

describe('6 MB', () => {
  const echo = 'export const handler = async ({ text, length }) => text ?? "x".repeat(length)';
  // Characters of two bytes: what counts is bytes. The rest of the payload is {"text":""}.
  const largest = 6 * 1024 * 1024 - 11;
  const text = (bytes: number) => 'ü'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2);

  it('are the largest payload of an invocation', async () => {
    const pool = await poolOf(echo);
    expect(await pool.invoke({ text: text(largest) })).toHaveLength(Math.ceil(largest / 2));
    await expect(pool.invoke({ text: text(largest + 1) })).rejects.toMatchObject({
      name: 'RequestEntityTooLargeException',
      message: '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    });
  });

  it('are, with 100 bytes for an envelope, the largest result', async () => {
    const pool = await poolOf(echo);
    const length = 6 * 1024 * 1024 + 100 - 2;
    expect(await pool.invoke({ length })).toHaveLength(length);
    await expect(pool.invoke({ length: length + 1 })).rejects.toMatchObject({
      name: 'Function.ResponseSizeTooLarge',
      message: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
    expect(await pool.invoke({ length: 1 })).toBe('x');
  });
});

describe('threads', () => {
  const source = `
    import { threadId } from 'node:worker_threads';
    let running = 0;
    export const handler = async ({ wait }) => {
      running += 1;
      await new Promise((r) => setTimeout(r, wait));
      const atOnce = running;
      running -= 1;
      return { threadId, atOnce };
    }`;
  type Seen = { threadId: number; atOnce: number };

  it('take one invocation at a time, and are no more than allowed', async () => {
    const pool = await poolOf(source, { maxWorkers: 3 });
    const all = (await Promise.all(Array.from({ length: 12 }, () => pool.invoke({ wait: 30 })))) as Seen[];
    expect(all.every(({ atOnce }) => atOnce === 1)).toBe(true);
    expect(new Set(all.map(({ threadId }) => threadId)).size).toBe(3);
  });

  it('are used again while they are warm', async () => {
    const pool = await poolOf(source);
    const first = (await pool.invoke({ wait: 0 })) as Seen;
    const second = (await pool.invoke({ wait: 0 })) as Seen;
    expect(second.threadId).toBe(first.threadId);
  });

  it('are no more than the reserved concurrency', async () => {
    const pool = await poolOf(source, { reservedConcurrency: 1 });
    const all = (await Promise.all([pool.invoke({ wait: 20 }), pool.invoke({ wait: 20 })])) as Seen[];
    expect(new Set(all.map(({ threadId }) => threadId)).size).toBe(1);
  });
});

describe('a function that does not end well', () => {
  it('is ended at its time limit, even in an endless loop, and the next invocation works', async () => {
    const pool = await poolOf('export const handler = async ({ loop }) => { while (loop); return "ok" }', {
      timeoutSeconds: 1,
    });
    await expect(pool.invoke({ loop: true })).rejects.toMatchObject({
      name: 'Sandbox.Timedout',
      message: 'Task timed out after 1.00 seconds',
    });
    expect(await pool.invoke({})).toBe('ok');
  });

  it('that exits fails with Runtime.ExitError, and waiting invocations get another thread', async () => {
    const pool = await poolOf(
      'export const handler = async ({ code }) => { if (code) process.exit(code); return "ok" }',
      {
        maxWorkers: 1,
      },
    );
    const [exited, waited] = await Promise.allSettled([pool.invoke({ code: 3 }), pool.invoke({})]);
    expect(exited).toMatchObject({
      reason: { name: 'Runtime.ExitError', message: 'Runtime exited with error: exit status 3' },
    });
    expect(waited).toMatchObject({ value: 'ok' });
  });

  it('that throws outside of its handler fails with Runtime.ExitError', async () => {
    const pool = await poolOf(
      `export const handler = () => new Promise(() => setTimeout(() => { throw new Error('loose') }, 5))`,
    );
    await expect(pool.invoke({})).rejects.toMatchObject({
      name: 'Runtime.ExitError',
      message: expect.stringContaining('loose'),
    });
  });

  it('that uses more memory than it has says so', async () => {
    const pool = await poolOf(
      `export const handler = async () => { const all = []; for (let i = 0; ; i++) all.push({ i, inner: { list: [i] } }) }`,
      { memoryMb: 128, timeoutSeconds: 60 },
    );
    await expect(pool.invoke({})).rejects.toMatchObject({
      name: 'Runtime.ExitError',
      message: expect.stringContaining('128 MB'),
    });
  });

  it('that cannot be loaded fails every invocation with the reason', async () => {
    const pool = await poolOf(`throw new TypeError('MEDIA_BUCKET is missing')`);
    for (let i = 0; i < 2; i++) {
      await expect(pool.invoke({})).rejects.toMatchObject({ name: 'TypeError', message: 'MEDIA_BUCKET is missing' });
    }
  });

  it('that has no such handler, or one with a callback, is refused', async () => {
    const missing = await poolOf('export const other = 1');
    await expect(missing.invoke({})).rejects.toMatchObject({ name: 'Runtime.HandlerNotFound' });
    const callback = await poolOf('export const handler = (event, context, callback) => callback(null, 1)');
    await expect(callback.invoke({})).rejects.toMatchObject({ name: 'Runtime.CallbackHandlerDeprecated' });
    const nowhere = await poolOf('', { handler: 'nowhere.handler' });
    await expect(nowhere.invoke({})).rejects.toMatchObject({ name: 'Runtime.ImportModuleError' });
  });

  it('can be killed in mid-invocation or after its success', async () => {
    const pool = await poolOf('export const handler = async ({ ms }) => new Promise((r) => setTimeout(r, ms))');
    const killed = { name: 'Runtime.ExitError', message: 'Runtime exited with error: signal: killed' };
    await expect(pool.invoke({ ms: 60_000 }, { killAfterMs: 20 })).rejects.toMatchObject(killed);
    await expect(pool.invoke({ ms: 0 }, { killAfterSuccess: true })).rejects.toMatchObject(killed);
    expect(await pool.invoke({ ms: 0 })).toBeNull();
  });
});

it('a stopped pool fails what is under way, what waits and what comes', async () => {
  const pool = await poolOf('export const handler = () => new Promise((r) => setTimeout(r, 60_000))', {
    maxWorkers: 1,
  });
  const fails = () => expect(pool.invoke({})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
  const begun = [fails(), fails()];
  await new Promise((resolve) => setTimeout(resolve, 100));
  await pool.stop();
  await Promise.all([...begun, fails()]);
});
