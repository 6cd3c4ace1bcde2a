/** Whether every role may do what its code does; that it may do no more is tested in `service-stack.test.ts`. */
import { describe, expect, it } from 'vitest';
import { PUBLIC_KEYS_PARTITION } from '../functions/contracts/tables.ts';
import { type FunctionName, functionEntries } from '../functions/runtime/env.ts';
import { movesMessages, readsEventSource } from '../local/aws/iam/requests.ts';
import { isAllowed, type Request } from './support/evaluate.ts';
import {
  batches,
  bucket,
  deadBatches,
  deadLetters,
  execution,
  functions,
  ingest,
  items,
  keyIn,
  lexicon,
  list,
  machine,
  mutantsOf,
  on,
  read,
  refused,
  remove,
  resolve,
  secret,
  streamOf,
  translations,
  users,
  videos,
  write,
} from './support/requests.ts';

/** DynamoPublicKeys.all */
const verifiesTokens = on(users, 'dynamodb:Query', { 'dynamodb:LeadingKeys': [PUBLIC_KEYS_PARTITION] });
/** `planLessons`: reads the video, looks for finished chunks, prunes others, updates video and task. */
const plansLessons = [...items(videos, 'GetItem Query UpdateItem DeleteItem'), ...write('work')];
/** Lambda itself, with the function's role. */
const consumes = (queue: string) => [
  ...readsEventSource(queue),
  // For a message that failed.
  ...on(queue, 'sqs:ChangeMessageVisibility'),
];
const consumesStream = (name: string) => readsEventSource(streamOf(name));
const entersNetwork = on(
  '*',
  'ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSubnets ec2:DeleteNetworkInterface ec2:AssignPrivateIpAddresses ec2:UnassignPrivateIpAddresses',
);

/** `openCache`: its password, from inside the network. */
const opensCache = [...on(secret('CachePassword'), 'secretsmanager:GetSecretValue'), ...entersNetwork];
/** ServerlessCache.describe */
const describesCache = [
  ...on(
    'arn:aws:elasticache:us-east-1:000000000000:serverlesscache:langplug-dev',
    'elasticache:DescribeServerlessCaches',
  ),
  ...on(
    'arn:aws:elasticache:us-east-1:000000000000:serverlesscachesnapshot:automatic.langplug-dev-2026-11-21',
    'elasticache:DescribeServerlessCacheSnapshots',
  ),
];
const listsLevels = on(`${lexicon}/index/levels`, 'dynamodb:Query');
/** The translation memory before the service that costs money. */
const translates = [...items(translations, 'BatchGetItem BatchWriteItem'), ...on('*', 'translate:TranslateText')];

/**
 * What each function calls, by the adapters that it is made of. A transaction needs the rights of its single writes, a
 * HEAD that of reading the object, a batch one of its own; an upload in parts is begun, signed and ended as PutObject.
 */
const CALLS: Record<FunctionName, Request[]> = {
  // Accounts by e-mail and by id, a transaction for a new one, the public key published; the private one's secret.
  // Sessions begin, are looked for and end.
  auth: [
    ...verifiesTokens,
    ...opensCache,
    ...items(users, 'GetItem PutItem DeleteItem'),
    ...on(secret('SigningKey'), 'secretsmanager:GetSecretValue'),
  ],
  videos: [
    ...verifiesTokens,
    ...opensCache,
    // Create, list, change, start a task, delete with all that belongs to it.
    ...items(videos, 'GetItem Query PutItem UpdateItem DeleteItem BatchWriteItem'),
    ...write('uploads'),
    ...on(keyIn('uploads'), 's3:AbortMultipartUpload s3:ListMultipartUploadParts'),
    ...['uploads', 'lessons'].flatMap(read),
    ...['uploads', 'work', 'lessons'].flatMap((area) => [...list(area), ...remove(area)]),
    ...on(ingest, 'sqs:SendMessage'),
    ...on(execution, 'states:StopExecution'),
  ],
  tasks: [...verifiesTokens, ...items(videos, 'GetItem')],
  vocabulary: [...verifiesTokens, ...opensCache, ...items(lexicon, 'Query'), ...listsLevels],
  translations: [
    ...verifiesTokens,
    ...opensCache,
    ...translates,
    // A batch begins, fails to be sent, and is asked for its result.
    ...items(videos, 'GetItem PutItem UpdateItem'),
    ...read('translations'),
    ...write('translations'),
    ...on(batches, 'sqs:SendMessage'),
  ],
  admin: [
    ...verifiesTokens,
    ...opensCache,
    ...movesMessages(deadLetters, [ingest]),
    ...movesMessages(deadBatches, [batches]),
    ...describesCache,
  ],
  health: [
    ...opensCache,
    ...describesCache,
    ...items(videos, 'GetItem'),
    ...on(`${bucket}/readiness`, 's3:GetObject'),
    ...on(bucket, 's3:ListBucket'),
  ],
  'start-processing': [
    ...consumes(ingest),
    ...items(videos, 'GetItem PutItem UpdateItem'),
    ...read('uploads'),
    // What was written after a video was deleted.
    ...['uploads', 'work', 'lessons'].flatMap((area) => [...list(area), ...remove(area)]),
    ...on(machine, 'states:StartExecution'),
  ],
  'plan-chunks': [...items(videos, 'GetItem UpdateItem'), ...read('uploads'), ...remove('uploads')],
  'import-subtitles': [...plansLessons, ...read('uploads')],
  'cut-audio': [...read('uploads'), ...read('work'), ...write('work')],
  'assemble-transcript': [...plansLessons, ...read('work')],
  'translate-chunk': [...items(videos, 'GetItem'), ...translates, ...read('work'), ...write('work')],
  'extract-vocabulary': [...items(videos, 'GetItem'), ...read('work'), ...write('work')],
  'save-chunk': [
    // A transaction: counts the chunk, writes it and its vocabulary, deletes pages that it replaces.
    ...items(videos, 'GetItem PutItem UpdateItem DeleteItem'),
    ...read('work'),
    ...write('lessons'),
    ...remove('lessons'),
  ],
  'finish-video': items(videos, 'UpdateItem'),
  'fail-video': items(videos, 'UpdateItem'),
  'translate-batch': [
    ...consumes(batches),
    ...translates,
    ...items(videos, 'GetItem UpdateItem'),
    ...read('translations'),
    ...write('translations'),
    // It hands a long batch on to itself.
    ...on(batches, 'sqs:SendMessage'),
  ],
  'invalidate-cache': [...opensCache, ...['Videos', 'Users', 'Lexicon'].flatMap(consumesStream)],
  'warm-cache': [...opensCache, ...listsLevels],
  // Compares all that is there with all that should be.
  'seed-lexicon': items(lexicon, 'GetItem Scan PutItem DeleteItem'),
  'reap-stuck-tasks': [
    ...on(`${videos}/index/activeTasks`, 'dynamodb:Query'),
    ...items(videos, 'GetItem UpdateItem'),
    ...on(execution, 'states:DescribeExecution states:StopExecution'),
  ],
};

/** Where its log lines and traces go. */
function observes(name: FunctionName): Request[] {
  const logGroup = functions.get(name)?.properties.LoggingConfig;
  const id = typeof logGroup === 'object' && logGroup && 'LogGroup' in logGroup ? resolve(logGroup.LogGroup) : '';
  return [
    ...on(String(resolve({ 'Fn::GetAtt': [id, 'Arn'] })), 'logs:CreateLogStream logs:PutLogEvents'),
    ...on('*', 'xray:PutTraceSegments xray:PutTelemetryRecords'),
  ];
}

describe('The role of every function', () => {
  const names = [...functions.keys()];

  it('is looked at', () => {
    expect(names.sort()).toEqual(Object.keys(functionEntries).sort());
  });

  it.each(names)('allows what its code calls: %s', (name) => {
    const { statements = [] } = functions.get(name) ?? {};
    expect(refused(statements, [...CALLS[name], ...observes(name)])).toEqual([]);
  });

  it.each(names)('would be found wanting without any of these actions: %s', (name) => {
    const { statements = [] } = functions.get(name) ?? {};
    const requests = [...CALLS[name], ...observes(name)];
    const mutants = mutantsOf(statements, requests);
    expect(mutants.length).toBeGreaterThan(4);
    const survived = mutants.filter((mutant) => refused(mutant.statements, requests).length === 0);
    expect(survived.map(({ action }) => action)).toEqual([]);
  });
});

describe('What a function calls', () => {
  it.each([...functions.keys()])('is refused to some other function: %s', (name) => {
    const others = [...functions].filter(([other]) => other !== name).map(([, { statements }]) => statements);
    const forAll = CALLS[name].filter((request) => others.every((statements) => isAllowed(statements, request)));
    expect(forAll).toEqual([]);
  });
});

describe('What a role may not do', () => {
  const may = (name: FunctionName, request: Request) => isAllowed(functions.get(name)?.statements ?? [], request);

  it('is to list what is none of its business', () => {
    const listing = (prefix: string): Request => ({
      action: 's3:ListBucket',
      resource: bucket,
      context: { 's3:prefix': prefix },
    });
    expect(may('health', listing('uploads/'))).toBe(false);
    expect(may('health', listing('readiness'))).toBe(true);
    expect(may('cut-audio', listing('lessons/anna/'))).toBe(false);
  });

  it('is to read accounts with the right to read public keys', () => {
    const query = { action: 'dynamodb:Query', resource: users };
    expect(may('tasks', { ...query, context: { 'dynamodb:LeadingKeys': ['EMAIL#anna@example.org'] } })).toBe(false);
  });
});
