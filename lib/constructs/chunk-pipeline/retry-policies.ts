/**
 * Retry policies of the pipeline. With jitter FULL each wait is a random time between nothing and the one given, so
 * that steps that failed together do not come back together; the sums are the longest that a policy waits.
 */
import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { FAILURE_CODES, type FailureCode } from '../../../functions/contracts/failures.ts';

/** Failures that another try may cure: everything else that has a code fails the same way every time. */
const WORTH_ANOTHER_TRY: readonly FailureCode[] = ['INTERNAL', 'TRANSLATION_FAILED', 'TIMED_OUT', 'STUCK'];

/** Names of the errors that no retry can cure. `VideoGone`: the learner deleted the video meanwhile. */
export const PERMANENT_ERRORS: string[] = [
  ...FAILURE_CODES.filter((code) => !WORTH_ANOTHER_TRY.includes(code)),
  'VideoGone',
];

/** Comes first in every step: what fails for good fails at once. */
export const NEVER: RetryProps = { errors: PERMANENT_ERRORS, maxAttempts: 0 };

/**
 * Functions, whatever went wrong: throttling, a killed instance, a service behind them. 2 + 4 + 8 + 16 + 30 = 60 s at
 * most in 5 retries, which outlives a deployment and most hiccups of a service, and is little of the task's hour.
 */
export const STEP: RetryProps = {
  errors: [Errors.ALL],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 5,
  jitterStrategy: JitterType.FULL,
};

/**
 * Calls of AWS services without a function. Transcribe starts 25 jobs and answers 30 questions a second per account,
 * and many videos share that: 2 + 4 + 8 + 16 + 32 + 60 + 60 + 60 = 242 s at most in 8 retries.
 */
export const SERVICE_CALL: RetryProps = {
  errors: [Errors.ALL],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  maxAttempts: 8,
  jitterStrategy: JitterType.FULL,
};

/** Answers of Transcribe that stay the same however often one asks. */
export const TRANSCRIBE_REFUSALS: RetryProps = {
  errors: ['Transcribe.ConflictException', 'Transcribe.BadRequestException', 'Transcribe.NotFoundException'],
  maxAttempts: 0,
};

/** The task that should be changed is not there any more. */
export const TASK_GONE: RetryProps = { errors: ['DynamoDB.ConditionalCheckFailedException'], maxAttempts: 0 };

/**
 * Telling the learner that it failed: 1 + 2 + 4 + 8 + 16 + 32 + 60 × 6 = 423 s at most in 12 retries. If even that
 * fails, the reaper ends the task within 20 minutes.
 */
export const FAIL_VIDEO: RetryProps = {
  errors: [Errors.ALL],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  maxAttempts: 12,
  jitterStrategy: JitterType.FULL,
};
