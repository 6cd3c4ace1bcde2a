/** IAM of the local cloud: who may do what, as the template says. */
import { type AccessReport, openAccessReport } from './access-report.ts';
import type { Check } from './check.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type Places, readPlaces } from './places.ts';
import type { Policy, Statement } from './policy.ts';
import { isAbout, readResourcePolicies } from './resource-policies.ts';
import { type Role, readRoles } from './roles.ts';
import type { TemplateResource } from './template-resource.ts';

/** Who asks: with a role of the template, or a service of AWS on its own account (S3 that notifies a queue). */
export type Principal = { role: Role } | { service: string };

export type Iam = {
  places: Places;
  roles: readonly Role[];
  /** @throws Error when there is no such role in the template */
  role(arn: string): Role;
  /**
   * @param user ARN of a function or state machine, or id of an event source mapping
   * @throws Error when it is not in the template
   */
  roleOf(user: string): Role;
  /**
   * Whether a principal may do one thing. Every connection counts as encrypted: there is no network in between. What is
   * allowed counts as used in the report, so ask for what is really about to be done.
   */
  decide(principal: Principal, check: Check): Evaluation;
  /**
   * The first of the checks that the role, or the role that it passes on, is not allowed.
   * @param when `missing` looks at those that are asked for only when the thing is not there, and at no others
   */
  refusal(role: Role, checks: readonly Check[], when?: 'missing'): Refusal | undefined;
  report: AccessReport;
};

export type Refusal = { role: Role; check: Check; evaluation: Evaluation };

/**
 * @param resources all of the template, as they were deployed
 * @throws PolicyError for a policy that cannot be evaluated locally, naming it and the reason
 */
export function openIam(
  resources: readonly TemplateResource[],
  { region, account }: Pick<Places, 'region' | 'account'>,
): Iam {
  const resourcePolicies = readResourcePolicies(resources);
  const { byArn, byUser } = readRoles(resources, ({ trust }, service) => {
    const context = { 'aws:SourceAccount': account };
    const policies = [trust.filter((statement) => speaksOf(statement, { service }))];
    return evaluate(policies, { action: 'sts:AssumeRole', resource: '*', context }).decision === 'allow';
  });
  const role = found(byArn);
  const report = openAccessReport([...byArn.values()]);

  const decide: Iam['decide'] = (principal, check) => {
    const attached = resourcePolicies
      .filter((one) => isAbout(one, check.resource))
      .map(({ policy }): Policy => policy.filter((statement) => speaksOf(statement, principal)));
    const own = 'role' in principal ? principal.role.policies : [];
    const context = {
      'aws:SecureTransport': 'true',
      ...('service' in principal && { 'aws:SourceAccount': account }),
      ...check.context,
    };
    const evaluation = evaluate([...own, ...attached], { ...check, context });
    if ('role' in principal && evaluation.decision === 'allow') report.record(principal.role, { ...check, context });
    return evaluation;
  };

  return {
    places: readPlaces(resources, { region, account }),
    roles: [...byArn.values()],
    role,
    roleOf: found(byUser),
    decide,
    report,
    refusal(caller, checks, when) {
      for (const check of checks.filter((one) => one.when === when)) {
        const asked = check.role === undefined ? caller : role(check.role);
        const evaluation = decide({ role: asked }, check);
        if (evaluation.decision !== 'allow') return { role: asked, check, evaluation };
      }
      return undefined;
    },
  };
}

/** In the words of AWS, so that it reads as in production, and with the statement that denies. */
export function describeRefusal({ role, check, evaluation }: Refusal): string {
  const { statement } = evaluation;
  const reason = statement
    ? `with an explicit deny (${statement.label})`
    : `because no identity-based policy allows the ${check.action} action`;
  return `${role.arn} (${role.label}) is not authorized to perform: ${check.action} on resource: ${check.resource} ${reason}`;
}

function speaksOf({ principals }: Statement, principal: Principal): boolean {
  if (!principals) return false;
  if (principals.everybody) return true;
  return 'role' in principal
    ? principals.roles.includes(principal.role.arn)
    : principals.services.includes(principal.service);
}

const found =
  (roles: ReadonlyMap<string, Role>) =>
  (key: string): Role => {
    const role = roles.get(key);
    if (!role) throw new Error(`No role in the template for ${key}`);
    return role;
  };
