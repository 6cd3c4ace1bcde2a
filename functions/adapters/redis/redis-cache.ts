import { CACHE_FAMILIES, type CacheFamily, type CacheScope } from '../../contracts/cache.ts';
import type { Cache, CacheArguments, CachedRead, CacheKey } from '../../core/ports/cache.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { Background } from './background.ts';
import { CacheUnavailable, type RedisConnection } from './connection.ts';
import { find } from './envelope.ts';
import { Flights } from './flights.ts';
import { Invalidations } from './invalidations.ts';
import { generationKey } from './keys.ts';
import { type LoadContext, Loading, type Missing } from './loading.ts';
import type { CacheObserver, CacheOutcome } from './observer.ts';
import { type Answers, ReadBatches } from './read-batch.ts';
import { targetOf } from './target.ts';
import { countUses, readMostUsed } from './usage.ts';
import { distinct, only, type Wanted } from './wanted.ts';

export type RedisCacheOptions = {
  /** Hard lifetimes that differ from `CACHE_FAMILIES`, seconds. */
  lifetimes?: Partial<Record<CacheFamily, number>>;
  observer: CacheObserver;
  /** Decides when a value is refreshed. Clocks that differ make that early or late; Redis alone decides when it ends. @default the system's */
  clock?: Clock;
  /**
   * How long other instances wait for one that died while it was loading, ms. One that stands still for longer than three
   * quarters of it loses its lock, and a value is loaded twice. @default 120
   */
  lockMs?: number;
};

/** With the pause of those who wait for it (25 ms) below the 150 ms that a request may lose to the cache. */
const LOCK_MS = 120;

/**
 * Read-through cache in Redis. A read is one round trip: the generations of everything that the values depend on, and the
 * values, of which those are valid that carry the same generations. What is missing is loaded by one caller and stored behind
 * the answer's back. Where to find what:
 *
 * | | |
 * |---|---|
 * | what lies in Redis | keys.ts, envelope.ts (a value), generations.ts (what makes it valid), lifetimes.ts |
 * | asking | wanted.ts (what is asked for), read-batch.ts (reads side by side are one round trip), target.ts (a value with its generations) |
 * | loading | loading.ts; one caller of many does: flights.ts in this instance, locks.ts across instances; store.ts, background.ts |
 * | invalidating | invalidations.ts (also those that Redis could not be told yet) |
 * | talking to Redis | connection.ts (never waits for long), link.ts (one socket), breaker.ts, time-budget.ts, in-time.ts |
 * | telling of it | observer.ts, figures.ts and figure-sender.ts (of all instances), usage.ts (what is read most), inspector.ts |
 * | without Redis | uncached.ts |
 */
export class RedisCache implements Cache {
  readonly #connection: RedisConnection;
  readonly #lifetimes: Partial<Record<CacheFamily, number>>;
  readonly #observer: CacheObserver;
  readonly #clock: Clock;
  readonly #lockMs: number;
  readonly #invalidations = new Invalidations();
  readonly #batches: ReadBatches;
  readonly #background = new Background();
  readonly #refreshes = new Flights();
  #flights = new Flights();

  constructor(connection: RedisConnection, options: RedisCacheOptions) {
    this.#connection = connection;
    this.#lifetimes = options.lifetimes ?? {};
    this.#observer = options.observer;
    this.#clock = options.clock ?? { now: Date.now };
    this.#lockMs = options.lockMs ?? LOCK_MS;
    this.#batches = new ReadBatches(connection, this.#invalidations);
  }

  async readThrough<T>(read: CachedRead<T>, key: CacheKey, load: () => Promise<T>): Promise<T> {
    return only(await this.readThroughMany(read, [key], async () => [await load()]));
  }

  async readThroughMany<T>(
    read: CachedRead<T>,
    keys: readonly CacheKey[],
    load: (missing: readonly number[]) => Promise<readonly T[]>,
  ): Promise<T[]> {
    if (keys.length === 0) return [];
    const began = performance.now();
    const { wanted, asked } = distinct(read.family, keys);
    const loading = new Loading(this.#contextOf(read.family), read, load);
    const { stale, missing } = this.#sort(read, wanted, await this.#ask(read, keys, wanted), loading.values);

    this.#tell(read.family, 'hit', loading.values.size - stale.length, began);
    this.#tell(read.family, 'stale', stale.length, began);
    if (stale.length > 0) this.#refresh(read, stale, load);
    if (missing.length > 0) {
      try {
        await loading.loadAll(missing);
      } finally {
        this.#tell(read.family, 'miss', missing.length - loading.errors, began);
        this.#tell(read.family, 'error', loading.errors, began);
      }
    }
    return asked.map((one) => {
      const found = loading.values.get(one);
      if (!found) throw new Error(`Nothing was loaded for ${one.key}`);
      return found.value;
    });
  }

  /**
   * A new request begins, with its own time for Redis. Nobody joins loads of earlier ones: those may have stood still with this
   * function, for hours.
   */
  startRequest(): void {
    this.#flights = new Flights();
    this.#connection.startRequest();
  }

  async invalidate(scopes: readonly CacheScope[]): Promise<boolean> {
    // Loads from before are nothing for readers from after it, also where Redis cannot tell them apart because it is away.
    this.#flights = new Flights();
    this.#invalidations.note(scopes);
    return await this.#sendInvalidations();
  }

  async renew<T>(read: CachedRead<T>, key: CacheKey, load: () => Promise<T>): Promise<void> {
    const { wanted } = distinct(read.family, [key]);
    const answers = await this.#ask({ ...read, ranked: false }, [key], wanted);
    const one = only(wanted);
    const loading = new Loading(this.#contextOf(read.family), read, async () => [await load()]);
    await loading.renew({ wanted: one, target: answers && targetOf(one, answers) });
  }

  async mostUsed(family: CacheFamily, limit: number): Promise<CacheArguments[]> {
    try {
      return await readMostUsed(this.#connection, family, limit, this.#clock.now());
    } catch (error) {
      if (error instanceof CacheUnavailable) return [];
      throw error;
    }
  }

  /** Waits for what goes on behind answers that were given already: values being stored or refreshed. @param limitMs longest wait */
  async settle(limitMs: number): Promise<void> {
    if (!this.#invalidations.isEmpty) this.#background.add(this.#sendInvalidations());
    await this.#background.settle(limitMs);
  }

  /** @returns undefined when Redis is not available */
  async #ask<T>(
    read: CachedRead<T>,
    keys: readonly CacheKey[],
    wanted: readonly Wanted[],
  ): Promise<Answers | undefined> {
    const uses = read.ranked
      ? countUses(
          read.family,
          keys.map(({ args }) => args),
          this.#clock.now(),
        )
      : [];
    try {
      return await this.#batches.read(
        wanted.flatMap(({ key, scopes }) => [...scopes.map(generationKey), key]),
        uses,
      );
    } catch (error) {
      if (error instanceof CacheUnavailable) return undefined;
      throw error;
    }
  }

  /** Puts what is valid into `values`. @returns what of it is to be refreshed, and what is not there */
  #sort<T>(
    read: CachedRead<T>,
    wanted: readonly Wanted[],
    answers: Answers | undefined,
    values: Map<Wanted, { value: T }>,
  ): { stale: Missing[]; missing: Missing[] } {
    const stale: Missing[] = [];
    const missing: Missing[] = [];
    const now = this.#clock.now();
    for (const one of wanted) {
      const stored = answers?.get(one.key);
      const isRefused = stored instanceof Error && !stored.message.startsWith('WRONGTYPE');
      const target = answers && !isRefused ? targetOf(one, answers) : undefined;
      const found = target && find(stored, target.stamp, read.schema);
      if (found === 'corrupt') this.#observer.incident(read.family, 'A stored value is corrupt or of another format');
      if (typeof found !== 'object') {
        missing.push({ wanted: one, target });
        continue;
      }
      values.set(one, found);
      if (found.softUntil <= now) stale.push({ wanted: one, target });
    }
    return { stale, missing };
  }

  #refresh<T>(
    read: CachedRead<T>,
    stale: readonly Missing[],
    load: (positions: readonly number[]) => Promise<readonly T[]>,
  ): void {
    this.#background.add(new Loading(this.#contextOf(read.family), read, load).refresh(stale), (error) => {
      const why = error instanceof Error ? error.message : String(error);
      this.#observer.incident(read.family, `A value could not be refreshed: ${why}`);
    });
  }

  /** @returns whether all have been taken in */
  async #sendInvalidations(): Promise<boolean> {
    const { commands, confirm } = this.#invalidations.take();
    try {
      return confirm(await this.#connection.run(commands)).size === 0;
    } catch (error) {
      if (error instanceof CacheUnavailable) return false;
      throw error;
    }
  }

  #tell(family: CacheFamily, outcome: CacheOutcome, values: number, began: number): void {
    if (values > 0) this.#observer.read(family, outcome, values, performance.now() - began);
  }

  #contextOf(family: CacheFamily): LoadContext {
    return {
      connection: this.#connection,
      observer: this.#observer,
      clock: this.#clock,
      family,
      lifetimeSeconds: this.#lifetimes[family] ?? CACHE_FAMILIES[family].lifetimeSeconds,
      flights: this.#flights,
      refreshes: this.#refreshes,
      background: this.#background,
      lockMs: this.#lockMs,
    };
  }
}
