import { ExecutionAbortedError } from 'aws-local-stepfunctions';
import { FunctionError } from '../../types.ts';

/** An error as a state fails with it: `name` is what Retry and Catch compare, the message is the cause. */
export class StatesError extends Error {
  /** Read by the interpreter. */
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;
  constructor(name: string, cause: string, { isRetryable = true, isCatchable = true } = {}) {
    super(cause);
    this.name = name;
    this.isRetryable = isRetryable;
    this.isCatchable = isCatchable;
  }
}

/** For failures that neither Retry nor Catch can handle. */
export const FATAL = { isRetryable: false, isCatchable: false };

/** `States.ALL` does not stand for this one; it is caught by name only. */
export const DATA_LIMIT_EXCEEDED = 'States.DataLimitExceeded';

/**
 * The error as one state meets it.
 * @param catches names that the state's catchers list
 */
export function asMetBy(catches: readonly string[], error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== DATA_LIMIT_EXCEEDED) return error;
  return new StatesError(error.name, error.message, {
    isRetryable: false,
    isCatchable: catches.includes(DATA_LIMIT_EXCEEDED),
  });
}

/** Gives errors of functions the cause that Lambda writes. */
export function toStatesError(error: unknown): unknown {
  if (error instanceof FunctionError) {
    return new StatesError(error.name, JSON.stringify({ errorType: error.name, errorMessage: error.message }));
  }
  if (error instanceof ExecutionAbortedError) return new StatesError('States.Aborted', error.message, FATAL);
  return error;
}
