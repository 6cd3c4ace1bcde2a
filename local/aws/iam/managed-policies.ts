/** Policies that AWS keeps, as far as the template uses them. Source: AWS Managed Policy Reference Guide. */
import { type Policy, PolicyError, parsePolicy } from './policy.ts';

const DOCUMENTS: Readonly<Record<string, unknown>> = {
  'service-role/AWSLambdaBasicExecutionRole': {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  },
};

/** @returns undefined for one of the template's own. @throws PolicyError for one of AWS's that is not known here */
export function awsManagedPolicy(arn: string): Policy | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  if (name === undefined) return undefined;
  const document = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined;
  if (document) return parsePolicy(document, name);
  throw new PolicyError(
    `The managed policy ${name} is not known locally: write its statements into the template, or into ` +
      'local/aws/iam/managed-policies.ts',
  );
}
