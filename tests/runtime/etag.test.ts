import { describe, expect, it } from 'vitest';
import { withETag } from '../../functions/runtime/api/etag.ts';

const answer = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"a":1}' };

describe('withETag', () => {
  const etag = String(withETag(answer, undefined).headers?.etag);

  it('gives the same body the same tag and another body another', () => {
    expect(withETag(answer, undefined).headers?.etag).toBe(etag);
    expect(withETag({ ...answer, body: '{"a":2}' }, undefined).headers?.etag).not.toBe(etag);
  });

  it.each([
    ['the tag', etag],
    ['a weak form of it', `W/${etag}`],
    ['one of several', `"other", ${etag}`],
    ['any', '*'],
  ])('answers 304 without a body to %s', (_what, ifNoneMatch) => {
    const result = withETag(answer, ifNoneMatch);
    expect(result.statusCode).toBe(304);
    expect(result.body).toBeUndefined();
    expect(result.headers?.etag).toBe(etag);
  });

  it('answers in full to another tag', () => {
    expect(withETag(answer, '"other"')).toMatchObject({ statusCode: 200, body: answer.body });
  });

  it('lets nobody but the reader keep private data', () => {
    expect(withETag(answer, undefined).headers?.['cache-control']).toBe('private, no-cache');
  });
});
