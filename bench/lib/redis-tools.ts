import { Redis } from 'ioredis';

/** A connection of the bench itself, for looking at the server from outside. */
export function connectRedis(url: string): Redis {
  return new Redis(url);
}

/** How many commands the server has executed since its start, those that ask for this left out. */
export async function commandsExecuted(redis: Redis): Promise<number> {
  const info = await redis.info('commandstats');
  return [...info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)]
    .filter(([, name]) => name !== 'info')
    .reduce((sum, [, , calls]) => sum + Number(calls), 0);
}

/** Bytes of a value of a filling key. */
const FILLING_BYTES = 100;
const FILLED_AT_ONCE = 100_000;

/** Puts keys into Redis that belong to no contender, named as long as ours. */
export async function fill(redis: Redis, count: number): Promise<void> {
  const script = `for i = ARGV[1], ARGV[2] do redis.call('SET', 'other:' .. redis.sha1hex(i), ARGV[3]) end`;
  const value = 'x'.repeat(FILLING_BYTES);
  for (let from = 1; from <= count; from += FILLED_AT_ONCE) {
    await redis.eval(script, 0, from, Math.min(count, from + FILLED_AT_ONCE - 1), value);
  }
}
