/**
 * Whether policies allow a request, as IAM decides it within one account: what a statement denies is denied, what none
 * allows is not allowed. Source: IAM User Guide, "Policy evaluation logic".
 */
import { type Context, holds } from './conditions.ts';
import { matchesArn, matchesPattern } from './patterns.ts';
import type { Policy, Statement } from './policy.ts';

/** One thing that somebody wants to do. */
export type AccessRequest = {
  /** `dynamodb:GetItem`. */
  action: string;
  /** An ARN, or `*` for an action that is on no resource in particular. */
  resource: string;
  context?: Context;
};

export type Evaluation = {
  decision: 'allow' | 'explicit deny' | 'implicit deny';
  /** That decided; there is none behind an implicit deny. */
  statement?: Statement;
};

export function evaluate(policies: readonly Policy[], request: AccessRequest): Evaluation {
  const applying = policies.flat().filter((statement) => applies(statement, request));
  const deny = applying.find(({ effect }) => effect === 'Deny');
  if (deny) return { decision: 'explicit deny', statement: deny };
  const [allow] = applying;
  return allow ? { decision: 'allow', statement: allow } : { decision: 'implicit deny' };
}

/** Whether a statement speaks of a request, whatever it says of it. Whose it is, is not looked at. */
export function applies({ actions, resources, conditions }: Statement, request: AccessRequest): boolean {
  const { action, resource, context = {} } = request;
  return (
    actions.list.some((pattern) => matchesAction(pattern, action)) !== actions.negated &&
    resources.list.some((pattern) => matchesArn(pattern, resource)) !== resources.negated &&
    conditions.every((condition) => holds(condition, context))
  );
}

/** IAM does not care for the case of actions. */
export const matchesAction = (pattern: string, action: string): boolean =>
  matchesPattern(pattern.toLowerCase(), action.toLowerCase());
