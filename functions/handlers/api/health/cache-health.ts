import type { CacheHealth, CacheServer } from '../../../contracts/cache.ts';
import type { CacheInspector } from '../../../core/ports/cache-inspection.ts';

/** Whether the cache answers, and how often it helps. */
export async function cacheHealth(deps: {
  inspector: Pick<CacheInspector, 'figures'>;
  readServer: () => Promise<CacheServer | undefined>;
}): Promise<CacheHealth> {
  const [server, figures] = await Promise.all([deps.readServer(), deps.inspector.figures()]);
  return { status: server ? 'up' : 'down', hit_rate: figures?.hit_rate ?? null, server: server ?? null };
}
