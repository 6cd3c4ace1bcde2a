import type { FailureCode } from '../contracts/failures.ts';

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
