import { CACHE_FAMILY_NAMES, type CacheScope, cacheScopes } from '../../contracts/cache.ts';
import { deleteGeneration } from './generations.ts';
import type { RedisCommand } from './link.ts';

/** More scopes than this are not remembered one by one. */
const MAX_SCOPES = 500;

/**
 * Invalidations that Redis has not confirmed. They go ahead of whatever is read next, and until then nothing that depends
 * on them is taken from the cache: a user reads their own write although Redis was away when it was made.
 */
export class Invalidations {
  /** What each was noted as: one that is noted again while it is being sent has to be sent again. */
  readonly #unsent = new Map<CacheScope, symbol>();

  note(scopes: readonly CacheScope[]): void {
    for (const scope of scopes) this.#unsent.set(scope, Symbol(scope));
    if (this.#unsent.size <= MAX_SCOPES) return;
    // Every value depends on its family: this is more than was asked for, but can be remembered.
    this.#unsent.clear();
    for (const family of CACHE_FAMILY_NAMES) {
      const scope = cacheScopes.family(family);
      this.#unsent.set(scope, Symbol(scope));
    }
  }

  get isEmpty(): boolean {
    return this.#unsent.size === 0;
  }

  /** @returns the commands, and what to do with their answers, which tells the scopes of those that were refused */
  take(): { commands: RedisCommand[]; confirm(answers: readonly unknown[]): ReadonlySet<CacheScope> } {
    const sent = [...this.#unsent];
    return {
      commands: sent.map(([scope]) => deleteGeneration(scope)),
      confirm: (answers) => {
        const refused = new Set<CacheScope>();
        for (const [i, [scope, noted]] of sent.entries()) {
          if (answers[i] instanceof Error) refused.add(scope);
          else if (this.#unsent.get(scope) === noted) this.#unsent.delete(scope);
        }
        return refused;
      },
    };
  }
}
