import { type CacheFamily, MISSING_LIFETIME_SECONDS } from '../../contracts/cache.ts';
import type { Keep } from '../../core/ports/cache.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { RedisConnection } from './connection.ts';
import { seal } from './envelope.ts';
import { keepGeneration } from './generations.ts';
import { lifetimeOf } from './lifetimes.ts';
import type { RedisCommand } from './link.ts';
import { release } from './locks.ts';
import type { CacheObserver } from './observer.ts';
import type { Target } from './target.ts';

export type Storable = {
  target: Target;
  /** undefined: it cannot be written as JSON */
  shared: { json: string | undefined } | undefined;
  keep: Keep;
  /** Whether its lock is to be given back. */
  isLocked: boolean;
};

export type StoreContext = {
  connection: RedisConnection;
  observer: CacheObserver;
  clock: Clock;
  family: CacheFamily;
  lifetimeSeconds: number;
};

/**
 * Stores values and gives their locks back, in one round trip. What cannot be stored takes the place of what is there as
 * well: that is older.
 * @param ageMs how long ago they began to be loaded: lifetimes count from then
 * @throws CacheUnavailable
 */
export async function store(context: StoreContext, values: readonly Storable[], ageMs: number): Promise<void> {
  const { connection, observer, family, lifetimeSeconds } = context;
  const scopes = new Set(values.flatMap(({ target }) => target.wanted.scopes));
  const answers = await connection.run([
    ...values.map((value) => storing(context, value, ageMs)),
    ...release(values.filter(({ isLocked }) => isLocked).map(({ target }) => target)),
    ...[...scopes].map((scope) => keepGeneration(scope, lifetimeSeconds)),
  ]);
  const refused = answers.slice(0, values.length).find((answer) => answer instanceof Error);
  if (refused instanceof Error) observer.incident(family, `Redis has not stored a value: ${refused.message}`);
}

function storing(context: StoreContext, { target, shared, keep }: Storable, ageMs: number): RedisCommand {
  if (keep === 'not') return ['DEL', target.wanted.key];
  const { clock, observer, family, lifetimeSeconds } = context;
  const seconds =
    keep === 'briefly' || shared?.json === undefined
      ? Math.min(MISSING_LIFETIME_SECONDS, lifetimeSeconds)
      : lifetimeSeconds;
  const { hardMs, softMs } = lifetimeOf(seconds);
  const softUntil = clock.now() - ageMs + softMs;
  const bytes = shared && seal({ stamp: target.stamp, softUntil, json: shared.json });
  if (!bytes)
    observer.incident(family, shared ? 'A value is too large to be cached' : 'A value cannot be written as JSON');
  const leftMs = Math.floor(hardMs - ageMs);
  return bytes && leftMs > 0 ? ['SET', target.wanted.key, bytes, 'PX', leftMs] : ['DEL', target.wanted.key];
}
