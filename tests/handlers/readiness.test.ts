import { describe, expect, it, vi } from 'vitest';
import { readiness } from '../../functions/handlers/api/health/readiness.ts';

const up = async () => {};
const down = async () => {
  throw new Error('connection refused');
};
const silent = () => new Promise<void>(() => {});

describe('readiness', () => {
  it('is ready when everything answers', async () => {
    const report = await readiness({ needed: { database: up }, helpful: { cache: up }, onDown: vi.fn() });
    expect(report).toEqual({ status: 'ready', dependencies: { database: 'up', cache: 'up' } });
  });

  it('is degraded, not down, without the cache', async () => {
    const onDown = vi.fn();
    const report = await readiness({ needed: { database: up }, helpful: { cache: down }, onDown });
    expect(report).toEqual({ status: 'degraded', dependencies: { database: 'up', cache: 'down' } });
    expect(onDown).toHaveBeenCalledWith('cache', expect.any(Error));
  });

  it('is unavailable without the database', async () => {
    const report = await readiness({ needed: { database: down, storage: up }, helpful: {}, onDown: vi.fn() });
    expect(report.status).toBe('unavailable');
  });

  it('does not wait for ever for a dependency that is silent', async () => {
    const report = await readiness({ needed: { database: silent }, helpful: {}, onDown: vi.fn() });
    expect(report.dependencies).toEqual({ database: 'down' });
  });
});
