import { RedisConnection } from '../../functions/adapters/redis/connection.ts';
import type { CacheObserver } from '../../functions/adapters/redis/observer.ts';
import { RedisCache } from '../../functions/adapters/redis/redis-cache.ts';
import { type Running, startTestRedis } from './services.ts';

/** The cache on a real Redis. */
export async function startTestCache(): Promise<Running<{ cache: RedisCache; url: string; pid: number }>> {
  const redis = await startTestRedis();
  const { cache, close } = openTestCache(redis.url);
  return {
    ...redis,
    cache,
    stop: async () => {
      close();
      await redis.stop();
    },
  };
}

/** A cache as another instance of a function has it, without a limit on the time that all of a test's reads may take. */
export function openTestCache(url: string, told: Partial<CacheObserver> = {}) {
  const connection = new RedisConnection(url, { commandTimeoutMs: 5_000, requestBudgetMs: 600_000 });
  const observer = { read() {}, breaker() {}, incident() {}, ...told };
  return { cache: new RedisCache(connection, { observer }), close: () => connection.close() };
}

/** Wraps something and counts the calls of its methods. */
export function counting<T extends object>(target: T): { counted: T; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const counted = new Proxy(target, {
    get(_, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        calls.set(String(name), (calls.get(String(name)) ?? 0) + 1);
        return Reflect.apply(member, target, args);
      };
    },
  });
  return { counted, calls };
}
