/** What of IAM's a request on the wire asks for. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from './conditions.ts';
import type { AccessRequest } from './evaluate.ts';
import type { Places } from './places.ts';

/** A request to an AWS service, its signature checked. */
export type AwsRequest = {
  /** Of the signature's scope: `dynamodb`, `s3`, `states`, … */
  service: string;
  method: string;
  /** As it was sent, percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Empty where `needsBody` says no. */
  body: Buffer;
};

export type Check = AccessRequest & {
  /** ARN of the role that must be allowed this, where it is not the caller's own: one that the caller passes on. */
  role?: string;
  /** Only asked for when what the request names is not there: S3 then says 403 instead of 404. */
  when?: 'missing';
};

/** Operations of one service by name, each with its input. */
export type Operations = Readonly<Record<string, (input: unknown, places: Places) => Check[]>>;

export const check = (action: string, resource: string, context?: Context): Check => ({
  action,
  resource,
  ...(context && { context }),
});

/** Several actions of one service on one resource. */
export const checks = (service: string, actions: readonly string[], resource: string): Check[] =>
  actions.map((name) => check(`${service}:${name}`, resource));

/** `arn:aws:{service}:{region}:{account}:{resource}`. */
export const arnIn = ({ region, account }: Places, service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
