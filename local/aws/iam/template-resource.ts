/** A resource of the template after its deployment: what `deploy` of `local/template` gives for each. */
import type { z } from 'zod';
import { PolicyError } from './policy.ts';

export type TemplateResource = {
  logicalId: string;
  type: string;
  /** Resolved. */
  properties: unknown;
  /** What `Ref` gives. */
  ref: string;
  /** What `Fn::GetAtt` gives. */
  attributes: Readonly<Record<string, string>>;
};

/** @throws PolicyError naming the resource and the property */
export function readProperties<T>(resource: TemplateResource, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw problem(resource, problems.join('; '));
}

export const problem = ({ logicalId, type }: TemplateResource, message: string): PolicyError =>
  new PolicyError(`${logicalId} (${type}): ${message}`);
