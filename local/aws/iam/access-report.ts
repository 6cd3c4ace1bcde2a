/** What of the granted rights was used: the rest is more than the least privilege, or code that no test runs. */
import type { Check } from './check.ts';
import { applies } from './evaluate.ts';
import type { Patterns, Statement } from './policy.ts';
import type { Role } from './roles.ts';

/** One action pattern on one resource pattern, as a statement allows it. */
export type Grant = {
  /** The role's label. */
  role: string;
  action: string;
  resource: string;
};

type Held = Grant & { statement: Statement };

export type AccessReport = {
  /** Notes a check that was allowed. */
  record(role: Role, check: Check): void;
  /** What was used so far, in an order that is always the same; to be kept and given to another report. */
  usedGrants(): Grant[];
  /** Takes over what was used while another local cloud ran the same template. */
  merge(used: readonly Grant[]): void;
  unusedGrants(): Grant[];
};

export function openAccessReport(roles: readonly Role[]): AccessReport {
  const held = new Map(roles.map((role) => [role.arn, heldBy(role)]));
  const all = [...new Map([...held.values()].flat().map((grant) => [keyOf(grant), grant])).values()];
  const used = new Set<string>();
  /** Checks that were recorded before: nearly all. */
  const known = new Set<string>();
  const grants = (wanted: boolean) =>
    all
      .filter((grant) => used.has(keyOf(grant)) === wanted)
      .map(({ role, action, resource }): Grant => ({ role, action, resource }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    record(role, check) {
      const seen = JSON.stringify([role.arn, check.action, check.resource, check.context]);
      if (known.has(seen)) return;
      known.add(seen);
      for (const grant of held.get(role.arn) ?? []) if (applies(grant.statement, check)) used.add(keyOf(grant));
    },
    usedGrants: () => grants(true),
    merge(others) {
      for (const grant of others) used.add(keyOf(grant));
    },
    unusedGrants: () => grants(false),
  };
}

/** For people, role by role. */
export function formatGrants(grants: readonly Grant[]): string {
  return [...Map.groupBy(grants, ({ role }) => role)]
    .map(([role, ofRole]) => [role, ...ofRole.map(({ action, resource }) => `  ${action}  ${resource}`)].join('\n'))
    .join('\n');
}

function heldBy({ label, policies }: Role): Held[] {
  return policies
    .flat()
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      parts(statement.actions).flatMap(([action, actions]) =>
        parts(statement.resources).map(
          ([resource, resources]): Held => ({
            role: label,
            action,
            resource: stable(resource),
            statement: { ...statement, actions, resources },
          }),
        ),
      ),
    );
}

/** Each pattern by itself; those of a negation say one thing together. */
function parts(patterns: Patterns): (readonly [string, Patterns])[] {
  if (patterns.negated) return [[`all but ${patterns.list.join(', ')}`, patterns]];
  return patterns.list.map((pattern) => [pattern, { list: [pattern], negated: false }] as const);
}

/** The same in every local cloud: streams are named after the time, secrets have a random ending. */
const stable = (resource: string): string =>
  resource.replace(/\/stream\/[^/*]+$/, '/stream/*').replace(/(:secret:.+)-[0-9a-zA-Z]{6}$/, '$1-??????');

const keyOf = ({ role, action, resource }: Grant): string => `${role} ${action} ${resource}`;
