import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEnv } from '../../functions/runtime/read-env.ts';

afterEach(() => vi.unstubAllEnvs());

describe('readEnv', () => {
  it('gives the parsed environment', () => {
    vi.stubEnv('VIDEOS_TABLE', 'videos');
    vi.stubEnv('TASK_RETENTION_HOURS', '24');
    expect(readEnv('fail-video')).toEqual({ VIDEOS_TABLE: 'videos', TASK_RETENTION_HOURS: 24 });
  });

  it('names the function and every variable that is missing or wrong', () => {
    vi.stubEnv('VIDEOS_TABLE', undefined);
    vi.stubEnv('TASK_RETENTION_HOURS', 'soon');
    expect(() => readEnv('fail-video')).toThrow(/"fail-video".*VIDEOS_TABLE.*TASK_RETENTION_HOURS/);
  });
});
