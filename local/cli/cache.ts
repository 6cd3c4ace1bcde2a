/** `npm run cache -- stats|keys|clear`: the cache from a terminal. */
import { ApiProblem, Unreachable } from '../client/api-client.ts';
import { UsageError } from './arguments.ts';
import { CACHE_USAGE, type CacheArguments, parseCacheArguments } from './cache-arguments.ts';
import { clearReport, keysReport, statsReport } from './cache-report.ts';
import { CacheAway, type CacheSource, openCacheSource } from './cache-source.ts';

type Output = { json: object; text: string };

async function main(): Promise<number> {
  const args = parseCacheArguments(process.argv.slice(2), process.env);
  if (args === 'help') {
    process.stdout.write(CACHE_USAGE);
    return 0;
  }
  const source = await openCacheSource(args.target);
  try {
    const { json, text } = await run(args, source);
    process.stdout.write(args.json ? `${JSON.stringify(json, null, 2)}\n` : text);
    return 0;
  } finally {
    source.close();
  }
}

async function run(args: CacheArguments, source: CacheSource): Promise<Output> {
  switch (args.command) {
    case 'stats': {
      const stats = await source.stats();
      const enabled = !(await source.isOff());
      return { json: { enabled, ...stats }, text: statsReport(stats, enabled) };
    }
    case 'keys': {
      const keys = await source.keys(args.family, args.limit);
      return { json: { family: args.family, keys }, text: keysReport(args.family, keys, args.limit) };
    }
    case 'clear': {
      const cleared = await source.clear(args.family);
      return { json: { cleared }, text: clearReport(cleared) };
    }
  }
}

/** One line for errors that the user can do something about; the JSON contract holds for them, too. */
function reportError(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: { code: codeOf(error), message } })}\n`);
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${message}\n\n${CACHE_USAGE}`);
    return 2;
  }
  process.stderr.write(`${message}\n`);
  return 1;
}

function codeOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.code;
  if (error instanceof CacheAway) return error.code;
  if (error instanceof UsageError) return 'USAGE';
  return error instanceof Unreachable ? 'UNREACHABLE' : 'ERROR';
}

process.exitCode = await main().catch(reportError);
