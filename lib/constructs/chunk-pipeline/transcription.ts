import { Aws, Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  Choice,
  Condition,
  CustomState,
  Errors,
  Fail,
  type IChainable,
  JsonPath,
  Pass,
  type TaskStateBase,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { MAX_DURATION_SECONDS, MIN_CHUNK_MINUTES, TASK_TIMEOUT_SECONDS } from '../../../functions/contracts/limits.ts';
import {
  ACTIVE_TASK,
  ACTIVE_TASKS_INDEX,
  PARTS_DONE_ATTRIBUTE,
  TASK_KEY_FORMAT,
} from '../../../functions/contracts/tables.ts';
import { TRANSCRIBED_PART } from './payloads.ts';
import { SERVICE_CALL, TASK_GONE, TRANSCRIBE_REFUSALS } from './retry-policies.ts';

export type TranscriptionProps = {
  stage: string;
  videos: Table;
  media: Bucket;
  /** Role that Transcribe takes on for jobs that wait in its own queue. */
  transcribeRole: IRole;
  /** Parts of one video that are transcribed at once. */
  partConcurrency: number;
};

/** Before the first look at a job: the shortest are done by then. */
const FIRST_LOOK = Duration.seconds(10);

/** The history of an execution ends here, and the execution with it, uncaught (quota of Step Functions). */
const MAX_EVENTS = 25_000;
/** A look: a pause and a choice of two events each, and a call of five. */
const EVENTS_PER_LOOK = 9;
/** 21 for the states of a part and its place in the map, and its first look. */
const EVENTS_PER_PART = 30;
/** 17 for three functions and its place in the map, rounded up. */
const EVENTS_PER_CHUNK = 20;
/** For the states around the maps, and for retries at three events each: some 1,000. */
const EVENTS_IN_RESERVE = 3000;

/**
 * Between the first look and each later one. A video has at most 240 parts and as many chunks (4 h by the minute):
 * 240 × 30 + 240 × 20 = 12,000 events, with the reserve 15,000. The 10,000 that are left hold 1,111 more looks, spread
 * over the hour that an execution has and over all parts that are looked at side by side: 3,600 s × parts ÷ 1,111.
 * One part at once is looked at every 10 s, ten every 33 s, forty every 130 s. It is also far from the 30 questions a
 * second that the account may ask.
 */
export function laterLook(partConcurrency: number): Duration {
  const most = MAX_DURATION_SECONDS / (MIN_CHUNK_MINUTES * 60);
  const left = MAX_EVENTS - EVENTS_IN_RESERVE - most * (EVENTS_PER_PART + EVENTS_PER_CHUNK);
  const looks = Math.floor(left / EVENTS_PER_LOOK);
  const pause = Math.ceil((TASK_TIMEOUT_SECONDS * partConcurrency) / looks);
  return Duration.seconds(Math.max(FIRST_LOOK.toSeconds(), pause));
}

const CALL_TIMEOUT = Timeout.duration(Duration.seconds(30));

const STATUS = '$.job.TranscriptionJob.TranscriptionJobStatus';

/** What the ARNs of this stage's jobs begin with: `jobName` of `functions/core/pipeline/cut-part.ts`. */
export const jobArnPrefix = (stage: string) =>
  `arn:${Aws.PARTITION}:transcribe:${Aws.REGION}:${Aws.ACCOUNT_ID}:transcription-job/langplug-${stage}-`;

/**
 * From a part's place in the video to its transcript: cut the sound, have it transcribed unless that was done before,
 * mark the part as done, hand over what AssembleTranscript needs.
 *
 * Transcribe is asked again and again rather than waited for with a callback: its event is sent at best effort, so one
 * would have to ask anyway.
 */
export function transcribePart(scope: Construct, cutAudio: TaskStateBase, props: TranscriptionProps): IChainable {
  const partDone = new Pass(scope, 'PartDone', { parameters: TRANSCRIBED_PART });
  const markPartTranscribed = markPart(scope, props.videos).next(partDone);

  const poll = new Wait(scope, 'WaitForTranscription', { time: WaitTime.duration(FIRST_LOOK) });
  const pollAgain = new Wait(scope, 'WaitLonger', { time: WaitTime.duration(laterLook(props.partConcurrency)) });
  const look = jobCall(scope, 'GetTranscription', 'getTranscriptionJob', props.stage, '$.job');
  poll.next(look);
  look.next(
    new Choice(scope, 'TranscriptionDone?')
      .when(Condition.stringEquals(STATUS, 'COMPLETED'), markPartTranscribed)
      .when(Condition.stringEquals(STATUS, 'FAILED'), forgetAndFail(scope, props.stage))
      .otherwise(pollAgain.next(look)),
  );

  return cutAudio.next(
    new Choice(scope, 'AlreadyTranscribed?')
      .when(Condition.booleanEquals('$.cut.transcribed', true), markPartTranscribed)
      .otherwise(startTranscription(scope, props, poll)),
  );
}

function startTranscription(scope: Construct, props: TranscriptionProps, poll: Wait): IChainable {
  const start = CallAwsService.jsonPath(scope, 'StartTranscription', {
    service: 'transcribe',
    action: 'startTranscriptionJob',
    // A job that is yet to be made cannot be named; what it may read and write, the role's rights on the bucket say.
    iamResources: ['*'],
    parameters: {
      TranscriptionJobName: JsonPath.stringAt('$.cut.jobName'),
      LanguageCode: JsonPath.stringAt('$.transcribeLanguage'),
      Media: { MediaFileUri: JsonPath.stringAt('$.cut.audioUri') },
      OutputBucketName: props.media.bucketName,
      OutputKey: JsonPath.stringAt('$.cut.transcriptKey'),
      // Beyond 250 jobs at once Transcribe queues them itself instead of refusing.
      JobExecutionSettings: { AllowDeferredExecution: true, DataAccessRoleArn: props.transcribeRole.roleArn },
    },
    taskTimeout: CALL_TIMEOUT,
    resultPath: JsonPath.DISCARD,
  });
  start.addRetry(TRANSCRIBE_REFUSALS).addRetry(SERVICE_CALL);
  // The name is the idempotency key: an earlier attempt started this very job, so nothing is paid for twice.
  start.addCatch(poll, { errors: ['Transcribe.ConflictException'], resultPath: JsonPath.DISCARD });
  return start.next(poll);
}

/** A failed job is forgotten first, because a retry could not start another one under its name. */
function forgetAndFail(scope: Construct, stage: string): IChainable {
  const failed = new Fail(scope, 'TranscriptionFailed', {
    error: 'TRANSCRIPTION_FAILED',
    causePath: JsonPath.stringAt('$.job.TranscriptionJob.FailureReason'),
  });
  const forget = jobCall(scope, 'ForgetFailedJob', 'deleteTranscriptionJob', stage, JsonPath.DISCARD);
  // Why the job failed matters more than that it could not be forgotten.
  return forget.addCatch(failed, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD }).next(failed);
}

function jobCall(scope: Construct, id: string, action: string, stage: string, resultPath: string): CallAwsService {
  const call = CallAwsService.jsonPath(scope, id, {
    service: 'transcribe',
    action,
    iamResources: [`${jobArnPrefix(stage)}*`],
    parameters: { TranscriptionJobName: JsonPath.stringAt('$.cut.jobName') },
    taskTimeout: CALL_TIMEOUT,
    resultPath,
  });
  call.addRetry(TRANSCRIBE_REFUSALS).addRetry(SERVICE_CALL);
  return call;
}

/** Written as ASL: the library's UpdateItem cannot make a number set of a number in the payload. */
function markPart(scope: Construct, videos: Table): CustomState {
  const state = new CustomState(scope, 'MarkPartTranscribed', {
    stateJson: {
      Type: 'Task',
      Resource: `arn:${Aws.PARTITION}:states:::dynamodb:updateItem`,
      Parameters: {
        TableName: videos.tableName,
        Key: {
          pk: { 'S.$': `States.Format('${TASK_KEY_FORMAT.pk}', $.ownerId)` },
          sk: { 'S.$': `States.Format('${TASK_KEY_FORMAT.sk}', $.taskId)` },
        },
        // Nothing changes a task after its end, and a deleted one does not come back.
        ConditionExpression: '#active = :active',
        UpdateExpression: 'ADD #partsDone :part',
        ExpressionAttributeNames: { '#active': ACTIVE_TASKS_INDEX.partitionKey, '#partsDone': PARTS_DONE_ATTRIBUTE },
        ExpressionAttributeValues: {
          ':active': { S: ACTIVE_TASK },
          ':part': { 'NS.$': "States.Array(States.Format('{}', $.part.index))" },
        },
      },
      TimeoutSeconds: 30,
      ResultPath: null,
    },
  });
  return state.addRetry(TASK_GONE).addRetry(SERVICE_CALL);
}
