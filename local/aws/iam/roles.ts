/** The roles of the template: what each may do, and who has which. */
import { z } from 'zod';
import { awsManagedPolicy } from './managed-policies.ts';
import { type Policy, parsePolicy } from './policy.ts';
import { problem, readProperties, type TemplateResource } from './template-resource.ts';

export type Role = {
  arn: string;
  /** As AWS calls it. */
  name: string;
  /** For people: the function that has it, or its id in the template. */
  label: string;
  policies: readonly Policy[];
  /** Who may take it on. */
  trust: Policy;
};

export type Roles = {
  /** By ARN. */
  byArn: ReadonlyMap<string, Role>;
  /** Of functions and state machines by ARN, of event source mappings (which read with their function's) by id. */
  byUser: ReadonlyMap<string, Role>;
};

const inlineSchema = z.array(z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() })).default([]);
const roleSchema = z.looseObject({
  AssumeRolePolicyDocument: z.unknown(),
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: inlineSchema,
  PermissionsBoundary: z.undefined({ error: 'permissions boundaries are not supported locally' }).optional(),
});
const policySchema = z.looseObject({
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
  Users: z.undefined({ error: 'only roles are supported locally' }).optional(),
  Groups: z.undefined({ error: 'only roles are supported locally' }).optional(),
});
const functionSchema = z.object({ Role: z.string(), Description: z.string().default('') });
const machineSchema = z.object({ RoleArn: z.string() });
const mappingSchema = z.object({ FunctionName: z.string() });

/** @throws PolicyError for what cannot be evaluated locally, and for a role that is not there or may not be taken on */
export function readRoles(resources: readonly TemplateResource[], mayAssume: MayAssume): Roles {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const unknown = resources.find(({ type }) => type.startsWith('AWS::IAM::') && !KNOWN_TYPES.includes(type));
  if (unknown) throw problem(unknown, 'is not supported locally');

  const attached = ofType('AWS::IAM::Policy').concat(ofType('AWS::IAM::ManagedPolicy')).map(readAttached);
  const labels = labelsOf(ofType('AWS::Lambda::Function'));
  const roles = ofType('AWS::IAM::Role').map((resource) => readRole(resource, attached, labels));
  const byArn = new Map(roles.map((role) => [role.arn, role]));

  const taken = (arn: string, service: string, user: TemplateResource): Role => {
    const role = byArn.get(arn);
    if (!role) throw problem(user, `the role ${arn} is not in the template`);
    if (mayAssume(role, service)) return role;
    throw problem(user, `${service} may not take on the role ${role.name}`);
  };
  const byUser = new Map<string, Role>();
  for (const user of ofType('AWS::Lambda::Function')) {
    const role = taken(readProperties(user, functionSchema).Role, 'lambda.amazonaws.com', user);
    // Calls and mappings name functions either way.
    byUser.set(user.attributes.Arn ?? user.ref, role).set(user.ref, role);
  }
  for (const user of ofType('AWS::StepFunctions::StateMachine')) {
    byUser.set(user.ref, taken(readProperties(user, machineSchema).RoleArn, 'states.amazonaws.com', user));
  }
  for (const user of ofType('AWS::Lambda::EventSourceMapping')) {
    const { FunctionName } = readProperties(user, mappingSchema);
    const role = byUser.get(withoutQualifier(FunctionName));
    if (!role) throw problem(user, `there is no function ${FunctionName}`);
    byUser.set(user.ref, role);
  }
  return { byArn, byUser };
}

export type MayAssume = (role: Role, service: string) => boolean;

const KNOWN_TYPES = ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/** A policy that names its roles, or that roles name by its ARN. */
type Attached = { ref: string; roles: readonly string[]; policy: Policy };

function readAttached(resource: TemplateResource): Attached {
  const { PolicyDocument, Roles } = readProperties(resource, policySchema);
  return { ref: resource.ref, roles: Roles, policy: parsePolicy(PolicyDocument, resource.logicalId) };
}

function readRole(
  resource: TemplateResource,
  attached: readonly Attached[],
  labels: ReadonlyMap<string, string>,
): Role {
  const { logicalId, ref: name, attributes } = resource;
  const { AssumeRolePolicyDocument, ManagedPolicyArns, Policies } = readProperties(resource, roleSchema);
  const managed = ManagedPolicyArns.map((arn) => {
    const policy = awsManagedPolicy(arn) ?? attached.find(({ ref }) => ref === arn)?.policy;
    if (!policy) throw problem(resource, `the managed policy ${arn} is not in the template`);
    return policy;
  });
  const arn = attributes.Arn ?? name;
  return {
    arn,
    name,
    label: labels.get(arn) ?? logicalId.replace(/[0-9A-F]{8}$/, ''),
    policies: [
      ...Policies.map((inline) => parsePolicy(inline.PolicyDocument, `${logicalId}/${inline.PolicyName}`)),
      ...managed,
      ...attached.filter(({ roles }) => roles.includes(name)).map(({ policy }) => policy),
    ],
    trust: parsePolicy(AssumeRolePolicyDocument, `${logicalId}, trust`, 'trust'),
  };
}

/** `LangPlug: save-chunk` names a function and so its role. */
function labelsOf(functions: readonly TemplateResource[]): Map<string, string> {
  return new Map(
    functions.flatMap((resource) => {
      const { Role, Description } = readProperties(resource, functionSchema);
      const label = /^LangPlug: ([a-z0-9-]+)$/.exec(Description)?.[1];
      return label ? [[Role, label] as const] : [];
    }),
  );
}

/** The function's ARN without `:alias` or `:version`. */
const withoutQualifier = (name: string): string => /^arn:aws:lambda:[^:]*:\d*:function:[^:]+/.exec(name)?.[0] ?? name;
