import * as z from 'zod';

/**
 * Errors of the API: HTTP status, title, and what to do. A closed list: an error that is not here is a bug and
 * answers INTERNAL_ERROR.
 */
export const PROBLEMS = {
  INVALID_REQUEST: {
    status: 400,
    title: 'The request is not valid',
    remedy: 'Correct the fields named in "errors" and send it again.',
  },
  MALFORMED_JSON: {
    status: 400,
    title: 'The body is not valid JSON',
    remedy: 'Send a JSON object with "Content-Type: application/json".',
  },
  BAD_SUBTITLES: {
    status: 400,
    title: 'The subtitles cannot be read',
    remedy: 'Correct the line named in "detail" and send them again.',
  },
  UNAUTHENTICATED: {
    status: 401,
    title: 'Not signed in',
    remedy: 'Send "Authorization: Bearer …" with an access token from POST /auth/login.',
  },
  WRONG_CREDENTIALS: { status: 401, title: 'Wrong e-mail or password', remedy: 'Check both and try again.' },
  FORBIDDEN: { status: 403, title: 'Not allowed', remedy: 'Ask an operator for the rights that this needs.' },
  NOT_FOUND: {
    status: 404,
    title: 'Not found',
    remedy: 'Check the address: it may have been deleted, or never have existed.',
  },
  EMAIL_TAKEN: { status: 409, title: 'There is already an account with this e-mail', remedy: 'Log in instead.' },
  NOT_UPLOADED: {
    status: 409,
    title: 'The video has not been uploaded yet',
    remedy: 'Finish the upload, then ask again.',
  },
  ALREADY_UPLOADED: {
    status: 409,
    title: 'The video is already uploaded',
    remedy: 'Create another video for another file.',
  },
  BEING_PROCESSED: {
    status: 409,
    title: 'The video is being processed',
    remedy: 'Wait until it has finished or failed.',
  },
  NOT_READY: { status: 409, title: 'Not ready yet', remedy: 'Wait until processing has finished.' },
  TASK_FAILED: {
    status: 409,
    title: 'The task has failed',
    remedy: 'Waiting does not help: do what "detail" advises, then start it again.',
  },
  TOO_LARGE: { status: 413, title: 'Too large', remedy: 'Send less.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'This content type is not understood',
    remedy: 'Send "Content-Type: application/json".',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something went wrong on our side',
    remedy: 'Try again; if it happens again, report the request id.',
  },
  NO_TRANSLATION_ENGINE: {
    status: 503,
    title: 'Nothing here translates these languages',
    remedy: 'Choose another pair of languages, or have a translation engine installed (npm run engines:install).',
  },
  TRANSLATION_FAILED: {
    status: 503,
    title: 'The translation service did not answer',
    remedy: 'Try again in a moment.',
  },
  UNAVAILABLE: { status: 503, title: 'Not available at the moment', remedy: 'Try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Identifies the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.enum(PROBLEM_CODES),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    errors: z
      .array(
        z.object({
          field: z.string().meta({ description: 'Where, for instance body.title or query.limit.' }),
          reason: z.string(),
        }),
      )
      .optional(),
    request_id: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

export type Problem = z.infer<typeof problemSchema>;
export type FieldError = { field: string; reason: string };
