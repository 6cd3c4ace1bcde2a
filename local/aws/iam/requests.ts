/** Which rights a request to AWS needs: action, resource and condition keys. What is not known here is an error. */
import { AwsError } from '../wire.ts';
import { type AwsRequest, type Check, check, checks, type Operations } from './check.ts';
import type { Places } from './places.ts';
import { dynamodb, dynamodbStreams } from './requests/dynamodb.ts';
import { elastiCache, secretsManager, states, transcribe, translate } from './requests/others.ts';
import { s3Checks, s3NeedsBody } from './requests/s3.ts';
import { sqs } from './requests/sqs.ts';

export type { AwsRequest, Check } from './check.ts';
export { writesObject } from './requests/s3.ts';
export { movesMessages } from './requests/sqs.ts';

/** Services that speak JSON, by what comes before the operation in `X-Amz-Target`. */
const BY_TARGET: Readonly<Record<string, { service: string; operations: Operations }>> = {
  DynamoDB_20120810: { service: 'dynamodb', operations: dynamodb },
  DynamoDBStreams_20120810: { service: 'dynamodb', operations: dynamodbStreams },
  AmazonSQS: { service: 'sqs', operations: sqs },
  AWSStepFunctions: { service: 'states', operations: states },
  secretsmanager: { service: 'secretsmanager', operations: secretsManager },
  Transcribe: { service: 'transcribe', operations: transcribe },
  AWSShineFrontendService_20170701: { service: 'translate', operations: translate },
};

/** Services whose calls never reach the front door, by what their actions begin with, each with the reason. */
export const NOT_ON_THE_WIRE: Readonly<Record<string, string>> = {
  'ec2:': 'Lambda itself connects functions with the network, when they are deployed',
  'logs:': 'Lambda and Step Functions deliver log lines themselves',
  'xray:': 'Lambda and Step Functions deliver traces themselves',
};

/**
 * All of them must be allowed.
 * @param request its target and its signature must agree about the service, or one is asked and another one answers
 * @throws AwsError for an operation whose rights are not known here, or for input that tells no resource
 */
export function checksOf(request: AwsRequest, places: Places): Check[] {
  const { service } = request;
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const [name = '', operation = ''] = splitLast(String(target));
    const known = Object.hasOwn(BY_TARGET, name) ? BY_TARGET[name] : undefined;
    if (!known) throw unknown(name, operation);
    if (known.service !== service) {
      throw new AwsError('InvalidSignatureException', `A signature for ${service} is none for ${target}`, 403);
    }
    return run(known, operation, readJson(request.body), places);
  }
  if (service === 's3') return s3Checks(request);
  if (service === 'elasticache') {
    const fields = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
    return run({ service, operations: elastiCache }, fields.Action ?? '', fields, places);
  }
  throw unknown(service, '(no operation named)');
}

/** Whether the rights of a request are told by its body. Uploads are not: they are passed on while they arrive. */
export const needsBody = (request: Pick<AwsRequest, 'service' | 'method' | 'path' | 'query'>): boolean =>
  request.service !== 's3' || s3NeedsBody(request);

/** What Lambda wants of a function's role before it reads from a queue or a stream for it. */
export function readsEventSource(arn: string): Check[] {
  if (arn.startsWith('arn:aws:sqs:'))
    return checks('sqs', ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'], arn);
  if (!/^arn:aws:dynamodb:.*\/stream\//.test(arn)) throw new Error(`The rights to read from ${arn} are not known here`);
  return [
    ...checks('dynamodb', ['DescribeStream', 'GetRecords', 'GetShardIterator'], arn),
    check('dynamodb:ListStreams', '*'),
  ];
}

/** Calling a function, from a state machine, a schedule, a route of the API or a trigger of the deployment. */
export const invokesFunction = (functionArn: string, sourceArn?: string): Check =>
  check('lambda:InvokeFunction', functionArn, sourceArn === undefined ? undefined : { 'aws:SourceArn': sourceArn });

type Service = { service: string; operations: Operations };

function run({ service, operations }: Service, operation: string, input: unknown, places: Places): Check[] {
  const translate = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!translate) throw unknown(service, operation);
  return translate(input, places);
}

const unknown = (service: string, operation: string): AwsError =>
  new AwsError(
    'UnknownOperationException',
    `The local cloud does not know which rights ${service} ${operation} needs: add it to local/aws/iam/requests`,
    501,
  );

function splitLast(target: string): [string, string] {
  const dot = target.lastIndexOf('.');
  return [target.slice(0, Math.max(0, dot)), target.slice(dot + 1)];
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON');
  }
}
