import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { manageProcesses } from '../../../local/aws/processes.ts';
import { accepts, areGone, pidsOf, portOf } from './processes-support.ts';
import { keepingLog, startTestServices } from './services.ts';

describe('redis-server that dies', () => {
  it('is started again at its port, with nothing of what it held, and ends with the rest', async () => {
    const services = await startTestServices();
    const redis = new Redis(services.aws.redisUrl, { lazyConnect: true, retryStrategy: () => 50 });
    redis.on('error', () => undefined);
    await redis.set('lp:v:video:1', 'before');
    const [first = 0] = await pidsOf(services.dataDir, 'redis-server');
    process.kill(first, 'SIGKILL');
    await expect.poll(() => services.log.lines).toContain('info redis-server: redis-server is running again');
    expect(services.log.lines).toContain('warn redis-server: redis-server ended with SIGKILL and is started again');
    expect(await redis.get('lp:v:video:1')).toBeNull();
    const [second = 0] = await pidsOf(services.dataDir, 'redis-server');
    expect(second).not.toBe(first);
    redis.disconnect();
    await services.end();
    await areGone([second]);
  });

  it('again and again is given up, and said so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'langplug-crashing-'));
    const log = keepingLog();
    const processes = await manageProcesses(join(folder, 'pids.json'), log);
    let starts = 0;
    await processes.start({
      name: 'crasher',
      marks: () => ['crasher'],
      spawn: () => spawn('sh', ['-c', starts++ === 0 ? 'sleep 0.2' : 'exit 7'], { detached: true }),
      isUp: async () => true,
      revive: true,
    });
    await expect.poll(() => log.lines.at(-1)).toMatch(/^error crasher: crasher does not stay up: .*code 7/);
    const startsThen = starts;
    expect(startsThen).toBeGreaterThan(3);
    expect(startsThen).toBeLessThan(10);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(starts).toBe(startsThen);
    await processes.stop();
    await rm(folder, { recursive: true });
  });

  it('while everything stops stays away', async () => {
    const services = await startTestServices();
    const pids = await pidsOf(services.dataDir);
    const [redis = 0] = await pidsOf(services.dataDir, 'redis-server');
    process.kill(redis, 'SIGKILL');
    await services.aws.stop();
    await areGone(pids);
    expect(await accepts(portOf(services.aws.redisUrl))).toBe(false);
    await services.end();
  });
});
