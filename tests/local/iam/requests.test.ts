/** Which rights requests need, as SDK clients really send them. */
import * as dynamo from '@aws-sdk/client-dynamodb';
import * as streams from '@aws-sdk/client-dynamodb-streams';
import * as elasticache from '@aws-sdk/client-elasticache';
import * as s3 from '@aws-sdk/client-s3';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as sfn from '@aws-sdk/client-sfn';
import * as sqs from '@aws-sdk/client-sqs';
import * as transcribe from '@aws-sdk/client-transcribe';
import * as translate from '@aws-sdk/client-translate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaces } from '../../../local/aws/iam/places.ts';
import {
  type AwsRequest,
  type Check,
  checksOf,
  invokesFunction,
  needsBody,
  readsEventSource,
} from '../../../local/aws/iam/requests.ts';
import { openRecorder, type Recorder } from './support/recorder.ts';
import { IDENTITY } from './support/template.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:000000000000';
const VIDEOS = 'arn:aws:dynamodb:us-east-1:000000000000:table/Videos';
const key = (AttributeName: string) => [{ AttributeName, KeyType: 'HASH' }];
const places = readPlaces(
  [
    {
      logicalId: 'Videos',
      type: 'AWS::DynamoDB::Table',
      properties: {
        KeySchema: [...key('pk'), { AttributeName: 'sk', KeyType: 'RANGE' }],
        GlobalSecondaryIndexes: [{ IndexName: 'activeTasks', KeySchema: key('active') }],
      },
      ref: 'Videos',
      attributes: { Arn: VIDEOS },
    },
    {
      logicalId: 'Ingest',
      type: 'AWS::SQS::Queue',
      properties: { RedrivePolicy: { deadLetterTargetArn: `${QUEUE}:Dead`, maxReceiveCount: 3 } },
      ref: 'http://queues/000000000000/Ingest',
      attributes: { Arn: `${QUEUE}:Ingest` },
    },
  ],
  IDENTITY,
);

let recorder: Recorder;
beforeAll(async () => {
  recorder = await openRecorder();
});
afterAll(() => recorder.stop());

/** `action resource {context}`, with what is asked for only sometimes in brackets. */
const written = ({ action, resource, context, role, when }: Check): string =>
  [action, resource, context && JSON.stringify(context), role && `as ${role}`, when && `(when ${when})`]
    .filter(Boolean)
    .join(' ');

type Sender = { send(command: unknown): Promise<unknown>; destroy(): void };
const needs = async (client: Sender, command: unknown): Promise<string[]> => {
  const request = await recorder.sent(() => client.send(command));
  client.destroy();
  return checksOf(request, places).map(written);
};

const leading = (...values: string[]) => JSON.stringify({ 'dynamodb:LeadingKeys': values });
const id = { pk: { S: 'USER#anna' }, sk: { S: 'TASK#1' } };

describe('DynamoDB', () => {
  const ask = (command: unknown) => needs(new dynamo.DynamoDBClient(recorder.config), command);

  it.each<[string, unknown, string]>([
    ['GetItem', new dynamo.GetItemCommand({ TableName: 'Videos', Key: id }), 'USER#anna'],
    ['PutItem', new dynamo.PutItemCommand({ TableName: 'Videos', Item: id }), 'USER#anna'],
    ['UpdateItem', new dynamo.UpdateItemCommand({ TableName: 'Videos', Key: id }), 'USER#anna'],
    ['DeleteItem', new dynamo.DeleteItemCommand({ TableName: VIDEOS, Key: id }), 'USER#anna'],
    ['GetItem', new dynamo.GetItemCommand({ TableName: 'Videos', Key: { pk: { N: '7' } } }), '7'],
  ])('%s is on the table, with the partition key', async (operation, command, partition) => {
    expect(await ask(command)).toEqual([`dynamodb:${operation} ${VIDEOS} ${leading(partition)}`]);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a plain name', 'pk = :pk', {}, 'pk'],
    ['a placeholder', '#p=:pk AND begins_with(sk, :s)', { '#p': 'pk' }, 'pk'],
    ['another equality', 'sk = :s AND (pk = :pk)', {}, 'pk'],
    ['a comparison', '#p = :pk and #s >= :s', { '#p': 'pk', '#s': 'sk' }, 'pk'],
  ])('Query tells its partition by %s', async (_, KeyConditionExpression, names, partition) => {
    const command = new dynamo.QueryCommand({
      TableName: 'Videos',
      KeyConditionExpression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':pk': { S: partition }, ':s': { S: 'other' } },
    });
    expect(await ask(command)).toEqual([`dynamodb:Query ${VIDEOS} ${leading('pk')}`]);
  });

  it('Query and Scan of an index are on the index', async () => {
    const query = new dynamo.QueryCommand({
      TableName: 'Videos',
      IndexName: 'activeTasks',
      KeyConditionExpression: 'active = :a',
      ExpressionAttributeValues: { ':a': { S: 'TASK' } },
    });
    expect(await ask(query)).toEqual([`dynamodb:Query ${VIDEOS}/index/activeTasks ${leading('TASK')}`]);
    const scan = new dynamo.ScanCommand({ TableName: 'Videos', IndexName: 'activeTasks' });
    expect(await ask(scan)).toEqual([`dynamodb:Scan ${VIDEOS}/index/activeTasks`]);
  });

  it.each<[string, dynamo.QueryCommandInput]>([
    ['a partition', { TableName: 'Videos', KeyConditionExpression: 'sk = :pk' }],
    ['one partition', { TableName: 'Videos', KeyConditionExpression: 'pk = :pk AND pk = :pk' }],
    ['a condition', { TableName: 'Videos' }],
    ['a known table', { TableName: 'Others', KeyConditionExpression: 'pk = :pk' }],
    ['a known index', { TableName: 'Videos', IndexName: 'none', KeyConditionExpression: 'pk = :pk' }],
  ])('Query without %s is an error', async (_, input) => {
    const command = new dynamo.QueryCommand({ ExpressionAttributeValues: { ':pk': { S: 'x' } }, ...input });
    await expect(ask(command)).rejects.toThrow(/Query condition|KeyConditionExpression|not found/);
  });

  it('batches have rights of their own, on each table', async () => {
    const Keys = [id, { ...id, sk: { S: 'TASK#2' } }, { ...id, pk: { S: 'USER#bert' } }];
    const get = new dynamo.BatchGetItemCommand({ RequestItems: { Videos: { Keys } } });
    expect(await ask(get)).toEqual([`dynamodb:BatchGetItem ${VIDEOS} ${leading('USER#anna', 'USER#bert')}`]);
    const requests = [{ PutRequest: { Item: id } }, { DeleteRequest: { Key: { ...id, pk: { S: 'USER#bert' } } } }];
    const write = new dynamo.BatchWriteItemCommand({ RequestItems: { Videos: requests } });
    expect(await ask(write)).toEqual([`dynamodb:BatchWriteItem ${VIDEOS} ${leading('USER#anna', 'USER#bert')}`]);
  });

  it('a transaction needs the rights of its single writes', async () => {
    const command = new dynamo.TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: 'Videos', Item: id } },
        { Update: { TableName: 'Videos', Key: id, UpdateExpression: 'SET a = :a' } },
        { Delete: { TableName: 'Videos', Key: { ...id, pk: { S: 'USER#bert' } } } },
        { ConditionCheck: { TableName: 'Videos', Key: id, ConditionExpression: 'attribute_exists(pk)' } },
      ],
    });
    expect(await ask(command)).toEqual([
      `dynamodb:PutItem ${VIDEOS} ${leading('USER#anna')}`,
      `dynamodb:UpdateItem ${VIDEOS} ${leading('USER#anna')}`,
      `dynamodb:DeleteItem ${VIDEOS} ${leading('USER#bert')}`,
      `dynamodb:ConditionCheckItem ${VIDEOS} ${leading('USER#anna')}`,
    ]);
  });

  it('streams are asked for by their ARN, also where only an iterator is given', async () => {
    const StreamArn = `${VIDEOS}/stream/2026-11-21T04:58:00.000`;
    const client = () => new streams.DynamoDBStreamsClient(recorder.config);
    const position = { StreamArn, ShardId: 'shardId-00000001', ShardIteratorType: 'LATEST' } as const;
    const ShardIterator = `${StreamArn}|1|AAAAAAAAAAE`;
    expect(await needs(client(), new streams.ListStreamsCommand())).toEqual(['dynamodb:ListStreams *']);
    expect(await needs(client(), new streams.DescribeStreamCommand({ StreamArn }))).toEqual([
      `dynamodb:DescribeStream ${StreamArn}`,
    ]);
    expect(await needs(client(), new streams.GetShardIteratorCommand(position))).toEqual([
      `dynamodb:GetShardIterator ${StreamArn}`,
    ]);
    expect(await needs(client(), new streams.GetRecordsCommand({ ShardIterator }))).toEqual([
      `dynamodb:GetRecords ${StreamArn}`,
    ]);
    const nothing = new streams.GetRecordsCommand({ ShardIterator: 'none' });
    await expect(needs(client(), nothing)).rejects.toThrow(/names no stream/);
  });
});

describe('S3', () => {
  const ask = (command: unknown) => needs(new s3.S3Client({ ...recorder.config, forcePathStyle: true }), command);
  const OBJECT = 'arn:aws:s3:::media/work/anna/a b+ü.json';
  const object = { Bucket: 'media', Key: 'work/anna/a b+ü.json' };
  const upload = { ...object, UploadId: 'u' };
  const reads = [`s3:GetObject ${OBJECT}`, 's3:ListBucket arn:aws:s3:::media (when missing)'];

  it.each<[string, unknown, string[]]>([
    ['GetObject', new s3.GetObjectCommand(object), reads],
    ['HeadObject', new s3.HeadObjectCommand(object), reads],
    ['PutObject', new s3.PutObjectCommand({ ...object, Body: 'x' }), [`s3:PutObject ${OBJECT}`]],
    ['DeleteObject', new s3.DeleteObjectCommand(object), [`s3:DeleteObject ${OBJECT}`]],
    [
      'DeleteObjects',
      new s3.DeleteObjectsCommand({ Bucket: 'media', Delete: { Objects: [{ Key: 'a&b' }, { Key: '<c>' }] } }),
      ['s3:DeleteObject arn:aws:s3:::media/a&b', 's3:DeleteObject arn:aws:s3:::media/<c>'],
    ],
    ['CreateMultipartUpload', new s3.CreateMultipartUploadCommand(object), [`s3:PutObject ${OBJECT}`]],
    ['UploadPart', new s3.UploadPartCommand({ ...upload, PartNumber: 1, Body: 'x' }), [`s3:PutObject ${OBJECT}`]],
    ['CompleteMultipartUpload', new s3.CompleteMultipartUploadCommand(upload), [`s3:PutObject ${OBJECT}`]],
    ['AbortMultipartUpload', new s3.AbortMultipartUploadCommand(upload), [`s3:AbortMultipartUpload ${OBJECT}`]],
    ['ListParts', new s3.ListPartsCommand(upload), [`s3:ListMultipartUploadParts ${OBJECT}`]],
    ['HeadBucket', new s3.HeadBucketCommand({ Bucket: 'media' }), ['s3:ListBucket arn:aws:s3:::media {}']],
    [
      'ListObjectsV2',
      new s3.ListObjectsV2Command({ Bucket: 'media', Prefix: 'work/', MaxKeys: 5, Delimiter: '/' }),
      ['s3:ListBucket arn:aws:s3:::media {"s3:prefix":"work/","s3:delimiter":"/","s3:max-keys":"5"}'],
    ],
    [
      'CopyObject',
      new s3.CopyObjectCommand({ ...object, CopySource: 'other/a%20b' }),
      [
        `s3:PutObject ${OBJECT}`,
        's3:GetObject arn:aws:s3:::other/a b',
        's3:ListBucket arn:aws:s3:::other (when missing)',
      ],
    ],
  ])('%s', async (_, command, expected) => {
    expect(await ask(command)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['an object made public', new s3.PutObjectCommand({ ...object, Body: 'x', ACL: 'public-read' })],
    ['a tagged object', new s3.PutObjectCommand({ ...object, Body: 'x', Tagging: 'a=b' })],
    ['a version', new s3.GetObjectCommand({ ...object, VersionId: 'v' })],
    ['a policy of a bucket', new s3.GetBucketPolicyCommand({ Bucket: 'media' })],
    ['the list of buckets', new s3.ListBucketsCommand()],
  ])('%s is an error, because its rights are not known', async (_, command) => {
    await expect(ask(command)).rejects.toThrow(/does not know which rights S3/);
  });

  it('a header that makes an object public counts in a presigned URL too', () => {
    const request: AwsRequest = {
      service: 's3',
      method: 'PUT',
      path: '/media/work/a',
      query: new URLSearchParams({ 'X-Amz-Acl': 'public-read' }),
      headers: {},
      body: Buffer.alloc(0),
    };
    expect(() => checksOf(request, places)).toThrow(/PutObject with X-Amz-Acl/);
    expect(checksOf({ ...request, query: new URLSearchParams() }, places)).toHaveLength(1);
  });

  it('is asked by the body for a deletion of many only, so that uploads need not wait', () => {
    const request = { service: 's3', method: 'POST', path: '/media', query: new URLSearchParams('delete=') };
    expect(needsBody(request)).toBe(true);
    expect(needsBody({ ...request, method: 'PUT', path: '/media/a', query: new URLSearchParams() })).toBe(false);
    expect(needsBody({ ...request, service: 'dynamodb' })).toBe(true);
  });
});

describe('SQS', () => {
  const ask = (command: unknown) =>
    needs(new sqs.SQSClient({ ...recorder.config, useQueueUrlAsEndpoint: false, md5: false }), command);
  const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/Ingest';
  const receipt = { QueueUrl, ReceiptHandle: 'r' };
  const Entries = [{ Id: '1', ReceiptHandle: 'r' }];

  it.each<[string, unknown]>([
    ['ReceiveMessage', new sqs.ReceiveMessageCommand({ QueueUrl })],
    ['SendMessage', new sqs.SendMessageCommand({ QueueUrl, MessageBody: 'x' })],
    ['SendMessage', new sqs.SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'x' }] })],
    ['DeleteMessage', new sqs.DeleteMessageCommand(receipt)],
    ['DeleteMessage', new sqs.DeleteMessageBatchCommand({ QueueUrl, Entries })],
    ['ChangeMessageVisibility', new sqs.ChangeMessageVisibilityCommand({ ...receipt, VisibilityTimeout: 1 })],
    ['ChangeMessageVisibility', new sqs.ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries })],
    ['GetQueueAttributes', new sqs.GetQueueAttributesCommand({ QueueUrl })],
    ['GetQueueUrl', new sqs.GetQueueUrlCommand({ QueueName: 'Ingest' })],
  ])('%s is on the queue', async (action, command) => {
    expect(await ask(command)).toEqual([`sqs:${action} ${QUEUE}:Ingest`]);
  });

  it('moving messages needs the rights to read there and to send where they go, named or not', async () => {
    const from = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
    const read = from.map((action) => `sqs:${action} ${QUEUE}:Dead`);
    const SourceArn = `${QUEUE}:Dead`;
    expect(await ask(new sqs.StartMessageMoveTaskCommand({ SourceArn }))).toEqual([
      ...read,
      `sqs:SendMessage ${QUEUE}:Ingest`,
    ]);
    const named = new sqs.StartMessageMoveTaskCommand({ SourceArn, DestinationArn: `${QUEUE}:Else` });
    expect(await ask(named)).toEqual([...read, `sqs:SendMessage ${QUEUE}:Else`]);
  });

  it.each(['http://localhost/queue', 'http://localhost/000000000000/a/../b', 'http://localhost/000000000000/a*'])(
    'does not guess what queue %s is',
    async (url) => {
      await expect(ask(new sqs.ReceiveMessageCommand({ QueueUrl: url }))).rejects.toThrow(/is not valid/);
    },
  );
});

describe('The other services', () => {
  const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:pipeline';
  const EXECUTION = 'arn:aws:states:us-east-1:000000000000:execution:pipeline:hamburg';
  const SECRET = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:Key-0a1b2c';
  const JOB = 'arn:aws:transcribe:us-east-1:000000000000:transcription-job/job-1';
  const CACHE = 'arn:aws:elasticache:us-east-1:000000000000';
  const clients = {
    states: () => new sfn.SFNClient(recorder.config),
    secrets: () => new secrets.SecretsManagerClient(recorder.config),
    transcribe: () => new transcribe.TranscribeClient(recorder.config),
    translate: () => new translate.TranslateClient(recorder.config),
    cache: () => new elasticache.ElastiCacheClient(recorder.config),
  };
  const text = { Text: 'Moin', SourceLanguageCode: 'de', TargetLanguageCode: 'en' };

  it.each<[keyof typeof clients, unknown, string[]]>([
    ['states', new sfn.StartExecutionCommand({ stateMachineArn: MACHINE }), [`states:StartExecution ${MACHINE}`]],
    [
      'states',
      new sfn.DescribeExecutionCommand({ executionArn: EXECUTION }),
      [`states:DescribeExecution ${EXECUTION}`],
    ],
    ['states', new sfn.StopExecutionCommand({ executionArn: EXECUTION }), [`states:StopExecution ${EXECUTION}`]],
    ['secrets', new secrets.GetSecretValueCommand({ SecretId: SECRET }), [`secretsmanager:GetSecretValue ${SECRET}`]],
    ['secrets', new secrets.DescribeSecretCommand({ SecretId: SECRET }), [`secretsmanager:DescribeSecret ${SECRET}`]],
    [
      'secrets',
      new secrets.PutSecretValueCommand({ SecretId: SECRET, SecretString: 'x' }),
      [`secretsmanager:PutSecretValue ${SECRET}`],
    ],
    [
      'transcribe',
      new transcribe.GetTranscriptionJobCommand({ TranscriptionJobName: 'job-1' }),
      [`transcribe:GetTranscriptionJob ${JOB}`],
    ],
    [
      'transcribe',
      new transcribe.DeleteTranscriptionJobCommand({ TranscriptionJobName: 'job-1' }),
      [`transcribe:DeleteTranscriptionJob ${JOB}`],
    ],
    ['translate', new translate.TranslateTextCommand(text), ['translate:TranslateText *']],
    [
      'translate',
      new translate.TranslateTextCommand({ ...text, TerminologyNames: ['sea'] }),
      [
        'translate:TranslateText *',
        'translate:TranslateText arn:aws:translate:us-east-1:000000000000:terminology/sea/LATEST',
      ],
    ],
    [
      'cache',
      new elasticache.DescribeServerlessCachesCommand({ ServerlessCacheName: 'c' }),
      [`elasticache:DescribeServerlessCaches ${CACHE}:serverlesscache:c`],
    ],
    [
      'cache',
      new elasticache.DescribeServerlessCachesCommand(),
      [`elasticache:DescribeServerlessCaches ${CACHE}:serverlesscache:*`],
    ],
    [
      'cache',
      new elasticache.DescribeServerlessCacheSnapshotsCommand({ ServerlessCacheName: 'c' }),
      [`elasticache:DescribeServerlessCacheSnapshots ${CACHE}:serverlesscachesnapshot:*`],
    ],
  ])('%s', async (service, command, expected) => {
    expect(await needs(clients[service](), command)).toEqual(expected);
  });

  const start: transcribe.StartTranscriptionJobCommandInput = {
    TranscriptionJobName: 'job-1',
    Media: { MediaFileUri: 's3://media/work/sound.m4a' },
    OutputBucketName: 'media',
    OutputKey: 'work/transcript.json',
  };
  const uses = [
    's3:GetObject arn:aws:s3:::media/work/sound.m4a',
    's3:ListBucket arn:aws:s3:::media (when missing)',
    's3:PutObject arn:aws:s3:::media/work/transcript.json',
  ];

  it('a transcription needs the rights on what it reads and writes', async () => {
    const command = new transcribe.StartTranscriptionJobCommand(start);
    expect(await needs(clients.transcribe(), command)).toEqual(['transcribe:StartTranscriptionJob *', ...uses]);
  });

  it('a transcription that may wait needs them also for the role that it is given, which may be passed on', async () => {
    const role = 'arn:aws:iam::000000000000:role/Transcribe';
    const settings = { AllowDeferredExecution: true, DataAccessRoleArn: role };
    const command = new transcribe.StartTranscriptionJobCommand({ ...start, JobExecutionSettings: settings });
    expect(await needs(clients.transcribe(), command)).toEqual([
      'transcribe:StartTranscriptionJob *',
      `iam:PassRole ${role} {"iam:PassedToService":"transcribe.amazonaws.com"}`,
      ...uses,
      ...uses.map((use) => (use.includes('(') ? use.replace('(', `as ${role} (`) : `${use} as ${role}`)),
    ]);
  });

  it('a secret must be named by its ARN', async () => {
    const command = new secrets.GetSecretValueCommand({ SecretId: 'Key' });
    await expect(needs(clients.secrets(), command)).rejects.toThrow(/'SecretId': the local cloud wants the ARN/);
  });

  it.each<[string, unknown]>([
    ['states ListExecutions', new sfn.ListExecutionsCommand({ stateMachineArn: MACHINE })],
    ['states CreateStateMachine', new sfn.CreateStateMachineCommand({ name: 'a', definition: '', roleArn: 'r' })],
  ])('%s is an error, because its rights are not known', async (operation, command) => {
    await expect(needs(clients.states(), command)).rejects.toThrow(`does not know which rights ${operation} needs`);
  });
});

describe('A request', () => {
  const request: AwsRequest = {
    service: 'dynamodb',
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'DynamoDB_20120810.Scan' },
    body: Buffer.from('{"TableName":"Videos"}'),
  };
  const target = (name: string): AwsRequest => ({ ...request, headers: { 'x-amz-target': name } });

  it('to a service that its signature is not for is an error', () => {
    expect(checksOf(request, places)).toHaveLength(1);
    expect(() => checksOf({ ...request, service: 's3' }, places)).toThrow(/signature for s3 is none for DynamoDB/);
  });

  it.each([
    'DynamoDB_20120810.CreateTable',
    'DynamoDB_20120810.constructor',
    'Kinesis.PutRecord',
    'toString.Scan',
    'Scan',
    '',
  ])('for an unknown operation is an error: "%s"', (name) => {
    expect(() => checksOf(target(name), places)).toThrow(/does not know which rights/);
  });

  it('to a service that is not there is an error', () => {
    expect(() => checksOf({ ...request, service: 'kms', headers: {} }, places)).toThrow(/which rights kms/);
  });

  it('that cannot be read is an error', () => {
    expect(() => checksOf({ ...request, body: Buffer.from('{') }, places)).toThrow(/not JSON/);
    expect(() => checksOf({ ...request, body: Buffer.from('{}') }, places)).toThrow(/TableName/);
  });
});

describe('What AWS asks of a role on its own account', () => {
  it('is to read from the queue or stream of an event source', () => {
    const stream = `${VIDEOS}/stream/2026-11-21T04:58:00.000`;
    expect(readsEventSource(`${QUEUE}:Ingest`).map(written)).toContain(`sqs:DeleteMessage ${QUEUE}:Ingest`);
    expect(readsEventSource(stream).map(written)).toContain(`dynamodb:GetRecords ${stream}`);
    expect(() => readsEventSource(VIDEOS)).toThrow(/not known here/);
  });

  it('is to call a function, for the one that has it called', () => {
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
    expect(invokesFunction(arn)).toEqual({ action: 'lambda:InvokeFunction', resource: arn });
    expect(invokesFunction(arn, 'arn:aws:events:::rule/r').context).toEqual({
      'aws:SourceArn': 'arn:aws:events:::rule/r',
    });
  });
});
