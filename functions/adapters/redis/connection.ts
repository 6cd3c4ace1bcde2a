import { Breaker, type BreakerState } from './breaker.ts';
import { inTime, LATE } from './in-time.ts';
import { Link, LinkClosed, type RedisCommand } from './link.ts';
import { TimeBudget } from './time-budget.ts';

export type { RedisCommand } from './link.ts';

/** Redis is down, does not answer in time, is left alone for a while after that, or has had its share of this request's time. */
export class CacheUnavailable extends Error {}

export type ConnectionOptions = {
  /** Longest wait for an answer, ms. @default 100 */
  commandTimeoutMs?: number;
  /** Longest time that connecting goes on in the background, ms. @default 1000 */
  connectTimeoutMs?: number;
  /** What one request may spend waiting for Redis, ms, counted from `startRequest`. @default 130, so that it stays below 150 with timers that fire late */
  requestBudgetMs?: number;
  /** A connection that has not been used for so long is replaced before it is used, ms. @default 60,000 */
  idleMs?: number;
  /** How long Redis is left alone after its first failure, ms. @default 1000 */
  pauseMs?: number;
  /** Fetches the password before the first connection, and again when it is refused. @default Redis asks for none */
  password?: () => Promise<string>;
  /** Is told when Redis is given up for a while, and when it is back. */
  onBreaker?: (state: BreakerState, why: string) => void;
};

export type RunOptions = {
  /** Whether it is sent once more where it is not known whether Redis has got it. @default true */
  repeat?: boolean;
  /** Whether nobody waits for it, so that it takes nothing of the request's time. @default false */
  aside?: boolean;
};

/** Less is not worth beginning a command, ms. */
const LEAST_MS = 5;
/** A timer that is later than this was not late: the whole function was frozen, ms. */
const FROZEN_MS = 1_000;

/**
 * The one connection of a function instance to Redis. Nothing goes on behind its back: it is made when it is needed
 * (or by `warm`), given up when it fails, and replaced when it is needed again.
 */
export class RedisConnection {
  readonly #url: string;
  readonly #options: ConnectionOptions;
  readonly #commandTimeoutMs: number;
  readonly #connectTimeoutMs: number;
  readonly #breaker: Breaker;
  readonly #budget: TimeBudget;
  #link: Link | undefined;
  #password: Promise<string> | undefined;
  #isClosed = false;

  /** @param url `redis://` or, with TLS, `rediss://`; may name the user, never the password */
  constructor(url: string, options: ConnectionOptions = {}) {
    this.#url = url;
    this.#options = options;
    this.#commandTimeoutMs = options.commandTimeoutMs ?? 100;
    this.#connectTimeoutMs = options.connectTimeoutMs ?? 1_000;
    this.#breaker = new Breaker(options.onBreaker, options.pauseMs);
    this.#budget = new TimeBudget(options.requestBudgetMs ?? 130);
  }

  /**
   * Sends all in one round trip.
   * @returns the answers in order: Buffer for strings, number, null, array, or an Error for a command that Redis refused
   * @throws CacheUnavailable
   */
  async run(commands: readonly RedisCommand[], { repeat = true, aside = false }: RunOptions = {}): Promise<unknown[]> {
    if (commands.length === 0) return [];
    if (this.#isClosed) throw new CacheUnavailable('The connection was closed by its owner');
    const limit = aside ? this.#commandTimeoutMs : Math.min(this.#commandTimeoutMs, this.#budget.left());
    if (limit < LEAST_MS) throw new CacheUnavailable('Redis has had its share of the time of this request');
    if (!this.#breaker.enter()) throw new CacheUnavailable('Redis is left alone for a while after a failure');
    const deadline = new Deadline(limit);
    const work = () => this.#sendOrRepeat(commands, deadline, repeat);
    return await (aside ? work() : this.#budget.spend(work));
  }

  /** Begins connecting, so that the first command need not wait for all of it. */
  warm(): void {
    if (this.#isClosed || !this.#breaker.enter()) return;
    this.#current();
    this.#breaker.release();
  }

  /** A new request begins, with its own time for Redis. */
  startRequest(): void {
    this.#budget.restart();
    this.warm();
  }

  /** For good. */
  close(): void {
    this.#isClosed = true;
    this.#link?.drop();
    this.#link = undefined;
  }

  async #sendOrRepeat(commands: readonly RedisCommand[], deadline: Deadline, repeat: boolean): Promise<unknown[]> {
    try {
      return await this.#send(commands, deadline);
    } catch (error) {
      if (!(error instanceof LinkClosed)) throw error;
      if (!repeat) throw new CacheUnavailable(error.message);
    }
    try {
      return await this.#send(commands, deadline);
    } catch (error) {
      if (!(error instanceof LinkClosed)) throw error;
      this.#breaker.fail(error.message);
      throw new CacheUnavailable(error.message);
    }
  }

  /** @throws LinkClosed when it is worth trying again, CacheUnavailable when not */
  async #send(commands: readonly RedisCommand[], deadline: Deadline): Promise<unknown[]> {
    const link = this.#current();
    if (!link.isOpen) await this.#opened(link, deadline);
    const left = deadline.left();
    if (left <= 0) {
      this.#breaker.release();
      throw new CacheUnavailable('No time is left for Redis');
    }
    const answers = this.#answers(link, commands);
    // A caller with less time than a command may take leaves early; whether Redis is down shows later.
    return await (left > this.#commandTimeoutMs - 1 ? answers : orUnavailable(inTime(answers, left)));
  }

  /** The answers, or what their absence says about the connection. */
  async #answers(link: Link, commands: readonly RedisCommand[]): Promise<unknown[]> {
    const sentAt = Date.now();
    let answers: unknown[] | typeof LATE;
    try {
      answers = await inTime(link.send(commands), this.#commandTimeoutMs);
    } catch (error) {
      this.#lose(link);
      throw error;
    }
    if (answers === LATE) {
      const why = `Redis has not answered within ${this.#commandTimeoutMs} ms`;
      this.#lose(link, Date.now() - sentAt > this.#commandTimeoutMs + FROZEN_MS ? undefined : why);
      throw new CacheUnavailable(why);
    }
    const refused = answers.find((answer) => answer instanceof Error && /^(NOAUTH|READONLY)/.test(answer.message));
    if (refused instanceof Error) this.#refuse(link, refused.message);
    this.#breaker.succeed();
    return answers;
  }

  /** Errors of a command that tell something about the connection. @throws CacheUnavailable when all commands are refused */
  #refuse(link: Link, why: string): void {
    if (why.startsWith('NOAUTH')) {
      this.#password = undefined;
      this.#lose(link, why);
      throw new CacheUnavailable(why);
    }
    // The primary has become a replica: its name leads to the new one. Not at each command, if there is none.
    if (Date.now() - link.madeAt > FROZEN_MS) this.#lose(link);
  }

  async #opened(link: Link, deadline: Deadline): Promise<void> {
    let opened: undefined | typeof LATE;
    try {
      const result = await inTime(link.opened, deadline.left());
      opened = result === LATE ? LATE : undefined;
    } catch (error) {
      // Whose fault it was is for those to say who watch it open.
      this.#breaker.release();
      throw new CacheUnavailable(error instanceof Error ? error.message : String(error));
    }
    if (opened !== LATE) return;
    this.#breaker.release();
    throw new CacheUnavailable('Redis is still being connected to');
  }

  /**
   * The link to use: the one there is, unless it has ended, or was idle for so long that it may have without notice, or the
   * function was frozen while it was made.
   */
  #current(): Link {
    const link = this.#link;
    if (link && !link.isClosed) {
      const idleMs = this.#options.idleMs ?? 60_000;
      const isDoubtful = link.isOpen ? link.isIdle && Date.now() - link.usedAt > idleMs : this.#wasFrozenOpening(link);
      if (!isDoubtful) return link;
      link.drop();
    }
    const made = new Link(this.#url, this.#options.password && (() => this.#readPassword()));
    this.#link = made;
    void this.#watchOpening(made);
    return made;
  }

  async #watchOpening(link: Link): Promise<void> {
    let why = `Redis could not be connected to within ${this.#connectTimeoutMs} ms`;
    try {
      if ((await inTime(link.opened, this.#connectTimeoutMs)) !== LATE) return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (/WRONGPASS|NOAUTH|invalid password/i.test(reason)) this.#password = undefined;
      why = `Redis could not be connected to: ${reason}`;
    }
    // It was dropped on purpose, and nobody is to blame.
    if (link.isDropped) return;
    this.#lose(link, this.#wasFrozenOpening(link) ? undefined : why);
  }

  #wasFrozenOpening(link: Link): boolean {
    return Date.now() - link.madeAt > this.#connectTimeoutMs + FROZEN_MS;
  }

  /** @param why Redis is to be left alone; none when only this connection is at an end */
  #lose(link: Link, why?: string): void {
    // Before its commands end, so that they do not try again.
    if (why === undefined) this.#breaker.release();
    else this.#breaker.fail(why);
    if (this.#link === link) this.#link = undefined;
    link.drop();
  }

  #readPassword(): Promise<string> {
    this.#password ??= (this.#options.password?.() ?? Promise.resolve('')).catch((error: unknown) => {
      this.#password = undefined;
      throw error;
    });
    return this.#password;
  }
}

/**
 * Until when commands may be sent. By both clocks, since one of them may have stood still while the function was frozen: what
 * was to be sent before (a value with what was left of its lifetime) is not true any more.
 */
class Deadline {
  readonly #at: number;
  readonly #onClock: number;

  constructor(limitMs: number) {
    this.#at = performance.now() + limitMs;
    this.#onClock = Date.now() + limitMs + FROZEN_MS;
  }

  /** ms; none when it is over */
  left(): number {
    return Date.now() > this.#onClock ? 0 : Math.max(0, this.#at - performance.now());
  }
}

async function orUnavailable<T>(answers: Promise<T | typeof LATE>): Promise<T> {
  const result = await answers;
  if (result === LATE)
    throw new CacheUnavailable('Redis has not answered in what was left of the time of this request');
  return result;
}
