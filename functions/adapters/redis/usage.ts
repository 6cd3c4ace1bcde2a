/** Counts how often values are read, by family and day, so that the most used can be warmed. */
import * as z from 'zod';
import type { CacheFamily } from '../../contracts/cache.ts';
import type { CacheArguments } from '../../core/ports/cache.ts';
import type { RedisConnection } from './connection.ts';
import { usageKey } from './keys.ts';
import type { RedisCommand } from './link.ts';

const DAY_MS = 86_400_000;
const KEPT_SECONDS = (2 * DAY_MS) / 1_000;
/** So many values are counted for a family and day; those that are used least are forgotten now and then. */
const MAX_COUNTED = 1_000;
const TRIM_SHARE = 0.01;

const argumentsSchema = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** @param now ms since the epoch */
export function countUses(family: CacheFamily, used: readonly CacheArguments[], now: number): RedisCommand[] {
  const key = usageKey(family, dayOf(now));
  return [
    // Arguments that JSON cannot tell apart (NaN from null) are not counted.
    ...used.filter(isCountable).map((args): RedisCommand => ['ZINCRBY', key, 1, JSON.stringify(args)]),
    ['EXPIRE', key, KEPT_SECONDS],
    // Not each time: a value that has just come in would never stay.
    ...(Math.random() < TRIM_SHARE ? [['ZREMRANGEBYRANK', key, 0, -MAX_COUNTED - 1] satisfies RedisCommand] : []),
  ];
}

/**
 * Of today and yesterday.
 * @throws CacheUnavailable
 */
export async function readMostUsed(
  connection: RedisConnection,
  family: CacheFamily,
  limit: number,
  now: number,
): Promise<CacheArguments[]> {
  const days = [now, now - DAY_MS].map(dayOf);
  const answers = await connection.run(
    days.map((day): RedisCommand => ['ZRANGE', usageKey(family, day), 0, MAX_COUNTED - 1, 'REV', 'WITHSCORES']),
  );
  const uses = new Map<string, number>();
  for (const answer of answers) {
    if (!Array.isArray(answer)) continue;
    for (let i = 0; i + 1 < answer.length; i += 2) {
      const args = String(answer[i]);
      uses.set(args, (uses.get(args) ?? 0) + Number(answer[i + 1]));
    }
  }
  return [...uses]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([args]) => argumentsOf(args))
    .slice(0, limit);
}

/** None for what this does not write. */
function argumentsOf(text: string): CacheArguments[] {
  try {
    return [argumentsSchema.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

const isCountable = (args: CacheArguments) => args.every((arg) => typeof arg !== 'number' || Number.isFinite(arg));

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);
