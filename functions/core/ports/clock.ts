/** Time and ids, injected so that the domain stays deterministic. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface IdGenerator {
  /** A UUID of version 7: later ids sort after earlier ones. */
  next(): string;
}
