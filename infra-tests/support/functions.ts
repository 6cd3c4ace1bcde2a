import { type FunctionName, functionEntries } from '../../functions/runtime/env.ts';
import { resolverOf } from './resolve.ts';
import type { Synthesised } from './synthesise.ts';

export type Statement = {
  Action: string | string[];
  Resource: unknown;
  Effect: string;
  Condition?: Record<string, unknown>;
};
export type DeployedFunction = {
  logicalId: string;
  /** Resolved. */
  environment: Record<string, unknown>;
  /** As in the template. */
  properties: Record<string, unknown>;
  /** What its role allows, resolved. */
  statements: Statement[];
  managedPolicies: unknown;
};

const DESCRIPTION = /^LangPlug: (.+)$/;
/** The library's own, which calls functions during a deployment. */
export const TRIGGER_PROVIDER = 'AWSCDKTriggerCustomResourceProvider';

/** The functions of the template by their names. */
export function functionsOf(synthesised: Synthesised): Map<FunctionName, DeployedFunction> {
  const resolve = resolverOf(synthesised);
  const { service } = synthesised;
  const roles = service.findResources('AWS::IAM::Role');
  const own = Object.entries(service.findResources('AWS::Lambda::Function')).filter(
    ([logicalId]) => !logicalId.startsWith(TRIGGER_PROVIDER),
  );
  const found = own.map(([logicalId, { Properties }]) => {
    const name = DESCRIPTION.exec(Properties.Description)?.[1];
    if (!isFunctionName(name)) throw new Error(`${logicalId} is no function of the application`);
    const roleId: string = Properties.Role['Fn::GetAtt'][0];
    const statements = statementsOf(synthesised, roleId);
    const environment: Record<string, unknown> = Object.fromEntries(
      Object.entries(Properties.Environment.Variables).map(([key, value]) => [key, resolve(value)]),
    );
    const deployed: DeployedFunction = {
      logicalId,
      environment,
      properties: Properties,
      statements,
      managedPolicies: roles[roleId]?.Properties.ManagedPolicyArns,
    };
    return [name, deployed] as const;
  });
  return new Map(found);
}

/** What a role allows, resolved. */
export function statementsOf(synthesised: Synthesised, roleId: string): Statement[] {
  const resolve = resolverOf(synthesised);
  return Object.values(synthesised.service.findResources('AWS::IAM::Policy'))
    .filter((policy) => policy.Properties.Roles.some((role: { Ref: string }) => role.Ref === roleId))
    .flatMap((policy) =>
      policy.Properties.PolicyDocument.Statement.map((statement: Statement) => ({
        ...statement,
        Resource: resolve(statement.Resource),
      })),
    );
}

const isFunctionName = (name: string | undefined): name is FunctionName =>
  name !== undefined && name in functionEntries;

export const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
