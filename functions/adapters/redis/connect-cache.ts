import { Redis } from 'ioredis';

export type CacheOptions = {
  /** Longest wait for a connection, ms. @default 100 */
  connectTimeoutMs?: number;
  /** Longest wait for an answer, with the connection where it has to be made first, ms. @default 100 */
  commandTimeoutMs?: number;
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
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: options.connectTimeoutMs ?? 100,
    commandTimeout: options.commandTimeoutMs ?? 100,
    // Commands wait for a connection that is being made; without the queue the first one would always fail.
    enableOfflineQueue: true,
    retryStrategy: () => null,
  });
  // Without a listener an error of the connection would end the process. Whoever sent a command gets it anyway.
  redis.on('error', () => {});
  return {
    async ping() {
      try {
        if (redis.status === 'end') redis.connect().catch(() => {});
        return (await redis.ping()) === 'PONG';
      } catch {
        redis.disconnect();
        return false;
      }
    },
    close: () => redis.disconnect(),
  };
}
