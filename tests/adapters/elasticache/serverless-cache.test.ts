import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  DescribeServerlessCacheSnapshotsCommand,
  DescribeServerlessCachesCommand,
  ElastiCacheClient,
} from '@aws-sdk/client-elasticache';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ServerlessCache } from '../../../functions/adapters/elasticache/serverless-cache.ts';

const client = new ElastiCacheClient({ region: 'us-east-1' });
const aws = mockClient(client);
const service = new ServerlessCache('langplug-dev', client);
const cache = {
  ServerlessCacheName: 'langplug-dev',
  Engine: 'valkey',
  MajorEngineVersion: '8',
  FullEngineVersion: '8.1',
  Status: 'available',
  CacheUsageLimits: { DataStorage: { Maximum: 5, Unit: 'GB' as const } },
};
const DAY = (day: number) => new Date(Date.UTC(2026, 10, day, 3));

beforeEach(() => {
  aws.reset();
  aws.on(DescribeServerlessCachesCommand).resolves({ ServerlessCaches: [cache] });
  aws.on(DescribeServerlessCacheSnapshotsCommand).resolves({ ServerlessCacheSnapshots: [] });
});

describe('a serverless cache', () => {
  it('tells its engine, status and limit, and has no snapshot at first', async () => {
    expect(await service.describe()).toEqual({
      engine: 'valkey 8.1',
      status: 'available',
      memoryLimitBytes: 5 * 1024 ** 3,
      lastSnapshotAt: null,
    });
    expect(aws.commandCalls(DescribeServerlessCachesCommand)[0]?.args[0].input).toEqual({
      ServerlessCacheName: 'langplug-dev',
    });
  });

  it('tells when the last snapshot was made that is complete', async () => {
    aws.on(DescribeServerlessCacheSnapshotsCommand).resolves({
      ServerlessCacheSnapshots: [
        { Status: 'available', CreateTime: DAY(19) },
        { Status: 'available', CreateTime: DAY(20) },
        { Status: 'creating', CreateTime: DAY(21) },
      ],
    });
    expect((await service.describe()).lastSnapshotAt).toBe(DAY(20).getTime());
  });

  it('says null for what is not told', async () => {
    aws.on(DescribeServerlessCachesCommand).resolves({ ServerlessCaches: [{ ServerlessCacheName: 'langplug-dev' }] });
    expect(await service.describe()).toEqual({
      engine: null,
      status: null,
      memoryLimitBytes: null,
      lastSnapshotAt: null,
    });
  });

  it('fails by name when there is none of this name', async () => {
    aws.on(DescribeServerlessCachesCommand).resolves({ ServerlessCaches: [] });
    await expect(service.describe()).rejects.toThrow('langplug-dev');
  });

  it('is given up when it does not answer', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const patient = new ElastiCacheClient({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    try {
      await expect(new ServerlessCache('langplug-dev', patient).describe()).rejects.toThrow();
    } finally {
      patient.destroy();
      silent.close();
    }
  });
});
