import { ExecutionAbortedError } from 'aws-local-stepfunctions';
import { FunctionError } from '../../types.ts';

/** An error as a state fails with it: `name` is what Retry and Catch compare, the message is the cause. */
export class StatesError extends Error {
  /** Read by the interpreter. */
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;
  constructor(name: string, cause: string, mayBeHandled = true) {
    super(cause);
    this.name = name;
    this.isRetryable = mayBeHandled;
    this.isCatchable = mayBeHandled;
  }
}

/** Gives errors of functions the cause that Lambda writes. */
export function toStatesError(error: unknown): unknown {
  if (error instanceof FunctionError) {
    return new StatesError(error.name, JSON.stringify({ errorType: error.name, errorMessage: error.message }));
  }
  if (error instanceof ExecutionAbortedError) return new StatesError('States.Aborted', error.message, false);
  return error;
}
