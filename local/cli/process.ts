/** `npm run process -- <media> --from de --to en`: the main job from a terminal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureServices } from '../../scripts/ensure-services.ts';
import { ApiClient, ApiProblem, Unreachable, UploadRefused } from '../client/api-client.ts';
import { type JobResult, runJob } from '../client/run-job.ts';
import { type LocalCloud, startLocalCloud } from '../cloud.ts';
import { createLog, silentLog } from '../log.ts';
import type { LocalLog } from '../types.ts';
import { type ProcessArguments, parseProcessArguments, USAGE, UsageError } from './arguments.ts';
import { cloudContext } from './cloud-context.ts';
import { type ProgressDisplay, progressDisplay } from './progress.ts';
import { failureReport, jsonReport, textReport } from './report.ts';
import { quietWhenStopping, stopOnSignals } from './stop-on-signals.ts';

const started = performance.now();

/** Stops what was started, once: a signal and the end of the job may both ask. */
let stopCloud: () => Promise<void> = async () => undefined;
let stopped: Promise<void> | undefined;
const stopOnce = () => {
  stopped ??= stopCloud();
  return stopped;
};

async function main(stopping: AbortSignal): Promise<number> {
  const args = parseProcessArguments(process.argv.slice(2));
  if (args === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!args.url) await ensureServices();
  const stream = args.json ? process.stderr : process.stdout;
  // What --verbose prints and a bar would spoil each other.
  const display = progressDisplay(stream, stream.isTTY && !args.verbose);
  stopping.addEventListener('abort', () => display.stop());
  let result: JobResult;
  let ready: number;
  try {
    display.update({ phase: 'start' });
    const url = args.url ?? (await startCloud(args, display, stopping)).url;
    ready = performance.now();
    const client = new ApiClient(url);
    await client.registerThrowAway();
    result = await runJob(client, url, args.job, (progress) => display.update(progress));
  } finally {
    display.stop();
  }
  report(result, args, (ready - started) / 1000);
  return result.task.state === 'completed' ? 0 : 1;
}

/** Starts a cloud of its own, over a folder that is removed when this process ends, however it does. */
function startCloud(args: ProcessArguments, display: ProgressDisplay, stopping: AbortSignal): Promise<LocalCloud> {
  const context = cloudContext(process.env);
  // In one go with what follows: no signal comes in between.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'langplug-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const starting = startLocalCloud({
    dataDir,
    ephemeral: true,
    port: 0,
    context,
    // Processing needs nothing of what they make.
    triggers: false,
    engines: args.engines,
    log: quietWhenStopping(cloudLog(args.verbose, display), stopping),
  });
  stopCloud = () =>
    starting.then(
      (cloud) => cloud.stop(),
      () => undefined,
    );
  return starting;
}

function report(result: JobResult, args: ProcessArguments, startSeconds: number): void {
  const timings = {
    start: startSeconds,
    ...result.timings,
    total: (performance.now() - started) / 1000,
  };
  const completed = result.task.state === 'completed';
  if (args.json) process.stdout.write(`${JSON.stringify(jsonReport(result, timings), null, 2)}\n`);
  else if (completed) process.stdout.write(textReport(result));
  if (args.url && !args.json) process.stdout.write(`\nVideo ${result.video.id}, of a learner made for this run\n`);
  if (!completed) process.stderr.write(failureReport(result));
}

/** Without --verbose only errors are printed: progress and the reason of a failure are told anyway. */
function cloudLog(verbose: boolean, display: ProgressDisplay): LocalLog {
  const log = createLog(process.stderr, verbose);
  if (verbose) return log;
  return { ...silentLog, error: (source, message) => display.meanwhile(() => log.error(source, message)) };
}

/** One line for errors that the user can do something about; the JSON contract holds for them, too. */
function reportError(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (process.argv.includes('--json')) {
    const failed = {
      state: 'failed',
      task: null,
      error: { code: codeOf(error), detail: reason },
      chunks: [],
      segments: [],
      vocabulary: [],
      timings: {},
    };
    process.stdout.write(`${JSON.stringify(failed, null, 2)}\n`);
  }
  process.stderr.write(`${reason}\n`);
  return 1;
}

function codeOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.code;
  if (error instanceof UploadRefused) return 'UPLOAD_REFUSED';
  return error instanceof Unreachable ? 'UNREACHABLE' : 'ERROR';
}

// Whoever reads the output may have seen enough ("| head"): no error, and what was started is stopped as always.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const stopping = stopOnSignals(stopOnce);
try {
  process.exitCode = await main(stopping);
} catch (error) {
  if (!stopping.aborted) process.exitCode = reportError(error);
} finally {
  await stopOnce();
}
