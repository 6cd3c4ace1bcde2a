import type { CacheServer } from '../contracts/cache.ts';
import type { CacheInspector, CacheService } from '../core/ports/cache-inspection.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from './logger.ts';
import { remembered } from './remembered.ts';

/** Limits and snapshots hardly ever change, ms. */
const SERVICE_REMEMBERED_MS = 60_000;

/**
 * What there is to know about the cache server, from itself and from the service that runs it.
 * @returns a function that asks; undefined when the server does not answer. What the service does not tell, or not in time, is null
 */
export function cacheServerReader(deps: {
  inspector: Pick<CacheInspector, 'server'>;
  service: CacheService;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}): () => Promise<CacheServer | undefined> {
  const readService = remembered(SERVICE_REMEMBERED_MS, deps.clock, async () => {
    try {
      return await deps.service.describe();
    } catch (error) {
      deps.log.warn('cache service does not answer', { error });
      return undefined;
    }
  });
  return async () => {
    const [server, service] = await Promise.all([deps.inspector.server(), readService()]);
    if (!server) return undefined;
    const snapshotAt = service?.lastSnapshotAt ?? undefined;
    return {
      engine: server.engine ?? service?.engine ?? null,
      keys: server.keys,
      memory_bytes: server.memory_bytes,
      // The service's is what one pays for; the server's own is that of one machine behind it.
      memory_limit_bytes: service?.memoryLimitBytes ?? server.memory_limit_bytes,
      clients: server.clients,
      uptime_seconds: server.uptime_seconds,
      service_status: service?.status ?? null,
      last_snapshot_at: snapshotAt === undefined ? null : new Date(snapshotAt).toISOString(),
    };
  };
}
