/** Which rights requests need, as SDK clients really send them; those to DynamoDB and S3 have a file of their own. */
import * as elasticache from '@aws-sdk/client-elasticache';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as sfn from '@aws-sdk/client-sfn';
import * as sqs from '@aws-sdk/client-sqs';
import * as transcribe from '@aws-sdk/client-transcribe';
import * as translate from '@aws-sdk/client-translate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsRequest, checksOf, invokesFunction, readsEventSource } from '../../../local/aws/iam/requests.ts';
import { needs, places, QUEUE, VIDEOS, written } from './support/needs.ts';
import { openRecorder, type Recorder } from './support/recorder.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = await openRecorder();
});
afterAll(() => recorder.stop());

describe('SQS', () => {
  const ask = (command: unknown) =>
    needs(recorder, new sqs.SQSClient({ ...recorder.config, useQueueUrlAsEndpoint: false, md5: false }), command);
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
    expect(await needs(recorder, clients[service](), command)).toEqual(expected);
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
    expect(await needs(recorder, clients.transcribe(), command)).toEqual([
      'transcribe:StartTranscriptionJob *',
      ...uses,
    ]);
  });

  it('a transcription that may wait needs them also for the role that it is given, which may be passed on', async () => {
    const role = 'arn:aws:iam::000000000000:role/Transcribe';
    const settings = { AllowDeferredExecution: true, DataAccessRoleArn: role };
    const command = new transcribe.StartTranscriptionJobCommand({ ...start, JobExecutionSettings: settings });
    expect(await needs(recorder, clients.transcribe(), command)).toEqual([
      'transcribe:StartTranscriptionJob *',
      `iam:PassRole ${role} {"iam:PassedToService":"transcribe.amazonaws.com"}`,
      ...uses,
      ...uses.map((use) => (use.includes('(') ? use.replace('(', `as ${role} (`) : `${use} as ${role}`)),
    ]);
  });

  it('a secret must be named by its ARN', async () => {
    const command = new secrets.GetSecretValueCommand({ SecretId: 'Key' });
    await expect(needs(recorder, clients.secrets(), command)).rejects.toThrow(
      /'SecretId': the local cloud wants the ARN/,
    );
  });

  it.each<[string, unknown]>([
    ['states ListExecutions', new sfn.ListExecutionsCommand({ stateMachineArn: MACHINE })],
    ['states CreateStateMachine', new sfn.CreateStateMachineCommand({ name: 'a', definition: '', roleArn: 'r' })],
  ])('%s is an error, because its rights are not known', async (operation, command) => {
    await expect(needs(recorder, clients.states(), command)).rejects.toThrow(
      `does not know which rights ${operation} needs`,
    );
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
