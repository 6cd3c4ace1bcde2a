/**
 * How long one request has waited for Redis: the time during which at least one command was under way, so that commands
 * side by side count once. Without `restart` there is no limit.
 */
export class TimeBudget {
  readonly #limitMs: number;
  #limited = false;
  #underWay = 0;
  #since = 0;
  #spentMs = 0;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  restart(): void {
    this.#limited = true;
    this.#spentMs = 0;
    this.#since = performance.now();
  }

  /** ms */
  left(): number {
    if (!this.#limited) return Number.POSITIVE_INFINITY;
    return this.#limitMs - this.#spentMs - (this.#underWay > 0 ? performance.now() - this.#since : 0);
  }

  async spend<T>(work: () => Promise<T>): Promise<T> {
    if (this.#underWay === 0) this.#since = performance.now();
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#spentMs += performance.now() - this.#since;
    }
  }
}
