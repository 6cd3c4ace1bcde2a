/** `npm run process -- <media> --from de --to en`: the main job from a terminal. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureServices } from '../../scripts/ensure-services.ts';
import { ApiClient, ApiProblem, UploadRefused } from '../client/api-client.ts';
import { type JobResult, runJob } from '../client/run-job.ts';
import { type LocalCloud, startLocalCloud } from '../cloud.ts';
import { createLog, silentLog } from '../log.ts';
import type { LocalLog } from '../types.ts';
import { type ProcessArguments, parseProcessArguments, USAGE, UsageError } from './arguments.ts';
import { progressDisplay } from './progress.ts';
import { failureReport, jsonReport, textReport } from './report.ts';

const started = performance.now();

async function main(): Promise<number> {
  const args = parseProcessArguments(process.argv.slice(2));
  if (args === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (args.url) return runOn(args.url, args);

  await ensureServices();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'langplug-'));
  let cloud: LocalCloud | undefined;
  const stop = async () => {
    await cloud?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143)));
  }
  try {
    cloud = await startLocalCloud({
      dataDir,
      ephemeral: true,
      port: 0,
      engines: args.engines,
      log: cloudLog(args.verbose),
    });
    return await runOn(cloud.url, args);
  } finally {
    await stop();
  }
}

async function runOn(url: string, args: ProcessArguments): Promise<number> {
  const ready = performance.now();
  const client = new ApiClient(url);
  await client.registerThrowAway();
  const display = progressDisplay(args.json ? process.stderr : process.stdout);
  let result: JobResult;
  try {
    result = await runJob(client, url, args.job, (progress) => display.update(progress));
  } finally {
    display.stop();
  }
  const timings = {
    start: (ready - started) / 1000,
    ...result.timings,
    total: (performance.now() - started) / 1000,
  };
  const completed = result.task.state === 'completed';
  if (args.json) process.stdout.write(`${JSON.stringify(jsonReport(result, timings), null, 2)}\n`);
  else if (completed) process.stdout.write(textReport(result));
  if (!completed) process.stderr.write(failureReport(result));
  return completed ? 0 : 1;
}

/** Without --verbose only errors are printed: progress and the reason of a failure are told anyway. */
function cloudLog(verbose: boolean): LocalLog {
  const log = createLog(process.stderr, verbose);
  return verbose ? log : { ...silentLog, error: log.error };
}

/** One line for errors that the user can do something about; the JSON contract holds for them, too. */
function reportError(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  const reason = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof ApiProblem ? error.problem.code : error instanceof UploadRefused ? 'UPLOAD_REFUSED' : 'ERROR';
  if (process.argv.includes('--json')) {
    const report = {
      state: 'failed',
      task: null,
      error: { code, detail: reason },
      chunks: [],
      segments: [],
      vocabulary: [],
      timings: {},
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  process.stderr.write(`${reason}\n`);
  return 1;
}

process.exitCode = await main().catch(reportError);
