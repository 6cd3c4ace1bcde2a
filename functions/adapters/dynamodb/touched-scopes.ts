import { type CacheFamily, type CacheScope, cacheScopes } from '../../contracts/cache.ts';
import { type Key, keys, prefixes } from './keys.ts';

/** Families that are made of the lexicon, which changes as a whole: its version is written last. */
const LEXICON_FAMILIES = ['word', 'level-list'] as const satisfies CacheFamily[];

/**
 * What cached values depend on an item, by its primary key alone: the formats (`contracts/tables.ts`) are the same in no two
 * tables. Nothing for items of which nothing is cached, such as tasks.
 */
export function scopesTouchedBy({ pk, sk }: Key): CacheScope[] {
  const [kind, id = '', part, partId = ''] = pk.split('#');
  if (kind === 'SESSION') return [cacheScopes.session(id)];
  if (pk === keys.lexiconVersion.pk) return LEXICON_FAMILIES.map((family) => cacheScopes.family(family));
  if (kind !== 'USER') return [];
  // The vocabulary of a chunk is not cached, and only written together with the chunk.
  if (part === 'VIDEO') return sk.startsWith(prefixes.chunk) ? [cacheScopes.lessons(partId)] : [];
  if (sk.startsWith(prefixes.video)) {
    return [cacheScopes.video(sk.slice(prefixes.video.length)), cacheScopes.library(id)];
  }
  const isSeries = sk.startsWith(prefixes.series) || sk.startsWith(prefixes.episode);
  return isSeries ? [cacheScopes.library(id)] : [];
}
