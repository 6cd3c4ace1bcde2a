import { describe, expect, it } from 'vitest';
import { registrationSchema } from '../../functions/contracts/account.ts';
import { newSubtitlesSchema, pageQuerySchema } from '../../functions/contracts/api.ts';
import { newVideoSchema } from '../../functions/contracts/video.ts';
import { ProblemError } from '../../functions/core/problem-error.ts';
import { validate } from '../../functions/runtime/validate.ts';

const errorsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.errors;
    throw error;
  }
  return [];
};

const video = { title: 'A video', source_language: 'de', target_language: 'en', size: 10 };

describe('validate', () => {
  it('gives what the schema makes of a good value, with defaults', () => {
    expect(validate('body', newVideoSchema, video)).toMatchObject({ chunk_minutes: 5 });
    expect(validate('query', pageQuerySchema, { limit: '7' })).toEqual({ limit: 7 });
  });

  it.each([
    ['a missing field', { ...video, title: undefined }, { field: 'body.title', reason: 'is required' }],
    [
      'a missing choice',
      { ...video, target_language: undefined },
      { field: 'body.target_language', reason: 'is required' },
    ],
    [
      'an unknown language',
      { ...video, source_language: 'xx' },
      { field: 'body.source_language', reason: 'must be one of de, en, es, fr' },
    ],
    [
      'an unknown field',
      { ...video, ownerId: 'x' },
      { field: 'body.ownerId', reason: 'is not known here; leave it out' },
    ],
    [
      'the same language twice',
      { ...video, target_language: 'de' },
      { field: 'body.target_language', reason: 'must differ from source_language' },
    ],
    [
      'a value of the wrong type',
      { ...video, title: 7 },
      { field: 'body.title', reason: 'invalid input: expected string, received number' },
    ],
    [
      'a number out of range',
      { ...video, chunk_minutes: 0 },
      { field: 'body.chunk_minutes', reason: 'must be at least 1' },
    ],
    ['an empty title', { ...video, title: '  ' }, { field: 'body.title', reason: 'must not be empty' }],
    [
      'a fraction of a byte',
      { ...video, size: 1.5 },
      { field: 'body.size', reason: 'must be a whole number of bytes' },
    ],
  ])('names the field and the reason of %s', (_what, body, expected) => {
    expect(errorsOf(() => validate('body', newVideoSchema, body))).toContainEqual(expected);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a string', 'x'],
    ['a number', 3],
  ])('refuses %s as a body', (_what, body) => {
    expect(errorsOf(() => validate('body', newVideoSchema, body))?.[0]?.field).toBe('body');
  });

  it('names everything that a password lacks', () => {
    const errors = errorsOf(() => validate('body', registrationSchema, { email: 'a@example.org', password: 'short' }));
    expect(errors?.map((error) => error.reason)).toEqual([
      'must have at least 12 characters',
      'must contain an upper-case letter',
      'must contain a digit',
      'must contain a special character such as ! or -',
    ]);
  });

  it('explains a choice of shapes in one sentence', () => {
    const errors = errorsOf(() => validate('body', newSubtitlesSchema, { text: 'x' }));
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.reason).toContain('must have either "content"');
  });

  it('says what is wrong inside the shape that was meant', () => {
    const errors = errorsOf(() => validate('body', newSubtitlesSchema, { size: 99_999_999 }));
    expect(errors).toEqual([{ field: 'body.size', reason: 'must be at most 10 MB' }]);
  });
});
