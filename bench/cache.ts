/** Our cache beside those that people would otherwise pick, on one real redis-server, over Redis only (see contender.ts). */
import { startTestRedis } from '../tests/support/services.ts';
import { measureBatches } from './lib/cache-batch.ts';
import { measureFaults } from './lib/cache-faults.ts';
import { measureHits } from './lib/cache-hits.ts';
import { measureInvalidation } from './lib/cache-invalidation.ts';
import { measureStampedes } from './lib/cache-stampede.ts';
import { measureWeights } from './lib/cache-weight.ts';
import type { Bench } from './lib/report.ts';
import { measureVocabularyRoute } from './lib/vocabulary-route.ts';

export const summary =
  'hits, batches, stampedes, invalidation and faults of the cache, beside bentocache, cache-manager, cacheable, ' +
  'async-cache-dedupe and the plain decorator that most projects write; the vocabulary route with a hit beside a miss';

const FEW_KEYS = 10_000;
const MANY_KEYS = 1_000_000;

export const run: Bench['run'] = async (say, { quick }) => {
  const rounds = quick ? 1 : 5;
  const redis = await startTestRedis();
  try {
    return [
      ...(await measureWeights(quick ? 1 : 9, say)),
      ...(await measureHits(redis.url, { rounds, milliseconds: quick ? 200 : 1000 }, say)),
      ...(await measureBatches(redis.url, rounds, say)),
      ...(await measureStampedes(redis.url, rounds, say)),
      ...(await measureFaults(redis, say)),
      ...(await measureVocabularyRoute(redis.url, quick ? 30 : 900, say)),
      ...(await measureInvalidation(redis.url, { rounds, sizes: [FEW_KEYS, MANY_KEYS] }, say)),
    ];
  } finally {
    await redis.stop();
  }
};
