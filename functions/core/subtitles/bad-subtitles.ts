/** A subtitle file that cannot be read. Says where, what is wrong there, and what was expected instead. */
export class BadSubtitles extends Error {
  override readonly name = 'BadSubtitles';
  /** 1-based. */
  readonly line: number;
  readonly problem: string;
  readonly expected: string;
  constructor(line: number, problem: string, expected: string) {
    super(`Line ${line}: ${problem}. Expected ${expected}.`);
    this.line = line;
    this.problem = problem;
    this.expected = expected;
  }
}
