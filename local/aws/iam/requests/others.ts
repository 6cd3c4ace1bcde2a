/** Services of which few operations are used. Source: Service Authorization Reference. */
import { z } from 'zod';
import { AwsError, parseInput } from '../../wire.ts';
import { arnIn, type Check, check, type Operations } from '../check.ts';
import { readsObject, writesObject } from './s3.ts';

const on = (action: string, member: string): Operations[string] => {
  const schema = z.record(z.string(), z.unknown()).transform((input) => input[member]);
  return (input) => [check(action, parseInput(schema.pipe(z.string()), input))];
};

export const states: Operations = {
  StartExecution: on('states:StartExecution', 'stateMachineArn'),
  DescribeExecution: on('states:DescribeExecution', 'executionArn'),
  StopExecution: on('states:StopExecution', 'executionArn'),
};

const secretSchema = z.object({
  // A name lacks the random ending of the ARN, which policies are written for.
  SecretId: z.string().startsWith('arn:', 'the local cloud wants the ARN of the secret'),
});
const onSecret = (operation: string): Operations[string] => {
  return (input) => [check(`secretsmanager:${operation}`, parseInput(secretSchema, input).SecretId)];
};

export const secretsManager: Operations = {
  GetSecretValue: onSecret('GetSecretValue'),
  DescribeSecret: onSecret('DescribeSecret'),
  PutSecretValue: onSecret('PutSecretValue'),
};

const jobSchema = z.object({ TranscriptionJobName: z.string() });
const startJobSchema = jobSchema.extend({
  Media: z.object({ MediaFileUri: z.string() }),
  OutputBucketName: z.string().optional(),
  OutputKey: z.string().optional(),
  JobExecutionSettings: z.object({ DataAccessRoleArn: z.string().optional() }).optional(),
});

const onJob = (operation: string): Operations[string] => {
  return (input, places) => {
    const { TranscriptionJobName } = parseInput(jobSchema, input);
    const job = arnIn(places, 'transcribe', `transcription-job/${TranscriptionJobName}`);
    return [check(`transcribe:${operation}`, job)];
  };
};

export const transcribe: Operations = {
  StartTranscriptionJob: (input) => {
    const { TranscriptionJobName, Media, JobExecutionSettings, ...output } = parseInput(startJobSchema, input);
    const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(Media.MediaFileUri) ?? [];
    if (!bucket || !key) throw new AwsError('BadRequestException', 'MediaFileUri must be s3://bucket/key');
    const { OutputBucketName, OutputKey = `${TranscriptionJobName}.json` } = output;
    // The sound is read and the transcript written with the rights of who starts the job, or, for a job that had to
    // wait in the queue, with those of the role that it was given.
    const media: Check[] = [
      ...readsObject(bucket, key),
      ...(OutputBucketName ? writesObject(OutputBucketName, OutputKey) : []),
    ];
    const role = JobExecutionSettings?.DataAccessRoleArn;
    const started = check('transcribe:StartTranscriptionJob', '*');
    if (role === undefined) return [started, ...media];
    const passed = check('iam:PassRole', role, { 'iam:PassedToService': 'transcribe.amazonaws.com' });
    return [started, passed, ...media, ...media.map((one) => ({ ...one, role }))];
  },
  GetTranscriptionJob: onJob('GetTranscriptionJob'),
  DeleteTranscriptionJob: onJob('DeleteTranscriptionJob'),
};

export const translate: Operations = {
  TranslateText: (input, places) => {
    const { TerminologyNames } = parseInput(z.object({ TerminologyNames: z.array(z.string()).default([]) }), input);
    const terminologies = TerminologyNames.map((name) => arnIn(places, 'translate', `terminology/${name}/LATEST`));
    return ['*', ...terminologies].map((resource) => check('translate:TranslateText', resource));
  },
};

/** The Query protocol: the input is the form's fields. Without a name, all of the account are asked about. */
export const elastiCache: Operations = {
  DescribeServerlessCaches: (input, places) => {
    const schema = z.object({ ServerlessCacheName: z.string().default('*') });
    const name = parseInput(schema, input).ServerlessCacheName;
    return [check('elasticache:DescribeServerlessCaches', arnIn(places, 'elasticache', `serverlesscache:${name}`))];
  },
  DescribeServerlessCacheSnapshots: (input, places) => {
    // Also those of one cache only are asked for by the type of resource: their names are not known beforehand.
    const schema = z.object({ ServerlessCacheSnapshotName: z.string().default('*') });
    const snapshot = `serverlesscachesnapshot:${parseInput(schema, input).ServerlessCacheSnapshotName}`;
    return [check('elasticache:DescribeServerlessCacheSnapshots', arnIn(places, 'elasticache', snapshot))];
  },
};
