import { type AccessRequest, evaluate } from '../../local/aws/iam/evaluate.ts';
import { type Policy, parsePolicy } from '../../local/aws/iam/policy.ts';
import type { Statement } from './functions.ts';

export type Request = AccessRequest;

/** Each statement is asked about many times. */
const parsed = new WeakMap<Statement, Policy>();

/**
 * Whether statements of one role allow a request, by the rules that the local cloud keeps to.
 * @throws PolicyError for what those do not know
 */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const policies = statements.map((statement) => {
    const known = parsed.get(statement) ?? parsePolicy({ Statement: statement }, 'role');
    parsed.set(statement, known);
    return known;
  });
  return evaluate(policies, request).decision === 'allow';
}
