/**
 * Generations: what makes an invalidation one command, however many values it concerns.
 *
 * Each scope (`family:word`, `video:…`) has a generation, a random token under a key of its own. A value carries a stamp,
 * the generations that its scopes had before it began to be loaded, and is valid as long as they still have them. To
 * invalidate a scope is to delete its generation; the next reader makes a new one, before it loads. So
 *
 * - what was loaded before a write can never be valid after that write's invalidation, whenever it is stored;
 * - a generation that Redis evicts or lets expire costs misses and can never bring an old value back, as a counter that
 *   begins anew would;
 * - deleting works where Redis is full, when it refuses everything that writes.
 */
import { randomBytes } from 'node:crypto';
import type { CacheScope } from '../../contracts/cache.ts';
import { generationKey } from './keys.ts';
import type { RedisCommand } from './link.ts';

/** A generation outlives what depends on it by this, seconds. */
const MARGIN_SECONDS = 60;

/** A new generation. Nine random bytes: the same twice for one scope does not happen. */
export const newGeneration = () => randomBytes(9).toString('base64url');

/** @param scopes sorted @param generationOf of a scope */
export const stampOf = (scopes: readonly CacheScope[], generationOf: (scope: CacheScope) => string) =>
  scopes.map((scope) => `${scope}=${generationOf(scope)}`).join('\n');

/** The opposite of `stampOf`, for those who look at what is stored. */
export const generationsOf = (stamp: string): { scope: string; generation: string }[] =>
  stamp.split('\n').map((line) => {
    const at = line.lastIndexOf('=');
    return { scope: line.slice(0, at), generation: line.slice(at + 1) };
  });

/** Makes a generation where there is none. Answers the one that there is, or null when this is it now. */
export const createGeneration = (scope: CacheScope, generation: string, lifetimeSeconds: number): RedisCommand => [
  'SET',
  generationKey(scope),
  generation,
  'NX',
  'GET',
  'EX',
  lifetimeSeconds + MARGIN_SECONDS,
];

/** Keeps a generation as long as a value that is stored now may live. */
export const keepGeneration = (scope: CacheScope, lifetimeSeconds: number): RedisCommand => [
  'EXPIRE',
  generationKey(scope),
  lifetimeSeconds + MARGIN_SECONDS,
  'GT',
];

export const deleteGeneration = (scope: CacheScope): RedisCommand => ['DEL', generationKey(scope)];
