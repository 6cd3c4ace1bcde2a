/** Rights in the words of the application, so that each function's role says what it does and no more. */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { ACTIVE_TASKS_INDEX, LEVELS_INDEX, PUBLIC_KEYS_PARTITION } from '../../../functions/contracts/tables.ts';
import { acknowledgeWildcard } from '../../wildcards.ts';
import type { Cache } from '../cache/cache.ts';
import type { TaskQueue } from '../task-queue/task-queue.ts';

/** Areas of the media bucket: `functions/core/object-keys.ts`. */
export type MediaArea = 'uploads' | 'work' | 'lessons' | 'translations';

const READ_ITEMS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE_ITEMS = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

/** Anything that needs no words of its own. */
export function allow(role: IRole, actions: string[], resources: string[]): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
}

export function readItems(role: IRole, table: Table): void {
  allow(role, READ_ITEMS, [table.tableArn]);
}

export function readWriteItems(role: IRole, table: Table): void {
  allow(role, [...READ_ITEMS, ...WRITE_ITEMS], [table.tableArn]);
}

/** The public signing keys, and nothing else of the users: not even that an account exists. */
export function readPublicKeys(role: IRole, users: Table): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [users.tableArn],
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [PUBLIC_KEYS_PARTITION] } },
    }),
  );
}

export function queryActiveTasks(role: IRole, videos: Table): void {
  allow(role, ['dynamodb:Query'], [`${videos.tableArn}/index/${ACTIVE_TASKS_INDEX.name}`]);
}

/** Lists the words of a level. */
export function queryLevels(role: IRole, lexicon: Table): void {
  allow(role, ['dynamodb:Query'], [`${lexicon.tableArn}/index/${LEVELS_INDEX.name}`]);
}

/** Translates, and remembers what was paid for. */
export function translate(role: IRole, translations: Table): void {
  allow(role, ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem'], [translations.tableArn]);
  allow(role, ['translate:TranslateText'], ['*']);
}

/**
 * Moves dead messages back to where they came from. SQS does it with the rights of who asks: reading and deleting here,
 * sending there.
 */
export function redrive(role: IRole, { queue, deadLetterQueue }: TaskQueue): void {
  allow(
    role,
    ['sqs:StartMessageMoveTask', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    [deadLetterQueue.queueArn],
  );
  allow(role, ['sqs:SendMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]);
}

/** Asks ElastiCache how the cache is: its state, its limits and when it was saved last. */
export function describeCache(role: IRole, cache: Cache): void {
  allow(role, ['elasticache:DescribeServerlessCaches'], [cache.arn]);
  const snapshots = Stack.of(cache).formatArn({
    service: 'elasticache',
    resource: 'serverlesscachesnapshot',
    resourceName: '',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  allow(role, ['elasticache:DescribeServerlessCacheSnapshots'], [`${snapshots}*`]);
  acknowledgeWildcard(role, snapshots, '*', 'Names of snapshots are made by ElastiCache, one each day.');
}

export type MediaRights = { read?: MediaArea[]; write?: MediaArea[]; delete?: MediaArea[]; upload?: MediaArea[] };

/**
 * Rights on areas of the media bucket. `upload` also presigns and ends uploads in parts. Whoever reads or deletes may
 * also list those areas: without it S3 answers 403 instead of 404 for an object that is not there.
 */
export function useMedia(role: IRole, bucket: Bucket, rights: MediaRights): void {
  const allowObjects = (areas: MediaArea[] | undefined, actions: string[]) => {
    if (!areas) return;
    allow(
      role,
      actions,
      areas.map((area) => bucket.arnForObjects(`${area}/*`)),
    );
    for (const area of areas) {
      acknowledgeWildcard(
        role,
        { owner: bucket, arn: bucket.bucketArn },
        `/${area}/*`,
        `Its objects are those of all owners and videos, which come and go; other areas stay closed.`,
      );
    }
  };
  allowObjects(rights.read, ['s3:GetObject']);
  allowObjects(rights.write, ['s3:PutObject']);
  allowObjects(rights.delete, ['s3:DeleteObject']);
  allowObjects(rights.upload, ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts']);

  const listed = new Set([...(rights.read ?? []), ...(rights.delete ?? [])]);
  if (listed.size === 0) return;
  listMedia(
    role,
    bucket,
    [...listed].map((area) => `${area}/*`),
  );
}

/** To list what begins like this, and to learn that an object is missing rather than forbidden. */
export function listMedia(role: IRole, bucket: Bucket, prefixes: string[]): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      // "IfExists": a HEAD of a missing object asks for this right too, and its request has no prefix to compare.
      conditions: { StringLikeIfExists: { 's3:prefix': prefixes } },
    }),
  );
}

export function startExecutions(role: IRole, stateMachine: StateMachine): void {
  allow(role, ['states:StartExecution'], [stateMachine.stateMachineArn]);
}

/** Looks whether executions run, and stops them. */
export function stopExecutions(role: IRole, stateMachine: StateMachine): void {
  const executions = Stack.of(stateMachine).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: stateMachine.stateMachineName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  allow(role, ['states:DescribeExecution', 'states:StopExecution'], [`${executions}:*`]);
  acknowledgeWildcard(role, executions, ':*', 'Executions of this state machine come and go.');
}
