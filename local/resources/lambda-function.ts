import { z } from 'zod';
import type { FunctionDefinition } from '../wiring/wiring.ts';
import { physicalName, refuseProperties, resourceHandler } from './resource.ts';
import { withoutTls } from './serverless-cache.ts';
import { UNAVAILABLE } from './unavailable.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const propertiesSchema = z.looseObject({
  FunctionName: z.string().optional(),
  Description: z.string().default(''),
  Runtime: z.string(),
  Handler: z.string(),
  Code: z.object({ S3Key: z.string({ error: 'must be a file asset: functions are bundled by the CDK' }) }),
  Environment: z.object({ Variables: z.record(z.string(), scalar).default({}) }).optional(),
  /** Seconds; Lambda's default is 3. */
  Timeout: z.coerce.number().positive().max(900).default(3),
  MemorySize: z.coerce.number().min(128).max(10_240).default(128),
  ReservedConcurrentExecutions: z.coerce.number().int().positive().optional(),
});

/**
 * A Node.js function; its description, `LangPlug: {name}`, has the name that people know it by. Role, VPC,
 * tracing, log settings and architecture have no local meaning.
 */
export const lambdaFunction = resourceHandler(propertiesSchema, (properties, context) => {
  if (!properties.Runtime.startsWith('nodejs')) throw new Error(`The runtime ${properties.Runtime} cannot run locally`);
  refuseProperties(properties, { Layers: 'bundle what the function needs', ImageConfig: 'use a bundle' });
  const codeFolder = context.assets.get(properties.Code.S3Key);
  if (!codeFolder) throw new Error(`There is no asset ${properties.Code.S3Key} in the cloud assembly`);
  const name = properties.FunctionName ?? physicalName(context, 64);
  const arn = `arn:aws:lambda:${context.region}:${context.account}:function:${name}`;
  const environment: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties.Environment?.Variables ?? {})) {
    if (value.includes(UNAVAILABLE)) {
      throw new Error(`Environment variable ${key} refers to something without local meaning: ${value}`);
    }
    environment[key] = withoutTls(value, context.services.redisUrl);
  }
  const definition: FunctionDefinition = {
    label: /^LangPlug: ([a-z0-9-]+)$/.exec(properties.Description)?.[1] ?? context.logicalId,
    name,
    arn,
    handler: properties.Handler,
    codeFolder,
    environment,
    timeoutSeconds: properties.Timeout,
    memoryMb: properties.MemorySize,
  };
  if (properties.ReservedConcurrentExecutions) definition.reservedConcurrency = properties.ReservedConcurrentExecutions;
  context.wiring.functions.push(definition);
  return { ref: name, attributes: { Arn: arn } };
});

/** There is one version of the code locally: every version and alias is it. */
export const lambdaVersion = resourceHandler(z.object({ FunctionName: z.string() }), ({ FunctionName }, context) => ({
  ref: `${functionArn(FunctionName, context)}:1`,
  attributes: { Version: '1', FunctionArn: `${functionArn(FunctionName, context)}:1` },
}));

export const lambdaAlias = resourceHandler(
  z.object({ FunctionName: z.string(), Name: z.string() }),
  ({ FunctionName, Name }, context) => {
    const arn = `${functionArn(FunctionName, context)}:${Name}`;
    return { ref: arn, attributes: { AliasArn: arn } };
  },
);

const functionArn = (nameOrArn: string, { region, account }: { region: string; account: string }) =>
  nameOrArn.startsWith('arn:') ? nameOrArn : `arn:aws:lambda:${region}:${account}:function:${nameOrArn}`;
