/**
 * One of several processes that all want the same missing value: `node cache-stampede-worker.ts <contender> <url>`.
 * Says that it is ready, then for every key that it is told starts its callers at the given time and tells what happened.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { LOAD_MS, type Stampede, stampedeOrderSchema } from './cache-stampede.ts';
import { word, words } from './cache-values.ts';
import { isContender, openContender } from './contenders/index.ts';

const [name = '', url = ''] = process.argv.slice(2);
if (!isContender(name)) throw new Error(`There is no contender ${name}`);
const cache = await openContender(name, url);
const send = (message: Stampede | 'ready') => process.send?.(message);

await cache.read(words, `connects ${process.pid}`, async () => word(0));
process.on('message', (message) => void callAll(message));
send('ready');

async function callAll(message: unknown): Promise<void> {
  const { key, at, callers } = stampedeOrderSchema.parse(message);
  await delay(at - Date.now());
  let loads = 0;
  const load = async () => {
    loads++;
    await delay(LOAD_MS);
    return word(1);
  };
  const begin = performance.now();
  const outcomes = await Promise.allSettled(Array.from({ length: callers }, () => cache.read(words, key, load)));
  const failures = outcomes.filter(({ status }) => status === 'rejected').length;
  send({ loads, failures, milliseconds: performance.now() - begin });
}
