import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PROBLEMS, type Problem, type ProblemCode } from '../../contracts/problem.ts';
import { TranslationFailed, TranslationUnavailable } from '../../core/ports/translation.ts';
import { InvalidCursor, VideoGone } from '../../core/ports/video-store.ts';
import { ProblemError } from '../../core/problem-error.ts';
import { BadSubtitles } from '../../core/subtitles/index.ts';

/** Maps any error to RFC 9457 problem details: the one place where errors become HTTP. */
export function problemResponse(
  error: unknown,
  instance: string,
  requestId: string,
): APIGatewayProxyStructuredResultV2 {
  const { code, message, errors } = asProblem(error);
  const { status, title, remedy } = PROBLEMS[code];
  const problem: Problem = {
    type: `urn:langplug:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: message,
    instance,
    code,
    remedy,
    ...(errors && { errors }),
    request_id: requestId,
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(problem),
  };
}

/** Whether the error is the caller's, so that it is no failure of ours. */
export const isExpected = (error: unknown) => PROBLEMS[asProblem(error).code].status < 500;

function asProblem(error: unknown): Pick<ProblemError, 'code' | 'message' | 'errors'> {
  if (error instanceof ProblemError) return error;
  if (error instanceof BadSubtitles) {
    return new ProblemError('BAD_SUBTITLES', error.message, [{ field: 'body.content', reason: error.message }]);
  }
  if (error instanceof InvalidCursor) {
    return new ProblemError('INVALID_REQUEST', 'The cursor is not one that this list handed out.', [
      { field: 'query.cursor', reason: 'must be the next_cursor of the page before, unchanged' },
    ]);
  }
  if (error instanceof VideoGone) return new ProblemError('NOT_FOUND', 'There is no such video.');
  if (error instanceof TranslationUnavailable) return new ProblemError('NO_TRANSLATION_ENGINE', error.message);
  if (error instanceof TranslationFailed) return new ProblemError('TRANSLATION_FAILED', error.message);
  const parserProblem = BODY_PROBLEMS[statusOf(error)];
  if (parserProblem) return new ProblemError(...parserProblem);
  return new ProblemError('INTERNAL_ERROR', 'The request could not be answered.');
}

/** What `@middy/http-json-body-parser` throws, by its status. */
const BODY_PROBLEMS: Record<number, [ProblemCode, string]> = {
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON, and "Content-Type" must say so.'],
  422: ['MALFORMED_JSON', 'The body is missing or cannot be parsed as JSON.'],
};

const statusOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0;
