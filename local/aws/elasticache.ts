/** The ElastiCache API, as far as it tells about serverless caches. What they hold is in redis-server. */
import type { ServerlessCache } from '../types.ts';
import type { QueryService, QueryValue } from './query.ts';
import { AwsError } from './wire.ts';

export type ElastiCache = {
  service: QueryService;
  /** Makes a cache known by its name. @returns its ARN */
  ensure(cache: ServerlessCache): string;
};

export type ElastiCacheOptions = {
  region: string;
  account: string;
  /** Of redis-server. */
  redisUrl: string;
};

export function openElastiCache({ region, account, redisUrl }: ElastiCacheOptions): ElastiCache {
  const caches = new Map<string, ServerlessCache>();
  const { hostname, port } = new URL(redisUrl);
  const endpoint = { Address: hostname, Port: Number(port) };
  const createTime = new Date();
  const arnOf = (name: string) => `arn:aws:elasticache:${region}:${account}:serverlesscache:${name}`;

  const describe = (cache: ServerlessCache): QueryValue => ({
    ServerlessCacheName: cache.name,
    Description: cache.description,
    CreateTime: createTime,
    Status: 'available',
    Engine: cache.engine,
    MajorEngineVersion: cache.majorEngineVersion,
    CacheUsageLimits: {
      DataStorage: cache.dataStorage && {
        Maximum: cache.dataStorage.maximum,
        Minimum: cache.dataStorage.minimum,
        Unit: cache.dataStorage.unit,
      },
      ECPUPerSecond: cache.ecpuPerSecond && {
        Maximum: cache.ecpuPerSecond.maximum,
        Minimum: cache.ecpuPerSecond.minimum,
      },
    },
    Endpoint: endpoint,
    ReaderEndpoint: endpoint,
    ARN: arnOf(cache.name),
    SnapshotRetentionLimit: cache.snapshotRetentionLimit,
    DailySnapshotTime: cache.dailySnapshotTime,
  });

  /** @throws AwsError ServerlessCacheNotFoundFault */
  const named = (name: string | undefined): ServerlessCache[] => {
    if (name === undefined) return [...caches.values()];
    const cache = caches.get(name);
    if (!cache) throw new AwsError('ServerlessCacheNotFoundFault', `ServerlessCache ${name} not found.`, 404);
    return [cache];
  };

  const operations: QueryService['operations'] = {
    DescribeServerlessCaches: async ({ ServerlessCacheName }) => ({
      ServerlessCaches: named(ServerlessCacheName).map(describe),
    }),
    // A cache that lives as long as the local cloud runs has none.
    DescribeServerlessCacheSnapshots: async ({ ServerlessCacheName }) => {
      named(ServerlessCacheName);
      return { ServerlessCacheSnapshots: [] };
    },
  };

  return {
    service: {
      name: 'ElastiCache',
      scope: 'elasticache',
      xmlns: 'http://elasticache.amazonaws.com/doc/2015-02-02/',
      operations,
    },
    ensure(cache) {
      caches.set(cache.name, cache);
      return arnOf(cache.name);
    },
  };
}
