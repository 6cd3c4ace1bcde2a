import { z } from 'zod';
import { physicalName, resourceHandler } from './resource.ts';

/** The cache is the local redis, which speaks no TLS: functions get `redis://` where the template says `rediss://`. */
export const serverlessCache = resourceHandler(
  z.object({ ServerlessCacheName: z.string().optional() }),
  ({ ServerlessCacheName }, context) => {
    const name = ServerlessCacheName ?? physicalName(context, 40).toLowerCase();
    const { hostname, port } = new URL(context.services.redisUrl);
    return {
      ref: name,
      attributes: {
        ARN: `arn:aws:elasticache:${context.region}:${context.account}:serverlesscache:${name}`,
        'Endpoint.Address': hostname,
        'Endpoint.Port': port,
        'ReaderEndpoint.Address': hostname,
        'ReaderEndpoint.Port': port,
        Status: 'available',
      },
    };
  },
);

/** An address of the local redis as functions can use it: without TLS and without a user, of which it has none. */
export function withoutTls(value: string, redisUrl: string): string {
  if (!value.startsWith('rediss://') || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.host !== new URL(redisUrl).host) return value;
  return `redis://${url.host}${url.pathname}${url.search}`;
}
