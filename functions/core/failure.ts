import { FAILURES, type Failure, type FailureCode } from '../contracts/failures.ts';

/**
 * A step fails for good: trying again cannot help. The error's name is the failure code, because that is what the
 * state machine sees; the message is the detail for people: what was found in this very video.
 */
export class PermanentFailure extends Error {
  override readonly name: FailureCode;
  constructor(code: FailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = code;
  }
}

/**
 * A step fails for now: the state machine tries again, and if that never helps, the name says what to tell people.
 */
export class TemporaryFailure extends Error {
  override readonly name: FailureCode;
  constructor(code: FailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = code;
  }
}

/** @param detail what was found in this very case */
export const makeFailure = (code: FailureCode, detail: string): Failure => ({ code, ...FAILURES[code], detail });
