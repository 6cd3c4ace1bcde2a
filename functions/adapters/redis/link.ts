import { isIP } from 'node:net';
import { Redis } from 'ioredis';

/** Name and arguments of one command on at most one key: behind one address may be a cluster. */
export type RedisCommand = readonly [name: string, ...args: (string | number | Buffer)[]];

/** The connection came to an end before all answers had arrived. */
export class LinkClosed extends Error {}

/**
 * One connection, from its making to its end; it is never made again by itself. A Lambda function may be frozen for
 * minutes, after which its connection is dead without having noticed, so whoever sends decides what happens then.
 */
export class Link {
  /** @throws Error when it cannot be made */
  readonly opened: Promise<void>;
  readonly madeAt = Date.now();
  /** When the last answer arrived, ms since the epoch. */
  usedAt = Date.now();
  readonly #ends = new Set<() => void>();
  #redis: Redis | undefined;
  #dropped = false;

  constructor(url: string, password: (() => Promise<string>) | undefined) {
    this.opened = this.#open(url, password);
    // Nobody may be waiting for it.
    this.opened.catch(() => {});
  }

  /** Whether commands can be sent now. */
  get isOpen(): boolean {
    return this.#redis?.status === 'ready' && this.#redis.stream.writable;
  }

  /** Whether it was ended on this side. */
  get isDropped(): boolean {
    return this.#dropped;
  }

  /** Whether it has come to its end, known so far. */
  get isClosed(): boolean {
    return this.#dropped || this.#redis?.status === 'end' || this.#redis?.status === 'close';
  }

  get isIdle(): boolean {
    return this.#ends.size === 0;
  }

  /**
   * Sends all in one round trip.
   * @throws LinkClosed
   */
  send(commands: readonly RedisCommand[]): Promise<unknown[]> {
    const redis = this.#redis;
    if (!redis || this.isClosed) return Promise.reject(new LinkClosed('The connection is closed'));
    const pipeline = redis.pipeline();
    for (const [name, ...args] of commands) pipeline.callBuffer(name, ...args);
    return new Promise((resolve, reject) => {
      const end = () => reject(new LinkClosed('The connection was closed before Redis answered'));
      this.#ends.add(end);
      pipeline
        .exec()
        .then((answers) => {
          this.usedAt = Date.now();
          const lost = answers?.find(([error]) => error && error.name !== 'ReplyError')?.[0];
          if (lost) reject(new LinkClosed(lost.message));
          else resolve((answers ?? []).map(([error, answer]) => error ?? answer));
        }, reject)
        .finally(() => this.#ends.delete(end));
    });
  }

  /** Ends it at once, with all that has not been answered. */
  drop(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    this.#redis?.disconnect();
    this.#redis?.stream?.destroy();
    for (const end of this.#ends) end();
  }

  async #open(url: string, password: (() => Promise<string>) | undefined): Promise<void> {
    const { protocol, hostname, port, username } = new URL(url);
    const secret = await password?.();
    if (this.#dropped) throw new LinkClosed('The connection was not made in time');
    const redis = new Redis({
      host: hostname,
      port: Number(port || 6379),
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(secret === undefined ? {} : { password: secret }),
      // Neither Node nor the client names the server by itself, and a proxy in front of many caches has to know which is meant.
      ...(protocol === 'rediss:' ? { tls: isIP(hostname) ? {} : { servername: hostname } } : {}),
      lazyConnect: true,
      retryStrategy: null,
      // Its own time-out is not told apart from other errors, and fires when this process stood still.
      connectTimeout: 0,
      enableOfflineQueue: false,
      // Nothing but AUTH is sent before the first command: that a server is loading its data, its answers say.
      enableReadyCheck: false,
      disableClientInfo: true,
      protocol: 2,
    });
    this.#redis = redis;
    let why = 'the connection was closed';
    // Without a listener an error of the connection would end the process.
    redis.on('error', (error) => {
      why = error.message;
    });
    try {
      await redis.connect();
    } catch (error) {
      throw new Error(error instanceof Error && !/closed/i.test(error.message) ? error.message : why);
    }
  }
}
