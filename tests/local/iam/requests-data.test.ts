/** Which rights requests to DynamoDB and S3 need, as SDK clients really send them. */
import * as dynamo from '@aws-sdk/client-dynamodb';
import * as streams from '@aws-sdk/client-dynamodb-streams';
import * as s3 from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsRequest, checksOf, needsBody } from '../../../local/aws/iam/requests.ts';
import { needs, places, VIDEOS } from './support/needs.ts';
import { openRecorder, type Recorder } from './support/recorder.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = await openRecorder();
});
afterAll(() => recorder.stop());

const leading = (...values: string[]) => JSON.stringify({ 'dynamodb:LeadingKeys': values });
const id = { pk: { S: 'USER#anna' }, sk: { S: 'TASK#1' } };

describe('DynamoDB', () => {
  const ask = (command: unknown) => needs(recorder, new dynamo.DynamoDBClient(recorder.config), command);

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
    expect(await needs(recorder, client(), new streams.ListStreamsCommand())).toEqual(['dynamodb:ListStreams *']);
    expect(await needs(recorder, client(), new streams.DescribeStreamCommand({ StreamArn }))).toEqual([
      `dynamodb:DescribeStream ${StreamArn}`,
    ]);
    expect(await needs(recorder, client(), new streams.GetShardIteratorCommand(position))).toEqual([
      `dynamodb:GetShardIterator ${StreamArn}`,
    ]);
    expect(await needs(recorder, client(), new streams.GetRecordsCommand({ ShardIterator }))).toEqual([
      `dynamodb:GetRecords ${StreamArn}`,
    ]);
    const nothing = new streams.GetRecordsCommand({ ShardIterator: 'none' });
    await expect(needs(recorder, client(), nothing)).rejects.toThrow(/names no stream/);
  });
});

describe('S3', () => {
  const ask = (command: unknown) =>
    needs(recorder, new s3.S3Client({ ...recorder.config, forcePathStyle: true }), command);
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
