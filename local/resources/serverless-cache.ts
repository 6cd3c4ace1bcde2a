import { z } from 'zod';
import { physicalName, resourceHandler } from './resource.ts';

const count = z.coerce.number().int().positive().optional();

const propertiesSchema = z.object({
  ServerlessCacheName: z.string().optional(),
  Description: z.string().optional(),
  Engine: z.enum(['valkey', 'redis'], { error: 'must speak the Redis protocol: valkey or redis' }),
  MajorEngineVersion: z.string().optional(),
  CacheUsageLimits: z
    .object({
      DataStorage: z.object({ Maximum: count, Minimum: count, Unit: z.string() }).optional(),
      ECPUPerSecond: z.object({ Maximum: count, Minimum: count }).optional(),
    })
    .default({}),
  DailySnapshotTime: z.string().optional(),
  SnapshotRetentionLimit: z.coerce.number().int().optional(),
});

/**
 * The cache is the local redis, which speaks no TLS: functions get `redis://` where the template says `rediss://`. Its
 * limits are told by the ElastiCache API and not enforced.
 */
export const serverlessCache = resourceHandler(propertiesSchema, async (properties, context) => {
  const name = properties.ServerlessCacheName ?? physicalName(context, 40).toLowerCase();
  const { DataStorage, ECPUPerSecond } = properties.CacheUsageLimits;
  const { arn } = await context.services.createServerlessCache({
    name,
    description: properties.Description,
    engine: properties.Engine,
    majorEngineVersion: properties.MajorEngineVersion,
    dataStorage: DataStorage && { maximum: DataStorage.Maximum, minimum: DataStorage.Minimum, unit: DataStorage.Unit },
    ecpuPerSecond: ECPUPerSecond && { maximum: ECPUPerSecond.Maximum, minimum: ECPUPerSecond.Minimum },
    dailySnapshotTime: properties.DailySnapshotTime,
    snapshotRetentionLimit: properties.SnapshotRetentionLimit,
  });
  const { hostname, port } = new URL(context.services.redisUrl);
  return {
    ref: name,
    attributes: {
      ARN: arn,
      'Endpoint.Address': hostname,
      'Endpoint.Port': port,
      'ReaderEndpoint.Address': hostname,
      'ReaderEndpoint.Port': port,
      Status: 'available',
    },
  };
});

/** An address of the local redis as functions can use it: without TLS and without a user, of which it has none. */
export function withoutTls(value: string, redisUrl: string): string {
  if (!value.startsWith('rediss://') || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.host !== new URL(redisUrl).host) return value;
  return `redis://${url.host}${url.pathname}${url.search}`;
}
