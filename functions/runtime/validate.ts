import type { z } from 'zod';
import type { FieldError } from '../contracts/problem.ts';
import { ProblemError } from '../core/problem-error.ts';

/**
 * Checks a part of a request against its schema.
 * @param where `path`, `query` or `body`: how the fields are named in the errors
 * @throws ProblemError INVALID_REQUEST naming every bad field and why
 */
export function validate<T extends z.ZodType>(where: string, schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(where, issue));
  const fields = errors.map((error) => `${error.field} ${error.reason}`).join('; ');
  throw new ProblemError('INVALID_REQUEST', `${fields}.`, errors);
}

function fieldErrors(where: string, issue: z.core.$ZodIssue): FieldError[] {
  const field = [where, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: `${field}.${key}`, reason: 'is not known here; leave it out' }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that came closest says best what is wrong.
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
    const isStructural = closest?.some((inner) => inner.code === 'invalid_type' || inner.code === 'unrecognized_keys');
    if (closest && !isStructural) return closest.flatMap((inner) => fieldErrors(field, inner));
  }
  // What a choice says of a wrong value says nothing of none at all.
  const missing =
    issue.input === undefined &&
    (issue.code === 'invalid_value' || (issue.code === 'invalid_type' && !isCustom(issue)));
  return [{ field, reason: missing ? 'is required' : lowerFirst(issue.message) }];
}

const isCustom = (issue: z.core.$ZodIssue) => !issue.message.startsWith('Invalid input');
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
