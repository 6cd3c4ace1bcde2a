import { parseArgs } from 'node:util';
import { CACHE_FAMILIES, CACHE_FAMILY_NAMES, type CacheFamily } from '../../functions/contracts/cache.ts';
import { UsageError } from './arguments.ts';

const DEFAULT_PORT = '3000';
const DEFAULT_LIMIT = '20';
const MAX_LIMIT = 10_000;

export const CACHE_USAGE = `Looks into the cache.

  npm run cache -- stats                 what it holds, and how often it helped in the last 24 hours
  npm run cache -- keys <family>         what is stored of a family
  npm run cache -- clear <family|all>    makes it invalid: the next reads load from the source

  --limit <n>   how many keys to list (default ${DEFAULT_LIMIT})
  --json        print one JSON object
  --port <n>    port of the LangPlug that runs on this machine (default ${DEFAULT_PORT})
  --url <url>   a deployed LangPlug, through its API, as the admin LANGPLUG_EMAIL with LANGPLUG_PASSWORD
  --help        print this

Families:
${CACHE_FAMILY_NAMES.map((family) => `  ${family.padEnd(13)} ${CACHE_FAMILIES[family].holds}`).join('\n')}

Exit status: 0 done, 1 failed, 2 wrong usage.
`;

/** Where the cache is reached: the Redis of a cloud on this machine, or the API of any. */
export type CacheTarget = { port: number } | { url: string; email: string; password: string };
export type CacheArguments = { target: CacheTarget; json: boolean } & (
  | { command: 'stats' }
  | { command: 'keys'; family: CacheFamily; limit: number }
  | { command: 'clear'; family: CacheFamily | 'all' }
);

/** @param env holds who an admin is. @returns 'help' when help is asked for. @throws UsageError */
export function parseCacheArguments(argv: string[], env: Record<string, string | undefined>): CacheArguments | 'help' {
  const { values, positionals } = parse(argv);
  const [command, family, ...rest] = positionals;
  if (values.help || command === 'help') return 'help';
  if (command === undefined) throw new UsageError('Say what to do: stats, keys, clear or help.');
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is too much. Options follow "--": npm run cache -- …`);
  const common = { target: targetOf(values, env), json: values.json };
  if (command === 'stats') {
    if (family !== undefined) throw new UsageError(`stats shows all families; leave out "${family}".`);
    return { ...common, command };
  }
  if (command === 'keys') return { ...common, command, family: familyOf(family), limit: limitOf(values.limit) };
  if (command === 'clear') return { ...common, command, family: family === 'all' ? 'all' : familyOf(family, 'all') };
  throw new UsageError(`"${command}" is not known: stats, keys, clear or help.`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        limit: { type: 'string', default: DEFAULT_LIMIT },
        json: { type: 'boolean', default: false },
        port: { type: 'string' },
        url: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function targetOf(
  { port, url }: { port?: string | undefined; url?: string | undefined },
  { LANGPLUG_EMAIL: email, LANGPLUG_PASSWORD: password }: Record<string, string | undefined>,
): CacheTarget {
  if (url === undefined) return { port: portOf(port ?? DEFAULT_PORT) };
  if (port !== undefined) throw new UsageError('Give --url or --port, not both.');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(`--url ${url} is no URL: give it as https://… or http://localhost:3000`);
  }
  if (!email || !password) {
    throw new UsageError('With --url, set LANGPLUG_EMAIL and LANGPLUG_PASSWORD to those of an admin.');
  }
  return { url: url.replace(/\/+$/, ''), email, password };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UsageError(`--port ${text} must be a number from 1 to 65535.`);
  }
  return port;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MAX_LIMIT) {
    throw new UsageError(`--limit ${text} must be a whole number from 1 to ${MAX_LIMIT}.`);
  }
  return limit;
}

function familyOf(name: string | undefined, ...others: string[]): CacheFamily {
  const known = [...CACHE_FAMILY_NAMES, ...others].join(', ');
  if (name === undefined) throw new UsageError(`Name a family: ${known}.`);
  const family = CACHE_FAMILY_NAMES.find((candidate) => candidate === name);
  if (!family) throw new UsageError(`"${name}" is no family of the cache: ${known}.`);
  return family;
}
