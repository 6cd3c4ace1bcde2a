/**
 * The function of the vocabulary routes in a process of its own, with its environment as Lambda sets it: calls its
 * handler for the same thing twice in turn, first as a miss, then as a hit, and tells the times. Its metrics go to its
 * standard output.
 */
import { RedisConnection } from '../../functions/adapters/redis/connection.ts';
import { RedisCache } from '../../functions/adapters/redis/redis-cache.ts';
import { cacheScopes } from '../../functions/contracts/cache.ts';
import { handler } from '../../functions/handlers/api/vocabulary/index.ts';
import { readEnv } from '../../functions/runtime/read-env.ts';
import { apiEvent, lambdaContext } from '../../tests/runtime/api/api-event.ts';
import { type RouteTimes, routeOrderSchema } from './vocabulary-route.ts';

/** Pairs before the measuring begins. */
const WARM_UP = 100;
const PAGE = '/vocabulary/levels/A1';
const languages = { language: 'de', target: 'en' };

const connection = new RedisConnection(readEnv('vocabulary').CACHE_URL);
const cache = new RedisCache(connection, { observer: { read() {}, breaker() {}, incident() {} } });

process.on('message', (message) => void measure(message));
process.send?.('ready');

async function measure(message: unknown): Promise<void> {
  const { token, pairs, words } = routeOrderSchema.parse(message);
  const times: RouteTimes = { word: { misses: [], hits: [] }, page: { misses: [], hits: [] } };
  const timed = async (path: string, query: Record<string, string>): Promise<number> => {
    const event = apiEvent('GET', path, { query, headers: { authorization: `Bearer ${token}` } });
    const begin = performance.now();
    const answer = await handler(event, lambdaContext);
    const milliseconds = performance.now() - begin;
    if (answer.statusCode !== 200) throw new Error(`GET ${path} answered ${answer.statusCode}: ${answer.body}`);
    return milliseconds;
  };
  for (let n = -WARM_UP; n < pairs; n++) {
    // API Gateway hands the path on decoded.
    const word = `/vocabulary/words/${words.at(n % words.length)}`;
    await cache.invalidate([cacheScopes.family('word'), cacheScopes.family('level-list')]);
    const pair = {
      word: { miss: await timed(word, languages), hit: await timed(word, languages) },
      page: { miss: await timed(PAGE, languages), hit: await timed(PAGE, languages) },
    };
    if (n < 0) continue;
    for (const what of ['word', 'page'] as const) {
      times[what].misses.push(pair[what].miss);
      times[what].hits.push(pair[what].hit);
    }
  }
  process.send?.(times);
}
