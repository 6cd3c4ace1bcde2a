/** `npm start`: the whole system on this machine. */
import { ensureServices } from '../scripts/ensure-services.ts';
import { readInstalled } from './aws/engines/installed.ts';
import { UsageError } from './cli/arguments.ts';
import { banner } from './cli/banner.ts';
import { parseStartArguments, START_USAGE, type StartArguments } from './cli/start-arguments.ts';
import { ENGINES_DIR, type LocalCloud, startLocalCloud } from './cloud.ts';
import { type FirstStartStep, onFirstStart } from './first-start.ts';
import { loadExample } from './load-example.ts';
import { createLog } from './log.ts';

/** What is done once over a data folder, when all is running: the example lesson is loaded here. */
const FIRST_START: FirstStartStep[] = [loadExample];

const print = (text: string) => process.stdout.write(`${text}\n`);

async function start(args: StartArguments): Promise<LocalCloud> {
  const started = performance.now();
  await ensureServices({ report: print });
  const awsEndpoint = process.env.LANGPLUG_ENDPOINT || undefined;
  const cloud = await startLocalCloud({
    ...args,
    awsEndpoint,
    log: createLog(process.stdout, args.verbose),
    onProgress: (step) => print(`  ${step} …`),
  });
  try {
    const notes = await onFirstStart(args.dataDir, FIRST_START, cloud.url, print);
    print(
      banner({
        cloud,
        notes,
        engines: readInstalled(ENGINES_DIR),
        awsEndpoint,
        dataDir: args.dataDir,
        seconds: (performance.now() - started) / 1000,
      }),
    );
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  return cloud;
}

/** Stops on the first signal, whenever it comes; a second one ends at once. */
function stopOnSignals(starting: Promise<LocalCloud>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    print('\nStopping …');
    await starting.then(
      (cloud) => cloud.stop(),
      () => undefined,
    );
    print('Everything is stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

try {
  const args = parseStartArguments(process.argv.slice(2));
  if (args === 'help') {
    process.stdout.write(START_USAGE);
  } else {
    const starting = start(args);
    stopOnSignals(starting);
    await starting;
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof UsageError ? `${message}\n\n${START_USAGE}` : `\n${message}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
