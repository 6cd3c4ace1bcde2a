import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { type Contender, type Kind, LIFETIME_SECONDS, readEach } from './contender.ts';

/** What most projects write: get, compute, setex, with an MD5 of the arguments; SCAN and DEL to invalidate. */
export async function open(url: string): Promise<Contender> {
  const redis = new Redis(url);
  // Redis being away is answered to whoever reads.
  redis.on('error', () => {});
  const keyOf = (kind: Kind<unknown>, args: unknown) =>
    `plain:${kind.family}:${createHash('md5').update(JSON.stringify(args)).digest('hex')}`;

  const read: Contender['read'] = async (kind, id, load) => {
    const key = keyOf(kind, [id]);
    const stored = await redis.get(key);
    if (stored !== null) return JSON.parse(stored);
    const value = await load();
    await redis.setex(key, LIFETIME_SECONDS, JSON.stringify(value));
    return value;
  };

  return {
    read,
    readMany: readEach(read),
    async invalidate({ family }) {
      for await (const keys of redis.scanStream({ match: `plain:${family}:*`, count: 100 })) {
        if (keys.length > 0) await redis.del(keys);
      }
    },
    async close() {
      redis.disconnect();
    },
  };
}
