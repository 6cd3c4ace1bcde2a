import { setTimeout as delay } from 'node:timers/promises';
import type { CachedRead } from '../../core/ports/cache.ts';
import type { Background } from './background.ts';
import { CacheUnavailable } from './connection.ts';
import { type Found, find, parse } from './envelope.ts';
import { type Flight, Flights } from './flights.ts';
import { claim, keepLocks, release } from './locks.ts';
import { type Storable, type StoreContext, store } from './store.ts';
import type { Target } from './target.ts';
import { valuesOf, type Wanted } from './wanted.ts';

/** Whoever waits for another instance looks again after so long, ms: somewhere in between, so that not all look at once. */
const POLL_MS = { least: 10, most: 25 };
/** Whoever has waited so long for other instances loads in spite of their locks, ms. */
const LONGEST_WAIT_MS = 2_000;
/** How often somebody else may have made a generation first, before a value is loaded without a lock. */
const MAX_MOVES = 3;

export type LoadContext = StoreContext & {
  /** Of readers. */
  flights: Flights;
  /** Of values that are refreshed. Nobody joins them: who finds one has a value. */
  refreshes: Flights;
  background: Background;
  /** How long a lock lives that is not renewed, ms. */
  lockMs: number;
};

/** What is not in the cache. Without a target, it is loaded and not stored. */
export type Missing = { wanted: Wanted; target: Target | undefined };
type Led = Missing & { flight: Flight; isLocked: boolean };

/** Loads what one caller misses: by its own loader, or by waiting for whoever loads it already, here or in other instances. */
export class Loading<T> {
  /** What has been found or loaded. */
  readonly values = new Map<Wanted, { value: T }>();
  readonly #context: LoadContext;
  readonly #read: CachedRead<T>;
  readonly #load: (positions: readonly number[]) => Promise<readonly T[]>;
  /** Redis failed on the way: what is left to do leaves it alone. */
  #lost = false;
  #storing: Promise<void> | undefined;
  #asked = 0;
  #withoutCache = 0;

  constructor(
    context: LoadContext,
    read: CachedRead<T>,
    load: (positions: readonly number[]) => Promise<readonly T[]>,
  ) {
    this.#context = context;
    this.#read = read;
    this.#load = load;
  }

  /** How many values were loaded because the cache failed. */
  get errors(): number {
    return this.#lost ? this.#asked : this.#withoutCache;
  }

  /** @throws whatever a loader throws */
  async loadAll(missing: readonly Missing[]): Promise<void> {
    const { flights } = this.#context;
    this.#asked += missing.length;
    this.#withoutCache += missing.filter(({ target }) => !target).length;
    const led: Led[] = [];
    const joined: Promise<void>[] = [];
    const alone: Missing[] = [];
    for (const one of missing) {
      const flight = flights.find(flightId(one));
      if (flight) joined.push(this.#join(one, flight, alone));
      else led.push(this.#take(one, flights));
    }
    await allDone([this.#lead(led), ...joined]);
    await this.#lead(alone.map(({ wanted, target }) => this.#take({ wanted, target: target?.anew() }, flights)));
  }

  /** Loads stale values again, those that nobody else is loading. @throws whatever the loader throws */
  async refresh(stale: readonly Missing[]): Promise<void> {
    const { refreshes, clock } = this.#context;
    const now = clock.now();
    const led = stale.filter((one) => !refreshes.find(flightId(one))).map((one) => this.#take(one, refreshes));
    try {
      const { ready } = await this.#claim(led, ({ softUntil }) => softUntil > now);
      await this.#loadNow(ready.filter(({ isLocked }) => isLocked));
    } finally {
      for (const { flight } of led) flight.land(undefined);
    }
  }

  /** Loads and stores, whatever is there. @throws whatever the loader throws, CacheUnavailable when it was not stored */
  async renew(missing: Missing): Promise<void> {
    const { ready, held } = await this.#claim([this.#take(missing, new Flights())], () => false);
    await this.#loadNow([...ready, ...held]);
    if (!this.#storing) throw new CacheUnavailable('The value was loaded, but Redis could not be asked to take it in');
    await this.#storing;
  }

  /** Waits for a load of this instance. What cannot be had that way is added to `alone`. */
  async #join(one: Missing, flight: Flight, alone: Missing[]): Promise<void> {
    const shared = await flight.result;
    if (shared) {
      try {
        this.values.set(one.wanted, { value: parse(this.#read.schema, shared.json) });
        return;
      } catch {
        // Somebody reads the same as something else: that is for their schemas to agree on.
      }
    }
    alone.push(one);
  }

  /** Loads what nobody in this instance is loading, unless others are. */
  async #lead(led: readonly Led[]): Promise<void> {
    try {
      const { ready, held } = await this.#claim(led, () => true);
      await allDone([this.#loadNow(ready), this.#wait(held, performance.now() + LONGEST_WAIT_MS)]);
    } catch (error) {
      for (const { flight } of led) flight.fail(error);
      throw error;
    }
  }

  /**
   * Asks for the locks. What has been stored meanwhile, and is good enough, needs no loading.
   * @returns what is to be loaded now, and what others are loading
   */
  async #claim(led: readonly Led[], isGood: (found: Found<T>) => boolean): Promise<{ ready: Led[]; held: Led[] }> {
    const { connection, background } = this.#context;
    const ready = led.filter(({ target }) => !target);
    const held: Led[] = [];
    let open = led.filter(({ target }) => target);
    for (let moves = 0; open.length > 0; moves++) {
      const targets = open.flatMap(({ target }) => target ?? []);
      const claims =
        this.#lost || moves > MAX_MOVES ? [] : await this.#tried(claim(connection, targets, this.#context));
      const moved: Led[] = [];
      for (const [i, one] of open.entries()) {
        const { state, value } = claims?.[i] ?? { state: 'unknown', value: null };
        if (state === 'moved') {
          moved.push(one);
          continue;
        }
        one.isLocked = state === 'acquired';
        if (state === 'refused') {
          one.target = undefined;
          this.#withoutCache += 1;
        }
        const found = one.target && find(value, one.target.stamp, this.#read.schema);
        if (typeof found === 'object' && isGood(found)) {
          this.values.set(one.wanted, found);
          one.flight.land(found);
          if (one.isLocked && one.target) background.add(connection.run(release([one.target])));
        } else if (state === 'held') held.push(one);
        else ready.push(one);
      }
      open = moved;
    }
    return { ready, held };
  }

  /** Waits for other instances; loads what they leave. */
  async #wait(held: readonly Led[], until: number): Promise<void> {
    if (held.length === 0) return;
    if (this.#lost || performance.now() >= until) return this.#loadNow(held);
    await delay(POLL_MS.least + (POLL_MS.most - POLL_MS.least) * Math.random());
    const claims = await this.#claim(held, () => true);
    await allDone([this.#loadNow(claims.ready), this.#wait(claims.held, until)]);
  }

  /** Loads with one call, tells those who have joined, and stores behind the caller's back. */
  async #loadNow(led: readonly Led[]): Promise<void> {
    if (led.length === 0) return;
    const { connection, background, lockMs } = this.#context;
    const locked = led.flatMap(({ target, isLocked }) => (target && isLocked ? target : []));
    const began = { at: performance.now(), onClock: Date.now() };
    const unlock = keepLocks(connection, locked, lockMs, (error) => this.#noteLoss(error));
    let values: readonly T[];
    try {
      values = valuesOf(await this.#load(led.map(({ wanted }) => wanted.position)), led.length);
    } catch (error) {
      // The fault may lie with one of many: the others' callers try for themselves.
      for (const { flight } of led) led.length === 1 ? flight.fail(error) : flight.land(undefined);
      if (!this.#lost && locked.length > 0) background.add(connection.run(release(locked)));
      throw error;
    } finally {
      unlock();
    }
    const storable: Storable[] = [];
    for (const [i, value] of values.entries()) {
      const one = led[i];
      if (!one) continue;
      this.values.set(one.wanted, { value });
      const shared = write(value);
      one.flight.land(shared);
      const keep = this.#read.keep?.(value) ?? 'for its lifetime';
      if (one.target) storable.push({ target: one.target, shared, keep, isLocked: one.isLocked });
    }
    if (this.#lost || storable.length === 0) return;
    // A frozen function's clocks do not agree on how long it was.
    const ageMs = Math.max(performance.now() - began.at, Date.now() - began.onClock, 0);
    this.#storing = store(this.#context, storable, ageMs);
    background.add(this.#storing);
  }

  /** Begins a load that others may join. */
  #take(one: Missing, flights: Flights): Led {
    return { ...one, flight: flights.begin(flightId(one)), isLocked: false };
  }

  async #tried<R>(work: Promise<R>): Promise<R | undefined> {
    try {
      return await work;
    } catch (error) {
      this.#noteLoss(error);
      return undefined;
    }
  }

  #noteLoss(error: unknown): void {
    if (!(error instanceof CacheUnavailable)) throw error;
    this.#lost = true;
  }
}

const flightId = ({ wanted, target }: Missing) => [wanted.key, target?.stamp].join('\n');

/** @returns undefined for what is not JSON */
function write(value: unknown): { json: string | undefined } | undefined {
  if (value === undefined) return { json: undefined };
  try {
    const json: string | undefined = JSON.stringify(value);
    return json === undefined ? undefined : { json };
  } catch {
    return undefined;
  }
}

/** Waits for all, also where one fails. @throws the first error */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
