/** Makes one readable line of each structured log line of a function. */
import { isObject } from '../template/template.ts';
import type { LocalLog } from '../types.ts';

/** Fields that every line has and that nobody reads on a terminal. */
const UNINTERESTING = new Set([
  'level',
  'message',
  'timestamp',
  'service',
  'sampling_rate',
  'xray_trace_id',
  'cold_start',
  'function_name',
  'function_memory_size',
  'function_arn',
  'function_request_id',
  'function_version',
  'error',
  // Every task belongs to the video that is named.
  'task_id',
]);
const LONGEST_VALUE = 200;

export function logFunctionLine(log: LocalLog, source: string, line: string): void {
  const entry = parse(line);
  // Metrics in CloudWatch's embedded format, and what is no structured line, such as warnings of Node.js itself.
  if (!entry || '_aws' in entry) log.verbose(source, line);
  else log[levelOf(entry)](source, describe(entry));
}

function levelOf({ level, message, status }: Record<string, unknown>): keyof LocalLog {
  // Clients poll: what went well is not worth a line each time.
  if (message === 'request' && Number(status) < 500) return 'verbose';
  if (level === 'INFO') return 'info';
  if (level === 'WARN') return 'warn';
  return level === 'ERROR' || level === 'CRITICAL' ? 'error' : 'verbose';
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function describe(entry: Record<string, unknown>): string {
  const fields = Object.entries(entry)
    .filter(([name]) => !UNINTERESTING.has(name))
    .map(([name, value]) => `${name}=${short(value)}`);
  return [String(entry.message ?? ''), ...fields, ...errorOf(entry.error)].join('  ');
}

function errorOf(error: unknown): string[] {
  if (!isObject(error)) return [];
  const where = typeof error.location === 'string' && error.location !== '' ? ` (${fromProject(error.location)})` : '';
  return [`${String(error.name ?? 'Error')}: ${short(error.message)}${where}`];
}

/** Source maps of bundles name files by paths of where they were built. */
const fromProject = (location: string): string => location.replace(/^.*?(?=functions\/)/, '');

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
