import { describe, expect, it } from 'vitest';
import { FAILURE_CODES, FAILURES } from '../../../functions/contracts/failures.ts';
import { failureOf } from '../../../functions/core/pipeline/end-task.ts';

const lambdaCause = (errorType: string, errorMessage: string) => JSON.stringify({ errorType, errorMessage, trace: [] });

describe('failureOf', () => {
  it.each(FAILURE_CODES)('keeps the code %s of a step that failed for good, with its detail', (code) => {
    const failure = failureOf({ Error: code, Cause: lambdaCause(code, 'what was found') });
    expect(failure).toEqual({ code, ...FAILURES[code], detail: 'what was found' });
  });

  it('takes the code out of the reason of a failed transcription job', () => {
    const failure = failureOf({ Error: 'TRANSCRIPTION_FAILED', Cause: 'NO_SPEECH_ENGINE: No model is installed.' });
    expect(failure).toMatchObject({ code: 'NO_SPEECH_ENGINE', detail: 'No model is installed.' });
  });

  it('keeps a reason without a code as the detail', () => {
    const failure = failureOf({ Error: 'TRANSCRIPTION_FAILED', Cause: 'Unsupported audio format' });
    expect(failure).toMatchObject({ code: 'TRANSCRIPTION_FAILED', detail: 'Unsupported audio format' });
  });

  it.each(['States.Timeout', 'Sandbox.Timedout'])('does not call a step that ended by %s an hour long', (error) => {
    expect(failureOf({ Error: error }).code).toBe('STUCK');
  });

  it('does not show learners the wording of internal errors', () => {
    const failure = failureOf({ Error: 'TypeError', Cause: lambdaCause('TypeError', 'secret detail') });
    expect(failure.code).toBe('INTERNAL');
    expect(JSON.stringify(failure)).not.toContain('secret detail');
  });

  it('copes with a cause that is no JSON, or none', () => {
    expect(failureOf({ Error: 'Whatever', Cause: '{not json' }).code).toBe('INTERNAL');
    expect(failureOf({ Error: 'constructor' }).code).toBe('INTERNAL');
  });
});
