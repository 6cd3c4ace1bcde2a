/** Two ways to the cache: straight to the Redis of a cloud on this machine, or through the admin routes of any API. */
import { z } from 'zod';
import { ServerlessCache } from '../../functions/adapters/elasticache/serverless-cache.ts';
import { SystemClock } from '../../functions/adapters/node/clock.ts';
import { RedisConnection } from '../../functions/adapters/redis/connection.ts';
import { RedisInspector } from '../../functions/adapters/redis/inspector.ts';
import { RedisCache } from '../../functions/adapters/redis/redis-cache.ts';
import { metricsSchema, pageOf } from '../../functions/contracts/api.ts';
import {
  CACHE_FAMILY_NAMES,
  type CacheFamily,
  type CacheKeyInfo,
  cacheHealthSchema,
  cacheKeySchema,
  cacheScopes,
  clearedCacheSchema,
} from '../../functions/contracts/cache.ts';
import { MAX_PAGE_SIZE } from '../../functions/contracts/limits.ts';
import { cacheServerReader } from '../../functions/runtime/cache-server.ts';
import { ApiClient, ApiProblem } from '../client/api-client.ts';
import type { CacheTarget } from './cache-arguments.ts';

export type CacheStats = NonNullable<z.infer<typeof metricsSchema>['cache']>;

export interface CacheSource {
  /** @throws CacheAway */
  stats(): Promise<CacheStats>;
  /** At most `limit` keys of a family. @throws CacheAway */
  keys(family: CacheFamily, limit: number): Promise<CacheKeyInfo[]>;
  /** @returns the families whose values are invalid now. @throws CacheAway */
  clear(family: CacheFamily | 'all'): Promise<CacheFamily[]>;
  /** Whether nobody reads the cache: CACHE_ENABLED=false. */
  isOff(): Promise<boolean>;
  close(): void;
}

/** What is asked for cannot be had; the message says why, and what to do. */
export class CacheAway extends Error {
  override readonly name = 'CacheAway';
  readonly code: 'UNREACHABLE' | 'FORBIDDEN';
  constructor(code: CacheAway['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws CacheAway, ApiProblem, Unreachable */
export const openCacheSource = (target: CacheTarget): Promise<CacheSource> =>
  'url' in target ? openApi(target) : openLocal(target.port);

/** Longest wait for Redis, ms: a person waits for the answer. */
const PATIENCE_MS = 2000;
const localCloudSchema = z.object({
  endpoint: z.url(),
  region: z.string(),
  redisUrl: z.url(),
  cacheName: z.string(),
});

async function openLocal(port: number): Promise<CacheSource> {
  const cloud = await findLocalCloud(port);
  process.env.AWS_ENDPOINT_URL = cloud.endpoint;
  process.env.AWS_REGION = cloud.region;
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  const connection = new RedisConnection(cloud.redisUrl, {
    connectTimeoutMs: PATIENCE_MS,
    commandTimeoutMs: PATIENCE_MS,
    requestBudgetMs: Number.POSITIVE_INFINITY,
  });
  const clock = new SystemClock();
  const inspector = new RedisInspector(connection, { clock });
  const quiet = { read() {}, breaker() {}, incident() {}, warn() {} };
  const service = new ServerlessCache(cloud.cacheName);
  const readServer = cacheServerReader({ inspector, service, clock, log: quiet });
  const cache = new RedisCache(connection, { observer: quiet });
  const away = () =>
    new CacheAway(
      'UNREACHABLE',
      `The Redis of the LangPlug on port ${port} does not answer. Without it the API works on, but slower. If it stays so, stop that LangPlug and start it again: npm start`,
    );
  return {
    async stats() {
      const [figures, server] = await Promise.all([inspector.figures(), readServer()]);
      if (!figures || !server) throw away();
      return { ...figures, server };
    },
    keys: (family, limit) =>
      collect(limit, async (page) => {
        const found = await inspector.keys(family, page);
        if (!found) throw away();
        return found;
      }),
    async clear(family) {
      const families = family === 'all' ? CACHE_FAMILY_NAMES : [family];
      if (!(await cache.invalidate(families.map(cacheScopes.family)))) throw away();
      return families;
    },
    isOff: () => isOff(urlOf(port)),
    close: () => connection.close(),
  };
}

const urlOf = (port: number) => `http://localhost:${port}`;

/** What an API does not tell is taken for switched on. */
async function isOff(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/cache`).catch(() => undefined);
  const health = cacheHealthSchema.safeParse(response?.ok ? await response.json().catch(() => undefined) : undefined);
  return health.data?.status === 'off';
}

async function findLocalCloud(port: number): Promise<z.infer<typeof localCloudSchema>> {
  const url = urlOf(port);
  const response = await fetch(`${url}/_local/cloud`).catch(() => undefined);
  const cloud = localCloudSchema.safeParse(response?.ok ? await response.json().catch(() => undefined) : undefined);
  if (cloud.success) return cloud.data;
  throw new CacheAway(
    'UNREACHABLE',
    `No LangPlug runs at ${url}. Start one with "npm start", or name its --port, or the --url of a deployed one.`,
  );
}

const keyPageSchema = pageOf(cacheKeySchema, 'CacheKeyPage');

async function openApi({
  url,
  email,
  password,
}: {
  url: string;
  email: string;
  password: string;
}): Promise<CacheSource> {
  const client = new ApiClient(url);
  await client.logIn({ email, password });
  const call = async <T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> => {
    try {
      return await client.call(method, path, schema, body);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'FORBIDDEN') throw error;
      const where = isOnThisMachine(url) ? `--url ${url}` : '--table <UsersTableName>';
      throw new CacheAway(
        'FORBIDDEN',
        `${email} is no admin. An operator makes one: npm run grant-admin -- ${email} ${where}`,
      );
    }
  };
  return {
    async stats() {
      const { cache } = await call('GET', '/admin/metrics', metricsSchema);
      if (cache) return cache;
      const what = (await isOff(url)) ? 'is switched off (CACHE_ENABLED=false)' : 'does not answer';
      throw new CacheAway('UNREACHABLE', `The cache of ${url} ${what}. Without it the API works on, but slower.`);
    },
    keys: (family, limit) =>
      collect(limit, async (page) => {
        const query = new URLSearchParams({
          family,
          limit: `${page.limit}`,
          ...(page.cursor && { cursor: page.cursor }),
        });
        const { items, next_cursor } = await call('GET', `/admin/cache/keys?${query}`, keyPageSchema);
        return { items, ...(next_cursor !== null && { cursor: next_cursor }) };
      }),
    clear: async (family) => (await call('POST', '/admin/cache/clear', clearedCacheSchema, { family })).cleared,
    isOff: () => isOff(url),
    close() {},
  };
}

const isOnThisMachine = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** Page by page, each key once. */
async function collect(
  limit: number,
  read: (page: { limit: number; cursor?: string }) => Promise<{ items: CacheKeyInfo[]; cursor?: string }>,
): Promise<CacheKeyInfo[]> {
  const keys = new Map<string, CacheKeyInfo>();
  let cursor: string | undefined;
  do {
    const page = await read({ limit: Math.min(limit, MAX_PAGE_SIZE), ...(cursor !== undefined && { cursor }) });
    for (const key of page.items) keys.set(key.key, key);
    cursor = page.cursor;
  } while (cursor !== undefined && keys.size < limit);
  return [...keys.values()].slice(0, limit);
}
