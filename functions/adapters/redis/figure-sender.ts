import type { CacheFamily } from '../../contracts/cache.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { CacheUnavailable, type RedisConnection } from './connection.ts';
import { addFigures, type Counts, countRead } from './figures.ts';
import type { CacheOutcome } from './observer.ts';

export type FigureSenderOptions = {
  clock: Clock;
  /** At most one round trip in this time, ms. @default 3000 */
  everyMs?: number;
};

/** Counts the reads of this instance and adds them to the figures of all, every few seconds in one round trip. */
export class FigureSender {
  readonly #connection: Pick<RedisConnection, 'run'>;
  readonly #clock: Clock;
  readonly #everyMs: number;
  #counts: Counts = new Map();
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Pick<RedisConnection, 'run'>, { clock, everyMs = 3000 }: FigureSenderOptions) {
    this.#connection = connection;
    this.#clock = clock;
    this.#everyMs = everyMs;
  }

  count(family: CacheFamily, outcome: CacheOutcome, values: number, milliseconds: number): void {
    countRead(this.#counts, family, outcome, values, milliseconds);
  }

  /**
   * Sends what was counted, if the last time was long enough ago; else it is sent when it is, or with a later call: a frozen
   * function has no time of its own. Never throws: what Redis did not take goes with the next try.
   */
  async sendIfDue(): Promise<void> {
    if (this.#counts.size === 0) return;
    // Either way: a clock may have been set back.
    if (Math.abs(this.#clock.now() - this.#sentAt) >= this.#everyMs) return this.#send();
    this.#timer ??= setTimeout(() => void this.#send(), this.#everyMs).unref();
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counts = this.#counts;
    this.#counts = new Map();
    this.#sentAt = this.#clock.now();
    try {
      await addFigures(this.#connection, counts, this.#sentAt);
    } catch (error) {
      if (!(error instanceof CacheUnavailable)) throw error;
      for (const [field, by] of counts) this.#counts.set(field, (this.#counts.get(field) ?? 0) + by);
    }
  }
}
