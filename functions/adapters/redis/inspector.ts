import type { CacheFamily, CacheFigures, CacheKeyInfo } from '../../contracts/cache.ts';
import type { CacheInspector, CacheServerState } from '../../core/ports/cache-inspection.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { InvalidCursor, type Page, type PageRequest } from '../../core/ports/video-store.ts';
import { CacheUnavailable, type RedisConnection } from './connection.ts';
import { unseal } from './envelope.ts';
import { readFigures } from './figures.ts';
import { generationsOf } from './generations.ts';
import { generationKey, valueKeyPrefix } from './keys.ts';

/** One call of `keys` sends so many SCANs at most, and each looks at so many keys at most (about 1 ms of the server's time). */
const MAX_SCANS = 10;
const MAX_SCANNED = 2000;
const WIDEN = 4;
/** Of a value, its stamp is in here, bytes. */
const HEAD_BYTES = 4096;

export class RedisInspector implements CacheInspector {
  readonly #connection: Pick<RedisConnection, 'run'>;
  readonly #clock: Clock;
  readonly #lifetimes: Partial<Record<CacheFamily, number>>;

  /** @param options.lifetimes that differ from `CACHE_FAMILIES`, seconds */
  constructor(
    connection: Pick<RedisConnection, 'run'>,
    options: { clock: Clock; lifetimes?: Partial<Record<CacheFamily, number>> },
  ) {
    this.#connection = connection;
    this.#clock = options.clock;
    this.#lifetimes = options.lifetimes ?? {};
  }

  server(): Promise<CacheServerState | undefined> {
    return unlessAway(async () => {
      const [info, size] = await this.#connection.run([['INFO'], ['DBSIZE']]);
      const fields = parseInfo(info);
      const number = (name: string) => {
        const value = fields.get(name);
        return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
      };
      return {
        engine: engineOf(fields),
        keys: typeof size === 'number' ? size : null,
        memory_bytes: number('used_memory'),
        // 0 means that there is no limit.
        memory_limit_bytes: number('maxmemory') || null,
        clients: number('connected_clients'),
        uptime_seconds: number('uptime_in_seconds'),
      };
    });
  }

  figures(hours = 24): Promise<CacheFigures | undefined> {
    return unlessAway(() => readFigures(this.#connection, hours, this.#clock.now(), this.#lifetimes));
  }

  async keys(family: CacheFamily, { limit, cursor = '0' }: PageRequest): Promise<Page<CacheKeyInfo> | undefined> {
    if (!/^\d{1,40}$/.test(cursor)) throw new InvalidCursor();
    return unlessAway(async () => {
      const found: string[] = [];
      let position = cursor;
      let width = limit;
      for (let scans = 0; scans < MAX_SCANS; scans++) {
        const [answer] = await this.#connection.run([
          ['SCAN', position, 'MATCH', `${valueKeyPrefix(family)}*`, 'COUNT', width],
        ]);
        const [next, keys] = parseScan(answer);
        found.push(...keys);
        position = next;
        if (position === '0' || found.length >= limit) break;
        // The rarer the keys of the family are, the more have to be looked at.
        if (keys.length < width / WIDEN) width = Math.min(width * WIDEN, MAX_SCANNED);
      }
      const items = await this.#describe(found);
      return position === '0' ? { items } : { items, cursor: position };
    });
  }

  async #describe(keys: readonly string[]): Promise<CacheKeyInfo[]> {
    const answers = await this.#connection.run(
      keys.flatMap((key) => [
        ['STRLEN', key],
        ['PTTL', key],
        ['GETRANGE', key, 0, HEAD_BYTES - 1],
      ]),
    );
    const found = keys.flatMap((key, at) => {
      const [bytes, milliseconds, head] = answers.slice(3 * at, 3 * at + 3);
      // Negative for what has expired meanwhile; an error for what is no value.
      if (typeof bytes !== 'number' || typeof milliseconds !== 'number' || milliseconds < 0) return [];
      const stamp = Buffer.isBuffer(head) ? unseal(head)?.stamp : undefined;
      return [{ key, bytes, expires_in_seconds: milliseconds / 1000, generations: stamp ? generationsOf(stamp) : [] }];
    });
    const current = await this.#generations(found.flatMap(({ generations }) => generations.map(({ scope }) => scope)));
    return found.map(({ generations, ...key }) => ({
      ...key,
      valid: generations.length > 0 && generations.every(({ scope, generation }) => current.get(scope) === generation),
    }));
  }

  /** The generations that scopes have now. */
  async #generations(scopes: readonly string[]): Promise<Map<string, string>> {
    const distinct = [...new Set(scopes)];
    const answers = await this.#connection.run(distinct.map((scope) => ['GET', generationKey(scope)]));
    return new Map(distinct.map((scope, at) => [scope, String(answers[at])]));
  }
}

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CacheUnavailable) return undefined;
    throw error;
  }
}

/** `name:value` lines in sections. Serverless caches leave some out, or the whole command. */
function parseInfo(info: unknown): Map<string, string> {
  if (!Buffer.isBuffer(info)) return new Map();
  const lines = info.toString('utf8').split('\r\n');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
    }),
  );
}

/** Valkey gives its own version beside that of the Redis that it stands in for. */
function engineOf(fields: Map<string, string>): string | null {
  const valkey = fields.get('valkey_version');
  if (valkey) return `valkey ${valkey}`;
  const redis = fields.get('redis_version');
  return redis ? `redis ${redis}` : null;
}

function parseScan(answer: unknown): [cursor: string, keys: string[]] {
  if (answer instanceof Error) throw new CacheUnavailable(answer.message);
  if (!Array.isArray(answer) || !Array.isArray(answer[1])) throw new CacheUnavailable('SCAN answered something else');
  return [String(answer[0]), answer[1].map(String)];
}
