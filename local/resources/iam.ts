/** Roles and policies: nothing is created for them; `local/aws/iam` reads their resolved properties. */
import { z } from 'zod';
import { physicalName, resourceHandler } from './resource.ts';

const roleSchema = z.looseObject({ RoleName: z.string().optional() });

export const iamRole = resourceHandler(roleSchema, ({ RoleName }, context) => {
  const name = RoleName ?? physicalName(context, 64);
  return { ref: name, attributes: { Arn: `arn:aws:iam::${context.account}:role/${name}`, RoleId: name } };
});

const managedPolicySchema = z.looseObject({ ManagedPolicyName: z.string().optional() });

export const iamManagedPolicy = resourceHandler(managedPolicySchema, ({ ManagedPolicyName }, context) => {
  const arn = `arn:aws:iam::${context.account}:policy/${ManagedPolicyName ?? physicalName(context, 128)}`;
  return { ref: arn, attributes: { PolicyArn: arn } };
});

/** Nothing refers to them but `DependsOn`. */
export const policyOfResource = resourceHandler(z.unknown(), (_, context) => ({
  ref: physicalName(context, 128),
  attributes: {},
}));
