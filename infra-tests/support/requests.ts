/** What functions and services ask AWS for, in short, with the names that a development stage could have. */
import { isAllowed, type Request } from './evaluate.ts';
import { functionsOf, listOf, type Statement } from './functions.ts';
import { resolverOf } from './resolve.ts';
import { synthesise } from './synthesise.ts';

export const synthesised = synthesise('dev');
const { data, service } = synthesised;
export const resolve = resolverOf(synthesised);
export const functions = functionsOf(synthesised);

/** ARN of the one resource of a type whose logical id begins so. */
function arnOf(template: typeof data, type: string, prefix: string): string {
  const ids = Object.keys(template.findResources(type)).filter((id) => id.startsWith(prefix));
  if (ids.length !== 1) throw new Error(`${ids.length} resources of type ${type} begin with ${prefix}`);
  return String(resolve({ 'Fn::GetAtt': [ids[0], 'Arn'] }));
}
const table = (name: string) => arnOf(data, 'AWS::DynamoDB::Table', `Tables${name}`);
export const users = table('Users');
export const videos = table('Videos');
export const translations = table('Translations');
export const lexicon = table('Lexicon');
export const streamOf = (name: string) => {
  const [id] = Object.keys(data.findResources('AWS::DynamoDB::Table')).filter((key) => key.startsWith(`Tables${name}`));
  return String(resolve({ 'Fn::GetAtt': [id, 'StreamArn'] }));
};
export const bucket = arnOf(data, 'AWS::S3::Bucket', 'Media');
export const ingest = arnOf(data, 'AWS::SQS::Queue', 'IngestQueue');
export const deadLetters = arnOf(data, 'AWS::SQS::Queue', 'IngestDeadLetters');
export const batches = arnOf(data, 'AWS::SQS::Queue', 'TranslationsQueue');
export const deadBatches = arnOf(data, 'AWS::SQS::Queue', 'TranslationsDeadLetters');
export const secret = (prefix: string) => String(resolve({ Ref: secretId(prefix) }));
const secretId = (prefix: string) =>
  Object.keys(data.findResources('AWS::SecretsManager::Secret')).find((id) => id.startsWith(prefix));
export const machine = arnOf(service, 'AWS::StepFunctions::StateMachine', 'Pipeline');
const [machineId = ''] = Object.keys(service.findResources('AWS::StepFunctions::StateMachine'));
const machineName = String(resolve({ 'Fn::GetAtt': [machineId, 'Name'] }));
export const execution = `arn:aws:states:us-east-1:000000000000:execution:${machineName}:hamburg-e1-1`;

/** Actions of one service on one resource. */
export const on = (resource: string, actions: string, context?: Request['context']): Request[] =>
  actions.split(' ').map((action) => ({ action, resource, ...(context && { context }) }));
export const items = (arn: string, operations: string) =>
  operations.split(' ').flatMap((operation) => on(arn, `dynamodb:${operation}`));

export const keyIn = (area: string) => `${bucket}/${area}/anna/hamburg/something`;
/** A missing object is only told from a forbidden one with the right to list; such a request has no prefix. */
export const read = (area: string) => [...on(keyIn(area), 's3:GetObject'), ...on(bucket, 's3:ListBucket')];
export const write = (area: string) => on(keyIn(area), 's3:PutObject');
export const remove = (area: string) => on(keyIn(area), 's3:DeleteObject');
export const list = (area: string) => on(bucket, 's3:ListBucket', { 's3:prefix': `${area}/anna/hamburg/` });

export const refused = (statements: readonly Statement[], requests: Request[]) =>
  requests.filter((request) => !isAllowed(statements, request));

/** The statements without one action of one of them, for each that a request is allowed by. */
export function mutantsOf(statements: readonly Statement[], requests: Request[]) {
  return statements.flatMap((statement, at) => {
    const granted = requests.filter((request) => isAllowed([statement], request)).map(({ action }) => action);
    return [...new Set(granted)].map((action) => {
      // IAM does not care for the case of actions.
      const rest = listOf(statement.Action).filter((other) => other.toLowerCase() !== action.toLowerCase());
      const left = rest.length === 0 ? [] : [{ ...statement, Action: rest }];
      return { action, statements: statements.toSpliced(at, 1, ...left) };
    });
  });
}
