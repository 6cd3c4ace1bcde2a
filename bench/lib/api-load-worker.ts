/** Sends the requests of one load and tells what came back. */
import autocannon from 'autocannon';
import { type LoadData, type LoadOrder, type LoadResult, loadOrderSchema } from './api-load.ts';
import { quantile } from './statistics.ts';
import { at, randomNumbers, zipf } from './zipf.ts';

/** Shares of all requests. */
const READS = 0.8;
const TRANSLATIONS = 0.15;
/** Of the reads, and of the writes. */
const LESSONS = 0.5;
const PATCHES = 0.8;
const MAX_TEXTS_AT_ONCE = 3;

type Request = { method: 'GET' | 'POST' | 'PATCH'; path: string; token: string; body?: unknown };

process.on('message', (message) => void run(loadOrderSchema.parse(message)));
process.send?.('ready');

async function run(order: LoadOrder): Promise<void> {
  const next = requests(order.data, order.seed);
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const began = performance.now();
  const finished = Promise.withResolvers<autocannon.Result>();
  const instance = autocannon(
    {
      url: order.url,
      connections: order.connections,
      duration: order.seconds,
      requests: [{ setupRequest: (request) => ({ ...request, ...asSent(next()) }) }],
    },
    (error, result) => (error ? finished.reject(error) : finished.resolve(result)),
  );
  instance.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status >= 300) errors[status] = (errors[status] ?? 0) + 1;
  });
  const { errors: broken, timeouts } = await finished.promise;
  const seconds = (performance.now() - began) / 1000;
  if (times.length === 0) throw new Error(`Nothing was answered within ${order.seconds} s; is this machine busy?`);
  if (broken > timeouts) errors['broken connections'] = broken - timeouts;
  if (timeouts > 0) errors['no answer in time'] = timeouts;
  const result: LoadResult = {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    errors,
  };
  process.send?.(result);
}

function asSent({ method, path, token, body }: Request): autocannon.Request {
  return {
    method,
    path,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** The mix, one request after the other. */
function requests(data: LoadData, seed: number): () => Request {
  const random = randomNumbers(seed);
  const popularVideo = zipf(data.videos, random);
  const popularWord = zipf(data.words, random);
  const popularText = zipf(data.texts, random);
  const anyVideo = () => at(data.videos, Math.floor(random() * data.videos.length));
  let written = 0;

  const read = (): Request => {
    const { id, token } = popularVideo();
    if (random() < LESSONS) {
      const chunk = Math.floor(random() * data.chunksPerVideo);
      return { method: 'GET', path: `/videos/${id}/chunks/${chunk}`, token };
    }
    const { word, language, target } = popularWord();
    const query = new URLSearchParams({ language, target });
    return { method: 'GET', path: `/vocabulary/words/${encodeURIComponent(word)}?${query}`, token };
  };
  const translate = (): Request => {
    const texts = Array.from({ length: 1 + Math.floor(random() * MAX_TEXTS_AT_ONCE) }, popularText);
    const body = { texts, source_language: 'de', target_language: 'en' };
    return { method: 'POST', path: '/translate', token: anyVideo().token, body };
  };
  const write = (): Request => {
    const { id, token } = anyVideo();
    const title = `Title ${seed}.${written++}`;
    if (random() < PATCHES) return { method: 'PATCH', path: `/videos/${id}`, token, body: { title } };
    const body = { title, source_language: 'de', target_language: 'en', size: 1_000_000 };
    return { method: 'POST', path: '/videos', token, body };
  };

  return () => {
    const kind = random();
    if (kind < READS) return read();
    return kind < READS + TRANSLATIONS ? translate() : write();
  };
}
