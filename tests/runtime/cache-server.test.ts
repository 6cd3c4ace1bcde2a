import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CacheServerState, CacheServiceState } from '../../functions/core/ports/cache-inspection.ts';
import { cacheServerReader } from '../../functions/runtime/cache-server.ts';

const state: CacheServerState = {
  engine: 'valkey 8.1.0',
  keys: 12,
  memory_bytes: 1000,
  memory_limit_bytes: 2000,
  clients: 3,
  uptime_seconds: 60,
};
const known: CacheServiceState = {
  engine: 'valkey 8.1',
  status: 'available',
  memoryLimitBytes: 5000,
  lastSnapshotAt: Date.UTC(2026, 10, 20, 3),
};
const server = vi.fn(async (): Promise<CacheServerState | undefined> => state);
const describeService = vi.fn(async () => known);
const log = { warn: vi.fn() };
let now = 0;
const open = () =>
  cacheServerReader({ inspector: { server }, service: { describe: describeService }, clock: { now: () => now }, log });

beforeEach(() => {
  vi.clearAllMocks();
  now = 0;
});

describe('what there is to know about the cache server', () => {
  it('is what it says itself, and what the service adds', async () => {
    expect(await open()()).toEqual({
      engine: 'valkey 8.1.0',
      keys: 12,
      memory_bytes: 1000,
      memory_limit_bytes: 5000,
      clients: 3,
      uptime_seconds: 60,
      service_status: 'available',
      last_snapshot_at: '2026-11-20T03:00:00.000Z',
    });
  });

  it('has the engine from the service where the server hides it', async () => {
    server.mockResolvedValueOnce({ ...state, engine: null });
    expect((await open()())?.engine).toBe('valkey 8.1');
  });

  it('leaves out what the service does not tell', async () => {
    describeService.mockRejectedValueOnce(new Error('throttled'));
    expect(await open()()).toMatchObject({
      keys: 12,
      memory_limit_bytes: 2000,
      service_status: null,
      last_snapshot_at: null,
    });
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('is nothing when the server does not answer', async () => {
    server.mockResolvedValueOnce(undefined);
    expect(await open()()).toBeUndefined();
  });

  it('asks the service once a minute at most, and does not insist when it fails', async () => {
    describeService.mockRejectedValueOnce(new Error('throttled'));
    const read = open();
    await read();
    now = 59_999;
    expect((await read())?.service_status).toBeNull();
    expect(describeService).toHaveBeenCalledOnce();
    now = 60_000;
    expect((await read())?.service_status).toBe('available');
  });
});
