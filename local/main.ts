/** `npm start`: the whole system on this machine. */
import { ensureServices } from '../scripts/ensure-services.ts';
import { readInstalled } from './aws/engines/installed.ts';
import { UsageError } from './cli/arguments.ts';
import { banner } from './cli/banner.ts';
import { cloudContext } from './cli/cloud-context.ts';
import { parseStartArguments, START_USAGE, type StartArguments } from './cli/start-arguments.ts';
import { quietWhenStopping, stopOnSignals } from './cli/stop-on-signals.ts';
import { ENGINES_DIR, type LocalCloud, startLocalCloud } from './cloud.ts';
import { findProgram } from './find-program.ts';
import { type FirstStartStep, onFirstStart } from './first-start.ts';
import { loadExample } from './load-example.ts';
import { createLog } from './log.ts';

/** What is done once over a data folder, when all is running: the example lesson is loaded here. */
const FIRST_START: FirstStartStep[] = [loadExample];

const print = (text: string) => process.stdout.write(`${text}\n`);

async function start(args: StartArguments): Promise<void> {
  const started = performance.now();
  const context = cloudContext(process.env);
  await ensureServices({ report: print });
  const awsEndpoint = process.env.LANGPLUG_ENDPOINT || undefined;
  let starting: Promise<LocalCloud> | undefined;
  const stopping = stopOnSignals(async () => {
    print('\nStopping …');
    await starting?.then(
      (cloud) => cloud.stop(),
      () => undefined,
    );
    print('Everything is stopped.');
  });
  const report = (line: string) => {
    if (!stopping.aborted) print(line);
  };
  try {
    starting = startLocalCloud({
      ...args,
      context,
      awsEndpoint,
      // They take seconds the first time: people see before that all is running.
      triggers: false,
      log: quietWhenStopping(createLog(process.stdout, args.verbose), stopping),
      onProgress: (step) => report(`  ${step} …`),
    });
    const cloud = await starting;
    if (stopping.aborted) return;
    const notes = await onFirstStart(args.dataDir, FIRST_START, cloud.url, report);
    report(
      banner({
        cloud,
        notes,
        engines: readInstalled(ENGINES_DIR),
        hasFfmpeg: findProgram('ffmpeg') !== undefined,
        hasCache: context.cacheEnabled !== 'false',
        awsEndpoint,
        dataDir: args.dataDir,
        seconds: (performance.now() - started) / 1000,
      }),
    );
    await cloud.runTriggers();
  } catch (error) {
    // The process ends by itself when everything is stopped.
    if (stopping.aborted) return;
    await starting?.then(
      (cloud) => cloud.stop(),
      () => undefined,
    );
    throw error;
  }
}

try {
  const args = parseStartArguments(process.argv.slice(2));
  if (args === 'help') process.stdout.write(START_USAGE);
  else await start(args);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof UsageError ? `${message}\n\n${START_USAGE}` : `\n${message}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
