import { DescribeServerlessCacheSnapshotsCommand, DescribeServerlessCachesCommand } from '@aws-sdk/client-elasticache';
import type { CacheService, CacheServiceState } from '../../core/ports/cache-inspection.ts';
import { elastiCacheClient } from './client.ts';

/** Longest wait for both answers, with the connection, ms. */
const PATIENCE_MS = 1_000;
const BYTES_PER_GB = 1024 ** 3;

/** ElastiCache Serverless. */
export class ServerlessCache implements CacheService {
  readonly #name: string;
  readonly #client: ReturnType<typeof elastiCacheClient>;

  constructor(name: string, client = elastiCacheClient()) {
    this.#name = name;
    this.#client = client;
  }

  async describe(): Promise<CacheServiceState> {
    const input = { ServerlessCacheName: this.#name };
    const options = { abortSignal: AbortSignal.timeout(PATIENCE_MS) };
    // One page is enough: there is one snapshot a day, and ElastiCache keeps 35 days at most.
    const [{ ServerlessCaches }, { ServerlessCacheSnapshots }] = await Promise.all([
      this.#client.send(new DescribeServerlessCachesCommand(input), options),
      this.#client.send(new DescribeServerlessCacheSnapshotsCommand(input), options),
    ]);
    const cache = ServerlessCaches?.find(({ ServerlessCacheName }) => ServerlessCacheName === this.#name);
    if (!cache) throw new Error(`ElastiCache knows no serverless cache named ${this.#name}`);
    const storage = cache.CacheUsageLimits?.DataStorage;
    const snapshots = (ServerlessCacheSnapshots ?? []).filter(({ Status }) => Status === 'available');
    const times = snapshots.flatMap(({ CreateTime }) => (CreateTime ? [CreateTime.getTime()] : []));
    return {
      engine: cache.Engine
        ? [cache.Engine, cache.FullEngineVersion ?? cache.MajorEngineVersion].join(' ').trim()
        : null,
      status: cache.Status ?? null,
      memoryLimitBytes: storage?.Maximum === undefined ? null : storage.Maximum * BYTES_PER_GB,
      lastSnapshotAt: times.length > 0 ? Math.max(...times) : null,
    };
  }
}
