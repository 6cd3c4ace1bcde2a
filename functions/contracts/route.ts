import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** Who may call: anyone, a signed-in learner, or an admin. */
export type Access = 'public' | 'user' | 'admin';
/** The functions behind the API, one per resource. */
export type ApiFunction = 'auth' | 'videos' | 'tasks' | 'vocabulary' | 'translations' | 'admin' | 'health';

export type Route = {
  fn: ApiFunction;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with parameters in braces, as API Gateway and OpenAPI write them. */
  path: string;
  access: Access;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer of success. */
  answer: { status: 200 | 201 | 202 | 204; schema?: z.ZodType; contentType?: string; description: string };
  /** What another status than success says, in the same schema. */
  otherAnswer?: { status: 503; description: string };
  /** For a public GET that answers the same to all: how long anybody may keep the answer, s. @default nobody may */
  sharedForSeconds?: number;
  /** Problems besides those that every route may answer. */
  problems?: ProblemCode[];
};

/** The `Cache-Control` of a route's successful answers; undefined where nothing may be kept, and so has no ETag. */
export function cacheControlOf({ method, access, sharedForSeconds }: Route): string | undefined {
  if (method !== 'GET') return undefined;
  // Browsers may keep what belongs to someone, but must ask each time; caches between must not keep it at all.
  if (access !== 'public') return 'private, no-cache';
  return sharedForSeconds === undefined ? undefined : `public, max-age=${sharedForSeconds}`;
}
