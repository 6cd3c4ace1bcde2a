import type { FieldError, ProblemCode } from '../contracts/problem.ts';

/** An error that a caller of the API gets to see: `code` decides status, title and remedy (contracts/problem.ts). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;

  /**
   * @param detail what is wrong in this very request, for people
   * @param options `cause`: for the log
   */
  constructor(code: ProblemCode, detail: string, errors?: FieldError[], options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
    this.errors = errors;
  }
}

/** The same answer for what does not exist and for what belongs to somebody else. */
export const notFound = (what: string) => new ProblemError('NOT_FOUND', `There is no such ${what}.`);
