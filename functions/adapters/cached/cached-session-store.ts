import * as z from 'zod';
import { cacheScopes } from '../../contracts/cache.ts';
import type { Session, SessionStore } from '../../core/ports/accounts.ts';
import type { Cache, CachedRead } from '../../core/ports/cache.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { invalidateAfter } from './invalidate-after.ts';

const SESSION: CachedRead<Session | undefined> = {
  family: 'session',
  schema: z.object({ id: z.string(), accountId: z.string(), createdAt: z.number(), expiresAt: z.number() }).optional(),
};

/** Sessions, read through the cache. Nobody knows the id of a session before it is created, so creating touches no value. */
export class CachedSessionStore implements SessionStore {
  readonly #source: SessionStore;
  readonly #cache: Cache;
  readonly #clock: Clock;

  constructor(source: SessionStore, cache: Cache, clock: Clock) {
    this.#source = source;
    this.#cache = cache;
    this.#clock = clock;
  }

  create(session: Session): Promise<void> {
    return this.#source.create(session);
  }

  /** The cached value may outlive the session, so its end is looked at each time. */
  async get(id: string): Promise<Session | undefined> {
    const key = { args: [id], scopes: [cacheScopes.session(id)] };
    const session = await this.#cache.readThrough(SESSION, key, () => this.#source.get(id));
    return session && session.expiresAt > this.#clock.now() ? session : undefined;
  }

  end(id: string): Promise<void> {
    return invalidateAfter(this.#cache, [cacheScopes.session(id)], () => this.#source.end(id));
  }
}
