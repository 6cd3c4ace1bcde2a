/**
 * Asks Redis for a value without pause, and remembers the longest wait: `node redis-prober-worker.ts <url>`. Every
 * message that it gets is answered by the longest wait since the one before, ms. A process of its own, so that what the
 * bench itself does is not taken for Redis being held up.
 */
import { connectRedis } from './redis-tools.ts';

const [url = ''] = process.argv.slice(2);
const redis = connectRedis(url);
let longest = 0;
process.on('message', () => {
  process.send?.(longest);
  longest = 0;
});
await redis.set('probe', 'value');
process.send?.('ready');
for (let before = performance.now(); ; ) {
  await redis.get('probe');
  const now = performance.now();
  longest = Math.max(longest, now - before);
  before = now;
}
