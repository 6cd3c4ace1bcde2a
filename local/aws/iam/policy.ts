/** Policy documents of IAM as they stand in a resolved template, checked for everything that is not understood here. */
import { z } from 'zod';
import { UNAVAILABLE } from '../../resources/unavailable.ts';
import { type Condition, readCondition } from './conditions.ts';
import { arnFields } from './patterns.ts';

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export type Patterns = { list: readonly string[]; negated: boolean };

/** Whom a statement of a resource or of a role's trust speaks of. */
export type Principals = { everybody: boolean; roles: readonly string[]; services: readonly string[] };

export type Statement = {
  /** For people: the policy, and which of its statements. */
  label: string;
  effect: 'Allow' | 'Deny';
  actions: Patterns;
  resources: Patterns;
  conditions: readonly Condition[];
  /** Of resource and trust policies only: a role's own policies speak of the role. */
  principals?: Principals;
};

export type Policy = readonly Statement[];

/** What a policy is attached to: `identity` to a role, `resource` to a queue or bucket, `trust` says who may take on a role. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

/** The template has a policy that cannot be evaluated locally; the message says which statement and what of it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

const listOf = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item).min(1, 'must not be empty'), item.transform((one) => [one])]);
/** Numbers and booleans are written as text in conditions. */
const scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const refused = (why: string) => z.undefined({ error: why }).optional();

const ACTION = /^(\*|[a-z0-9-]+:[\w*?]+)$/i;
const action = z.string().regex(ACTION, { error: ({ input }) => `${JSON.stringify(input)} is no action` });
const resource = z.string().refine(isResource, { error: ({ input }) => `${JSON.stringify(input)} is no ARN` });

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: listOf(action).optional(),
  NotAction: listOf(action).optional(),
  Resource: listOf(resource).optional(),
  NotResource: listOf(resource).optional(),
  Principal: z
    .union([z.literal('*'), z.strictObject({ AWS: listOf(z.string()), Service: listOf(z.string()) }).partial()])
    .optional(),
  NotPrincipal: refused('NotPrincipal is not supported: name those who are meant'),
  Condition: z.record(z.string(), z.record(z.string(), listOf(scalar))).default({}),
});

const documentSchema = z.strictObject({
  // Without it, as with the version of 2008, there are no policy variables: those are refused anyway.
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
});

/**
 * @param where for people: what the document belongs to
 * @throws PolicyError naming the statement, and the operator or element that is not supported
 */
export function parsePolicy(document: unknown, where: string, kind: PolicyKind = 'identity'): Policy {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) throw new PolicyError(`${where}: ${problemsOf(parsed.error)}`);
  return parsed.data.Statement.map((statement, index) => {
    const sid = z.object({ Sid: z.string() }).safeParse(statement).data?.Sid;
    const label = `${where}, statement ${index + 1}${sid ? ` (${sid})` : ''}`;
    try {
      return parseStatement(statement, label, kind);
    } catch (error) {
      throw new PolicyError(`${label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function parseStatement(given: unknown, label: string, kind: PolicyKind): Statement {
  refuseVariables(given);
  const parsed = statementSchema.safeParse(given);
  if (!parsed.success) throw new Error(problemsOf(parsed.error));
  const { Effect, Action, NotAction, Resource, NotResource, Principal, Condition } = parsed.data;
  const local = NotResource?.find((pattern) => pattern.includes(UNAVAILABLE));
  if (local) throw new Error(`NotResource names something without local meaning: ${local}`);
  if ((Principal === undefined) !== (kind === 'identity')) {
    throw new Error(Principal ? 'a policy of a role has no Principal' : 'Principal is missing');
  }
  if (kind === 'trust' && (Resource ?? NotResource)) throw new Error('a trust policy has no Resource');
  const resources = kind === 'trust' ? { list: ['*'], negated: false } : oneOf({ Resource, NotResource });
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => readCondition(operator, key, wanted)),
  );
  return {
    label,
    effect: Effect,
    actions: oneOf({ Action, NotAction }),
    resources,
    conditions,
    ...(Principal && { principals: readPrincipals(Principal) }),
  };
}

/** @param elements an element and its negation, of which a statement has one */
function oneOf(elements: Record<string, string[] | undefined>): Patterns {
  const [[name, list] = ['', undefined], ...others] = Object.entries(elements).filter(([, value]) => value);
  if (!list || others.length > 0) throw new Error(`either ${Object.keys(elements).join(' or ')} must be there`);
  return { list, negated: name.startsWith('Not') };
}

function readPrincipals(given: NonNullable<z.output<typeof statementSchema>['Principal']>): Principals {
  if (given === '*') return { everybody: true, roles: [], services: [] };
  const { AWS = [], Service = [] } = given;
  const roles = AWS.filter((name) => name !== '*');
  const other = roles.find((name) => !/^arn:[^:]*:iam::\d{12}:role\//.test(name));
  if (other) throw new Error(`the principal ${other} is not supported: name a role, a service or "*"`);
  return { everybody: AWS.includes('*'), roles, services: Service };
}

/** @throws Error for `${…}`: IAM would put in something of the request, wherever it stands */
function refuseVariables(value: unknown): void {
  const variable = /\$\{[^}]*\}?/.exec(JSON.stringify(value) ?? '')?.[0];
  if (variable) throw new Error(`the policy variable ${variable} is not supported`);
}

/** All of an ARN's fields, the service without wildcards; what has no local meaning is never asked for, and harmless. */
function isResource(text: string): boolean {
  if (text === '*' || text.startsWith(UNAVAILABLE)) return true;
  const service = arnFields(text)?.[2];
  return service !== undefined && /^[a-z0-9-]+$/.test(service);
}

const problemsOf = ({ issues }: z.ZodError): string =>
  issues.map((issue) => `${issue.path.join('.') || 'document'}: ${deepest(issue)}`).join('; ');

/** Of a union, what the alternative says that came closest, rather than "invalid input". */
function deepest(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const inner = issue.errors.flat().find(({ code }) => code !== 'invalid_type') ?? issue.errors.flat()[0];
  return inner ? deepest(inner) : issue.message;
}
