import {
  DescribeServerlessCacheSnapshotsCommand,
  DescribeServerlessCachesCommand,
  DescribeUsersCommand,
  ElastiCacheClient,
  ServerlessCacheNotFoundFault,
} from '@aws-sdk/client-elasticache';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openElastiCache } from '../../../local/aws/elasticache.ts';
import { type FrontDoor, openFrontDoor, queryRoute } from '../../../local/aws/front-door.ts';
import { silentLog } from '../../../local/log.ts';
import { ACCOUNT, clientOptions, REGION } from './services.ts';

let door: FrontDoor;
let client: ElastiCacheClient;
beforeAll(async () => {
  door = await openFrontDoor(silentLog);
  const elastiCache = openElastiCache({ region: REGION, account: ACCOUNT, redisUrl: 'redis://127.0.0.1:6390' });
  door.open([queryRoute(elastiCache.service)]);
  client = new ElastiCacheClient(clientOptions(door.endpoint));
  elastiCache.ensure({
    name: 'langplug-dev',
    description: 'Words & "lists"',
    engine: 'valkey',
    majorEngineVersion: '8',
    dataStorage: { maximum: 5, unit: 'GB' },
    ecpuPerSecond: { maximum: 5000 },
    dailySnapshotTime: '03:00',
    snapshotRetentionLimit: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await door.close();
});

describe('the ElastiCache API', () => {
  it('tells of the cache with the limits of the template', async () => {
    const ask = new DescribeServerlessCachesCommand({ ServerlessCacheName: 'langplug-dev' });
    const { ServerlessCaches } = await client.send(ask);
    expect(ServerlessCaches).toEqual([
      {
        ServerlessCacheName: 'langplug-dev',
        Description: 'Words & "lists"',
        CreateTime: expect.any(Date),
        Status: 'available',
        Engine: 'valkey',
        MajorEngineVersion: '8',
        CacheUsageLimits: { DataStorage: { Maximum: 5, Unit: 'GB' }, ECPUPerSecond: { Maximum: 5000 } },
        Endpoint: { Address: '127.0.0.1', Port: 6390 },
        ReaderEndpoint: { Address: '127.0.0.1', Port: 6390 },
        ARN: 'arn:aws:elasticache:us-east-1:000000000000:serverlesscache:langplug-dev',
        SnapshotRetentionLimit: 1,
        DailySnapshotTime: '03:00',
      },
    ]);
    expect((await client.send(new DescribeServerlessCachesCommand())).ServerlessCaches).toHaveLength(1);
  });

  it('has no snapshots to tell of', async () => {
    const ask = new DescribeServerlessCacheSnapshotsCommand({ ServerlessCacheName: 'langplug-dev' });
    expect((await client.send(ask)).ServerlessCacheSnapshots ?? []).toEqual([]);
  });

  it('does not know other caches', async () => {
    const ask = client.send(new DescribeServerlessCachesCommand({ ServerlessCacheName: 'nope' }));
    await expect(ask).rejects.toThrow(ServerlessCacheNotFoundFault);
    await expect(ask).rejects.toThrow('ServerlessCache nope not found.');
  });

  it('answers an error to every other operation', async () => {
    await expect(client.send(new DescribeUsersCommand())).rejects.toThrow(
      'The local cloud does not offer ElastiCache DescribeUsers',
    );
  });
});
