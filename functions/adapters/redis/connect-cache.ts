import { Redis } from 'ioredis';

export type CacheOptions = {
  /** Longest wait for a connection, ms. @default 100 */
  connectTimeoutMs?: number;
  /** Longest wait for an answer, with the connection where it has to be made first, ms. @default 100 */
  commandTimeoutMs?: number;
  /** Fetches the password, before the first connection. @default the cache asks for none */
  password?: () => Promise<string>;
};

export type CacheConnection = {
  /** Whether Redis answers. Never throws; false after `commandTimeoutMs` when it is down or frozen. */
  ping(): Promise<boolean>;
  close(): void;
};

/**
 * One connection, made at the first command. A Lambda function may be frozen for minutes between two calls, after which
 * its connection is dead without having noticed: so nothing reconnects in the background, a command that fails drops
 * the connection, and the next command makes a new one.
 * @param url `redis://` or, with TLS, `rediss://`
 */
export function connectCache(url: string, options: CacheOptions = {}): CacheConnection {
  let connection: Redis | undefined;
  let password: string | undefined;
  return {
    async ping() {
      let used: Redis | undefined;
      try {
        password ??= await options.password?.();
        if (connection?.status === 'end') connection = undefined;
        connection ??= open(url, password, options);
        used = connection;
        return (await used.ping()) === 'PONG';
      } catch {
        // A new one is made instead of reconnecting: a frozen server also keeps the old one from closing.
        used?.disconnect();
        if (connection === used) connection = undefined;
        return false;
      }
    },
    close() {
      connection?.disconnect();
      connection = undefined;
    },
  };
}

function open(
  url: string,
  password: string | undefined,
  { connectTimeoutMs = 100, commandTimeoutMs = 100 }: CacheOptions,
): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    ...(password === undefined ? {} : { password }),
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    // Commands wait for a connection that is being made; without the queue the first one would always fail.
    enableOfflineQueue: true,
    retryStrategy: () => null,
  });
  // Without a listener an error of the connection would end the process. Whoever sent a command gets it anyway.
  redis.on('error', () => {});
  return redis;
}
