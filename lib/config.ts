/** Everything that can be configured at deployment, by `cdk deploy -c key=value`. The one place where it is read. */
import type { Node } from 'constructs';
import { z } from 'zod';
import { type CacheFamily, cacheLifetimesSchema } from '../functions/contracts/cache.ts';
import {
  CEILING_MAX_UPLOAD_BYTES,
  DEFAULT_MAX_UPLOAD_BYTES,
  DEFAULT_TASK_RETENTION_HOURS,
} from '../functions/contracts/limits.ts';

export const STAGES = ['dev', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

const MB = 1024 * 1024;

/** A whole number, also as text, because that is what the command line gives. */
const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

const origins = z.string().transform((list) =>
  list
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== ''),
);

export const contextSchema = z.object({
  /** Which environment. `prod` keeps its data on delete. */
  stage: z.enum(STAGES, { error: `must be one of ${STAGES.join(', ')}` }).default('dev'),
  /** Largest upload, MB. */
  maxUploadMegabytes: wholeNumber(1, CEILING_MAX_UPLOAD_BYTES / MB).default(DEFAULT_MAX_UPLOAD_BYTES / MB),
  /** How long the record of an ended task is kept, hours. */
  taskRetentionHours: wholeNumber(1, 24 * 365).default(DEFAULT_TASK_RETENTION_HOURS),
  /** How many parts of one video are transcribed at once. An inline map runs at most 40 iterations at once. */
  partConcurrency: wholeNumber(1, 40).default(10),
  /** How many chunks of one video are translated at once, likewise. */
  chunkConcurrency: wholeNumber(1, 40).default(10),
  /**
   * How functions inside the VPC reach AWS services that have no gateway endpoint: over IPv6 (free), or through a NAT
   * gateway (about 33 USD a month and zone) in regions whose services have no dual-stack endpoints.
   */
  egress: z.enum(['ipv6', 'nat'], { error: 'must be ipv6 or nat' }).default('ipv6'),
  /**
   * Web origins that may upload from a browser straight to the bucket, separated by commas. Unset, `dev` allows every
   * origin (a web app under development runs on any port, and the presigned request is the authorisation in any case)
   * and `prod` none.
   */
  webOrigins: origins.optional(),
  /** `false`: every read goes to its source. For a time only, without a deployment: docs/runbook.md#cache-errors. */
  cacheEnabled: z
    .union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })], { error: 'must be true or false' })
    .default(true),
  /** Lifetimes of cached values that differ from `CACHE_FAMILIES`, as `family=seconds` separated by commas. */
  cacheLifetimes: cacheLifetimesSchema.default({}),
  /** Who gets an e-mail when an alarm rings, and when it goes out. */
  alarmEmail: z.email('must be an e-mail address').optional(),
});

export type Config = {
  stage: Stage;
  /** Data outlive the stack. */
  keepData: boolean;
  /** Bytes. */
  maxUploadBytes: number;
  taskRetentionHours: number;
  partConcurrency: number;
  chunkConcurrency: number;
  egress: 'ipv6' | 'nat';
  webOrigins: string[];
  cacheEnabled: boolean;
  /** Seconds. */
  cacheLifetimes: Partial<Record<CacheFamily, number>>;
  alarmEmail: string | undefined;
};

/** @throws Error that names every key that is wrong, and how */
export function readConfig(node: Node): Config {
  const given = Object.keys(contextSchema.shape).map((key) => [key, node.tryGetContext(key)]);
  const result = contextSchema.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  -c ${issue.path.join('.')}=…  ${issue.message}`);
    throw new Error(`The configuration of the deployment is not valid:\n${faults.join('\n')}`);
  }
  const { maxUploadMegabytes, webOrigins, alarmEmail, ...rest } = result.data;
  const keepData = rest.stage === 'prod';
  return {
    ...rest,
    keepData,
    alarmEmail,
    maxUploadBytes: maxUploadMegabytes * MB,
    webOrigins: webOrigins ?? (keepData ? [] : ['*']),
  };
}
