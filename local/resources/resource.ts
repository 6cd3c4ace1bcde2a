/** What a handler of a resource type gets and gives. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { AwsServices } from '../types.ts';
import type { Wiring } from '../wiring/wiring.ts';

/** The services that resources are created in. */
export type ResourceServices = Pick<
  AwsServices,
  | 'endpoint'
  | 'redisUrl'
  | 'createBucket'
  | 'createQueue'
  | 'createSecret'
  | 'createStateMachine'
  | 'createServerlessCache'
>;

export type ResourceContext = {
  stackName: string;
  logicalId: string;
  type: string;
  region: string;
  account: string;
  services: ResourceServices;
  assets: ReadonlyMap<string, string>;
  /** Where handlers note what they create, so that it is started and connected afterwards. */
  wiring: Wiring;
};

export type CreatedResource = {
  /** What `Ref` gives. */
  ref: string;
  /** What `Fn::GetAtt` gives. */
  attributes: Record<string, string>;
};

export type ResourceHandler = {
  create(properties: unknown, context: ResourceContext): Promise<CreatedResource>;
};

/** A handler that reads the properties which matter locally by a schema. Properties without local meaning are left out of it. */
export function resourceHandler<T extends z.ZodType>(
  schema: T,
  create: (properties: z.output<T>, context: ResourceContext) => Promise<CreatedResource> | CreatedResource,
): ResourceHandler {
  return { create: async (properties, context) => create(schema.parse(properties), context) };
}

/**
 * The name of a resource that the template leaves to CloudFormation: readable, the same at every start, and unique.
 * @param maxLength characters that the service allows
 */
export function physicalName({ stackName, logicalId }: ResourceContext, maxLength: number): string {
  const name = `${stackName}-${logicalId}`;
  if (name.length <= maxLength) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, maxLength - hash.length - 1)}-${hash}`;
}

/** Settings of an SDK client that talks to the local services. */
export const clientConfig = ({ services, region }: Pick<ResourceContext, 'services' | 'region'>) => ({
  endpoint: services.endpoint,
  region,
  credentials: LOCAL_CREDENTIALS,
});

/** Accepted by the local services; worth nothing anywhere else. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** @throws Error for a property that changes behaviour and is not supported locally. */
export function refuseProperties(properties: Record<string, unknown>, reasons: Record<string, string>): void {
  for (const [name, reason] of Object.entries(reasons)) {
    if (properties[name] !== undefined) throw new Error(`${name} is not supported locally: ${reason}`);
  }
}
