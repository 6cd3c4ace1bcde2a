import { type ConnectionOptions, RedisConnection } from '../adapters/redis/connection.ts';
import { SecretsManagerSecret } from '../adapters/secrets/secret.ts';
import type { CacheEnv } from './env.ts';

/** The connection of a function to Redis, as its environment says. Nothing is connected before the first command. */
export function connectRedis(
  env: Pick<CacheEnv, 'CACHE_URL' | 'CACHE_SECRET_ARN'>,
  options: Omit<ConnectionOptions, 'password'> = {},
): RedisConnection {
  // A cache without TLS is one on a laptop, which has no password; nor should one be sent for all to read.
  if (!env.CACHE_URL.startsWith('rediss:')) return new RedisConnection(env.CACHE_URL, options);
  // Read anew each time that the connection asks: it does when Redis refused what it had.
  const password = () => new SecretsManagerSecret(env.CACHE_SECRET_ARN).read();
  return new RedisConnection(env.CACHE_URL, { ...options, password });
}
