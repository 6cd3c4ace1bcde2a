/**
 * Locks across instances: whoever gets the lock of a value loads it, the others wait for the value. A lock is no promise,
 * only a way to load once: where it is lost (its holder died or stood still, Redis forgot it), somebody else loads too.
 */
import type { CacheScope } from '../../contracts/cache.ts';
import type { RedisConnection } from './connection.ts';
import { createGeneration } from './generations.ts';
import { lockKey } from './keys.ts';
import type { RedisCommand } from './link.ts';
import type { Target } from './target.ts';

/** How often a holder renews its lock while that lives. */
const RENEWALS = 4;

/**
 * acquired: whoever asked is to load; held: somebody else is loading; moved: others have made the generations first, so
 * ask again with those; refused: Redis takes no writes.
 */
export type Claim = { state: 'acquired' | 'held' | 'moved' | 'refused' /** What is stored now. */; value: unknown };

/**
 * Makes the generations that the values depend on, tries to get the locks, and reads the values once more (somebody may
 * have stored them since), in one round trip. It is never repeated: what the first time has made may have been used by
 * others and invalidated since, and the second time would bring it back.
 * @returns what became of each, in order
 * @throws CacheUnavailable
 */
export async function claim(
  connection: RedisConnection,
  targets: readonly Target[],
  { lifetimeSeconds, lockMs }: { lifetimeSeconds: number; lockMs: number },
): Promise<Claim[]> {
  const proposals = new Map(targets.flatMap((target) => target.proposals));
  const answers = await connection.run(
    [
      ...[...proposals].map(([scope, generation]) => createGeneration(scope, generation, lifetimeSeconds)),
      ...targets.flatMap(({ wanted, stamp }): RedisCommand[] => [
        ['SET', lockKey(wanted.key, stamp), '', 'NX', 'PX', lockMs],
        ['GET', wanted.key],
      ]),
    ],
    { repeat: false },
  );

  const generations = new Map<CacheScope, string>();
  const refused = new Set<CacheScope>();
  [...proposals].forEach(([scope, proposal], i) => {
    const answer = answers[i];
    if (answer instanceof Error) refused.add(scope);
    else generations.set(scope, Buffer.isBuffer(answer) ? answer.toString() : proposal);
  });
  return targets.map((target, i) => {
    const lock = answers[proposals.size + 2 * i];
    const value = answers[proposals.size + 2 * i + 1];
    if (lock instanceof Error || target.wanted.scopes.some((scope) => refused.has(scope))) {
      return { state: 'refused', value };
    }
    if (!target.confirm(generations)) return { state: 'moved', value };
    return { state: lock === null ? 'held' : 'acquired', value };
  });
}

export const release = (targets: readonly Target[]): RedisCommand[] =>
  targets.map(({ wanted, stamp }) => ['DEL', lockKey(wanted.key, stamp)]);

/**
 * Renews locks for as long as their values are loaded. Nobody waits for that, so it takes nothing of the request's time, which
 * it would use up in some seconds.
 * @param onLost when Redis could not be reached; they are not renewed any more
 * @returns ends it
 */
export function keepLocks(
  connection: RedisConnection,
  targets: readonly Target[],
  lockMs: number,
  onLost: (error: unknown) => void,
): () => void {
  if (targets.length === 0) return () => {};
  const commands = targets.map(({ wanted, stamp }): RedisCommand => ['PEXPIRE', lockKey(wanted.key, stamp), lockMs]);
  const timer = setInterval(() => {
    connection.run(commands, { aside: true }).catch((error: unknown) => {
      clearInterval(timer);
      onLost(error);
    });
  }, lockMs / RENEWALS);
  return () => clearInterval(timer);
}
