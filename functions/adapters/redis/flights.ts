/** What a load came to, for others who wait for it; undefined: they have to see for themselves. */
export type Shared = { json: string | undefined } | undefined;

/** A load under way in this instance, which others may join. */
export class Flight {
  readonly #settled = Promise.withResolvers<Shared>();
  readonly #onSettled: () => void;

  constructor(onSettled: () => void = () => {}) {
    this.#onSettled = onSettled;
    // Nobody may have joined.
    this.#settled.promise.catch(() => {});
  }

  /** @throws whatever the load has thrown */
  get result(): Promise<Shared> {
    return this.#settled.promise;
  }

  land(shared: Shared): void {
    this.#onSettled();
    this.#settled.resolve(shared);
  }

  fail(error: unknown): void {
    this.#onSettled();
    this.#settled.reject(error);
  }
}

/** Loads under way in this instance. An id names the value and the generations that it depends on. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  find(id: string): Flight | undefined {
    return this.#flights.get(id);
  }

  /** One that nobody can join when there is one of that id already. */
  begin(id: string): Flight {
    if (this.#flights.has(id)) return new Flight();
    const flight: Flight = new Flight(() => {
      if (this.#flights.get(id) === flight) this.#flights.delete(id);
    });
    this.#flights.set(id, flight);
    return flight;
  }
}
