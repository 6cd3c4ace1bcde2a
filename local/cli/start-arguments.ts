import { parseArgs } from 'node:util';
import { UsageError } from './arguments.ts';

const DEFAULT_PORT = 3000;
const DEFAULT_DATA_DIR = '.langplug';

export const START_USAGE = `Runs LangPlug on this machine: the deployed template, with local services in place of AWS.

  npm start -- [options]

  --port <n>         port of the API and its reference page (default ${DEFAULT_PORT}; 0 takes any free one)
  --data-dir <path>  folder of all data (default ${DEFAULT_DATA_DIR})
  --fresh            begin with empty data
  --verbose          print everything that functions and services log
  --help             print this

CACHE_ENABLED=false runs it without the cache. LANGPLUG_ENDPOINT=http://… uses another AWS emulator in place of the local
services. Ctrl-C stops everything.
`;

export type StartArguments = { port: number; dataDir: string; fresh: boolean; verbose: boolean };

/** @returns 'help' when help is asked for. @throws UsageError */
export function parseStartArguments(argv: string[]): StartArguments | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new UsageError(`--port ${values.port} must be a number from 0 to 65535.`);
  }
  if (values['data-dir'] === '') throw new UsageError('--data-dir must not be empty.');
  return { port, dataDir: values['data-dir'], fresh: values.fresh, verbose: values.verbose };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        'data-dir': { type: 'string', default: DEFAULT_DATA_DIR },
        fresh: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
