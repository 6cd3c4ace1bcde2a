import { describe, expect, it } from 'vitest';
import { type Key, keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { scopesTouchedBy } from '../../../functions/adapters/dynamodb/touched-scopes.ts';
import { STREAM_FILTERS } from '../../../functions/contracts/tables.ts';

const ref = { ownerId: 'owner', videoId: 'video' };
const whole = ['video:video', 'library:owner'];

/** An item of every kind, with what depends on it. */
const items: Record<keyof typeof STREAM_FILTERS, [what: string, key: Key, scopes: string[]][]> = {
  videos: [
    ['a video', keys.video(ref), whole],
    ['a chunk', keys.chunk(ref, 3), ['lessons:video']],
    ['vocabulary of a chunk', keys.words(ref, 3, 1), []],
    ['a series', keys.series('owner', 'abc'), ['library:owner']],
    ['an episode', keys.episode(ref, 'abc', 3), ['library:owner']],
    ['a task', keys.task({ ownerId: 'owner', taskId: 'task' }), []],
  ],
  users: [
    ['a session', keys.session('session'), ['session:session']],
    ['an account', keys.account('owner'), []],
    ['an e-mail', keys.email('a@b.example'), []],
    ['a signing key', keys.publicKey('kid'), []],
  ],
  lexicon: [
    ['the version of the lexicon', keys.lexiconVersion, ['family:word', 'family:level-list']],
    ['a word', keys.word('de', { lemma: 'Haus', pos: 'noun' }), []],
  ],
};

describe.each(Object.entries(items))('A change of the table %s', (table, kinds) => {
  it.each(kinds)('invalidates what depends on %s', (_, key, scopes) => {
    expect(scopesTouchedBy(key)).toEqual(scopes);
  });

  it.each(kinds)('is let through to the cache if something depends on %s, and only then', (_, key, scopes) => {
    const filter = Object.entries(STREAM_FILTERS).find(([name]) => name === table)?.[1];
    const isLetThrough = filter?.prefixes.some((prefix) => key[filter.attribute].startsWith(prefix));
    expect(isLetThrough).toBe(scopes.length > 0);
  });
});
