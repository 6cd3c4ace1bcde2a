import { describe, expect, it } from 'vitest';
import type { CacheFigures, CacheServer } from '../../functions/contracts/cache.ts';
import { cacheHealth } from '../../functions/handlers/api/health/cache-health.ts';

const server: CacheServer = {
  engine: 'valkey 8.1',
  keys: 1,
  memory_bytes: null,
  memory_limit_bytes: null,
  clients: null,
  uptime_seconds: null,
  service_status: null,
  last_snapshot_at: null,
};
const figures: CacheFigures = { hours: 24, hits: 3, misses: 1, errors: 0, hit_rate: 0.75, families: [] };

describe('the health of the cache', () => {
  it('is up with its hit rate', async () => {
    const health = await cacheHealth({ inspector: { figures: async () => figures }, readServer: async () => server });
    expect(health).toEqual({ status: 'up', hit_rate: 0.75, server });
  });

  it('is down when it does not answer', async () => {
    const silent = async () => undefined;
    expect(await cacheHealth({ inspector: { figures: silent }, readServer: silent })).toEqual({
      status: 'down',
      hit_rate: null,
      server: null,
    });
  });
});
