/** What the command line prints about the cache. */
import type { CacheFamily, CacheKeyInfo, CacheServer } from '../../functions/contracts/cache.ts';
import type { CacheStats } from './cache-source.ts';

/** @param enabled whether anybody reads the cache */
export function statsReport(stats: CacheStats, enabled: boolean): string {
  const off = 'The cache is switched off (CACHE_ENABLED=false): every read goes to its source.';
  const head = [...serverLines(stats.server), ...(enabled ? [] : [off])];
  if (stats.hits + stats.misses + stats.errors === 0) {
    if (!enabled) return text(head);
    return text([
      ...head,
      '',
      `Nothing was read through the cache ${sinceWhen(stats)}.`,
      'Use the API a little, then look again: npm run process -- examples/ein-tag-in-hamburg.mp4 --from de --to en --url <its address>',
    ]);
  }
  const rows = stats.families.map((family) => [
    family.family,
    number(family.hits),
    number(family.misses),
    percent(family.hit_rate),
    number(family.stale),
    number(family.errors),
    milliseconds(family.hit_ms),
    milliseconds(family.miss_ms),
    duration(family.lifetime_seconds),
  ]);
  const stale = stats.families.reduce((sum, family) => sum + family.stale, 0);
  const total = ['all', number(stats.hits), number(stats.misses), percent(stats.hit_rate)];
  const table = [...rows, [...total, number(stale), number(stats.errors), '', '', '']];
  return text([...head, '', `Last ${stats.hours} hours:`, ...tableLines(STATS_HEADER, table)]);
}

function sinceWhen({ hours, server: { uptime_seconds: uptime } }: CacheStats): string {
  if (uptime === null || uptime >= hours * 3600) return `in the last ${hours} hours`;
  return `since the cache started (${duration(uptime)} ago)`;
}

const STATS_HEADER = ['family', 'hits', 'misses', 'hit rate', 'stale', 'errors', 'hit ms', 'miss ms', 'lifetime'];

export function keysReport(family: CacheFamily, keys: readonly CacheKeyInfo[], limit: number): string {
  if (keys.length === 0) {
    return text([`Nothing is stored of "${family}". Values are stored when they are read for the first time.`]);
  }
  const rows = keys.map(({ key, bytes, expires_in_seconds: seconds, valid }) => [
    key,
    size(bytes),
    duration(seconds),
    valid ? 'yes' : 'no',
  ]);
  const more = keys.length >= limit ? [`There may be more: --limit ${limit * 10} lists up to so many.`] : [];
  const total = `${number(keys.length)} ${keys.length === 1 ? 'key' : 'keys'}, ${size(keys.reduce((sum, { bytes }) => sum + bytes, 0))}`;
  return text([...tableLines(['key', 'size', 'expires in', 'valid'], rows), '', total, ...more]);
}

export const clearReport = (families: readonly CacheFamily[]) =>
  text([`Invalid from now on: ${families.join(', ')}. The next reads load from the source.`]);

function serverLines(server: CacheServer): string[] {
  const limit = server.memory_limit_bytes === null ? '' : ` of ${size(server.memory_limit_bytes)}`;
  const facts = [
    server.engine ?? 'unknown engine',
    server.keys !== null && `${number(server.keys)} ${server.keys === 1 ? 'key' : 'keys'}`,
    server.memory_bytes !== null && `${size(server.memory_bytes)}${limit}`,
    server.clients !== null && `${number(server.clients)} ${server.clients === 1 ? 'client' : 'clients'}`,
    server.uptime_seconds !== null && `up ${duration(server.uptime_seconds)}`,
    server.service_status,
    server.last_snapshot_at !== null && `last snapshot ${server.last_snapshot_at}`,
  ];
  return [`Cache: ${facts.filter((fact) => fact).join(', ')}`];
}

/** The first column to the left, numbers to the right. */
function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const number = (value: number) => value.toLocaleString('en-US');
const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
const milliseconds = (value: number | null) => (value === null ? '–' : value.toFixed(2));

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;
function size(bytes: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** step;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${UNITS[step]}`;
}

const SPANS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;
/** The two largest units: `1 h 5 min`. */
function duration(seconds: number): string {
  let rest = Math.round(seconds);
  const parts = SPANS.flatMap(([unit, span]) => {
    const count = Math.floor(rest / span);
    rest -= count * span;
    return [{ unit, count }];
  });
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ');
}
