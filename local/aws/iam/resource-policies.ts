/** Policies of resources, which say who may use them: of buckets and queues, and the permissions to call functions. */
import { z } from 'zod';
import { type Policy, parsePolicy } from './policy.ts';
import { problem, readProperties, type TemplateResource } from './template-resource.ts';

export type ResourcePolicy = {
  /** What it is attached to: it says nothing of anything else, whatever stands in its statements. */
  arn: string;
  policy: Policy;
};

/** Policies of resources that nothing in the template has yet. */
const REFUSED = ['AWS::SecretsManager::ResourcePolicy', 'AWS::SQS::QueueInlinePolicy'];

const bucketPolicySchema = z.object({ Bucket: z.string(), PolicyDocument: z.unknown() });
const queuePolicySchema = z.object({ Queues: z.array(z.string()), PolicyDocument: z.unknown() });
const permissionSchema = z.strictObject({
  FunctionName: z.string(),
  Action: z.string(),
  Principal: z.string().endsWith('.amazonaws.com', 'only services can be permitted to call functions locally'),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/** @throws PolicyError naming the resource, for what is not supported */
export function readResourcePolicies(resources: readonly TemplateResource[]): ResourcePolicy[] {
  const arnOf = arnsByName(resources);
  return resources.flatMap((resource) => policiesIn(resource, arnOf));
}

type FindArn = (type: string, name: string, user: TemplateResource) => string;

function policiesIn(resource: TemplateResource, arnOf: FindArn): ResourcePolicy[] {
  const { logicalId, type, properties } = resource;
  const parse = (document: unknown) => parsePolicy(document, logicalId, 'resource');
  if (type === 'AWS::S3::BucketPolicy') {
    const { Bucket, PolicyDocument } = readProperties(resource, bucketPolicySchema);
    return [{ arn: `arn:aws:s3:::${Bucket}`, policy: parse(PolicyDocument) }];
  }
  if (type === 'AWS::SQS::QueuePolicy') {
    const { Queues, PolicyDocument } = readProperties(resource, queuePolicySchema);
    const policy = parse(PolicyDocument);
    return Queues.map((queue) => ({ arn: arnOf('AWS::SQS::Queue', queue, resource), policy }));
  }
  if (type === 'AWS::Lambda::Permission') {
    const { FunctionName, Action, Principal, SourceArn, SourceAccount } = readProperties(resource, permissionSchema);
    const arn = FunctionName.startsWith('arn:') ? FunctionName : arnOf('AWS::Lambda::Function', FunctionName, resource);
    const Condition = {
      ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
      ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
    };
    const statement = { Effect: 'Allow', Principal: { Service: Principal }, Action, Resource: arn, Condition };
    return [{ arn, policy: parse({ Statement: statement }) }];
  }
  if (REFUSED.includes(type)) throw problem(resource, 'such policies are not supported locally');
  if (z.object({ ResourcePolicy: z.unknown() }).safeParse(properties).data?.ResourcePolicy !== undefined) {
    throw problem(resource, 'ResourcePolicy is not supported locally');
  }
  return [];
}

/** Whether a policy speaks of a resource: the one that it is attached to, or an object in its bucket. */
export const isAbout = ({ arn }: ResourcePolicy, resource: string): boolean =>
  resource === arn || (arn.startsWith('arn:aws:s3:::') && resource.startsWith(`${arn}/`));

/** ARNs by what `Ref` gives: the URL of a queue, the name of a function. */
function arnsByName(resources: readonly TemplateResource[]): FindArn {
  const arns = new Map(resources.map(({ type, ref, attributes }) => [`${type} ${ref}`, attributes.Arn]));
  return (type, name, user) => {
    const arn = arns.get(`${type} ${name}`);
    if (arn === undefined) throw problem(user, `there is no ${type} ${name}`);
    return arn;
  };
}
