import { type Resource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** An ARN attribute of a resource, which may be in another stack than the role that uses it. */
export type OwnedArn = { owner: Resource; arn: string };

/**
 * Says why a role may use everything that an ARN with a wildcard stands for. cdk-nag names such a finding by the ARN as
 * the template writes it, which differs when its resource is in another stack.
 * @param base what the ARN begins with
 * @param suffix what follows, with the wildcard
 */
export function acknowledgeWildcard(role: IConstruct, base: OwnedArn | string, suffix: string, reason: string): void {
  const stack = Stack.of(role);
  const arn = typeof base === 'string' ? base : importable(stack, base);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${flatten(stack.resolve(arn))}${suffix}]`,
    reason,
  });
}

/** The export that the library makes by itself for a reference across stacks has the same name. */
function importable(stack: Stack, { owner, arn }: OwnedArn): string {
  return stack === Stack.of(owner) ? arn : Stack.of(owner).exportValue(arn);
}

/** Text of a reference as cdk-nag writes it: attributes in angle brackets, imports by the export's name. */
function flatten(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  if (typeof reference === 'object' && reference !== null) {
    if ('Fn::Join' in reference && Array.isArray(reference['Fn::Join'])) {
      const [delimiter, parts] = reference['Fn::Join'];
      return parts.map(flatten).join(delimiter);
    }
    if ('Fn::GetAtt' in reference && Array.isArray(reference['Fn::GetAtt']))
      return `<${reference['Fn::GetAtt'].join('.')}>`;
    if ('Fn::ImportValue' in reference) return flatten(reference['Fn::ImportValue']);
    if ('Ref' in reference) return `<${reference.Ref}>`;
  }
  return JSON.stringify(reference);
}
