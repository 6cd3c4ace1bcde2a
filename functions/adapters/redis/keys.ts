/** Names of all keys in Redis. */
import { hash } from 'node:crypto';
import type { CacheFamily } from '../../contracts/cache.ts';
import type { CacheArguments } from '../../core/ports/cache.ts';

/** What all values of a family have in front, and nothing else has. */
export const valueKeyPrefix = (family: CacheFamily) => `lp:v:${family}:`;

/** Where a value is: a digest of its arguments, which may be long and may be private. */
export const valueKey = (family: CacheFamily, args: CacheArguments) =>
  `${valueKeyPrefix(family)}${digest(JSON.stringify([family, args.map(canonical)]))}`;

/** Where the generation of a scope is. */
export const generationKey = (scope: string) => `lp:g:${scope}`;

/** Where it is noted that somebody loads a value. The stamp is part of it, so that nobody waits for a load from before an invalidation. */
export const lockKey = (valueKey: string, stamp: string) => `lp:l:${digest(`${valueKey}\n${stamp}`)}`;

/** Where uses of a family are counted. @param day such as 2026-11-21 (UTC) */
export const usageKey = (family: CacheFamily, day: string) => `lp:u:${family}:${day}`;

const digest = (text: string) => hash('sha256', text, 'base64url');

/** JSON has no word for NaN and the infinities and writes null for them: they must not meet the value of null. */
const canonical = (argument: CacheArguments[number]) =>
  typeof argument === 'number' && !Number.isFinite(argument) ? { number: String(argument) } : argument;
