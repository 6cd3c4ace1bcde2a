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
  /** Problems besides those that every route may answer. */
  problems?: ProblemCode[];
};
