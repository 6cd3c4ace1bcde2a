/**
 * One of several processes that read one key at once. Waits for a line on its input, so that all begin together, and prints
 * the values that its callers got. The source counts its loads in Redis, under a key that is none of the cache's.
 */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { openInstance, PATIENT } from './instance.ts';

const [url = '', callers = '1', loadMs = '0', lockMs = '1'] = process.argv.slice(2);
const { cache, connection, close } = openInstance(url, PATIENT, { lockMs: Number(lockMs) });
await connection.run([['PING']]);
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const read = { family: 'word', schema: z.number() } as const;
const values = await Promise.all(
  Array.from({ length: Number(callers) }, () =>
    cache.readThrough(read, { args: ['stampede'], scopes: ['video:1'] }, async () => {
      const [loads] = await connection.run([['INCR', 'test:loads']]);
      await delay(Number(loadMs));
      return Number(loads);
    }),
  ),
);
await cache.settle(10_000);
close();
process.stdout.write(JSON.stringify(values));
process.exit();
