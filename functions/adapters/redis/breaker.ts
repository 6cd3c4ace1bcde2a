/** How long Redis is left alone after a failure, ms: at first, and at most after failing again and again. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export type BreakerState = 'open' | 'closed';

/**
 * Keeps requests from waiting, one after the other, for a server that does not answer. A failure opens it for a second;
 * then one caller may try (the probe): success closes it, failure opens it for twice as long. Pauses vary by a fifth, so
 * that not all instances try at once.
 *
 * Time is the wall clock's: a function that is frozen between two requests has paused, too.
 */
export class Breaker {
  readonly #onChange: (state: BreakerState, why: string) => void;
  readonly #firstPauseMs: number;
  #pauseMs: number;
  #state: BreakerState | 'probing' = 'closed';
  #openedAt = 0;
  #openMs = 0;

  constructor(onChange: (state: BreakerState, why: string) => void = () => {}, firstPauseMs = FIRST_PAUSE_MS) {
    this.#onChange = onChange;
    this.#firstPauseMs = firstPauseMs;
    this.#pauseMs = firstPauseMs;
  }

  /** Whether a caller may go on. One that may must report how it went: `succeed`, `fail` or `release`. */
  enter(): boolean {
    if (this.#state === 'closed') return true;
    if (this.#state === 'probing' || this.#isPausing()) return false;
    this.#state = 'probing';
    return true;
  }

  succeed(): void {
    if (this.#state !== 'probing') return;
    this.#state = 'closed';
    this.#pauseMs = this.#firstPauseMs;
    this.#onChange('closed', 'Redis answers again');
  }

  fail(why: string): void {
    // Many callers may tell of one failure.
    if (this.#state === 'open' && this.#isPausing()) return;
    if (this.#state !== 'closed') this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.#state = 'open';
    this.#openedAt = Date.now();
    this.#openMs = this.#pauseMs * (0.8 + 0.4 * Math.random());
    this.#onChange('open', why);
  }

  /** The caller has learnt nothing: the next one may try. */
  release(): void {
    if (this.#state !== 'probing') return;
    this.#state = 'open';
    this.#openMs = 0;
  }

  #isPausing(): boolean {
    const openFor = Date.now() - this.#openedAt;
    // Negative: the clock was set back.
    return openFor >= 0 && openFor < this.#openMs;
  }
}
