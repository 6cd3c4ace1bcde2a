import { describe, expect, it } from 'vitest';
import { withETag } from '../../../functions/runtime/api/etag.ts';

const answer = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"a":1}' };
const tagged = (given = answer, ifNoneMatch?: string) => withETag(given, ifNoneMatch, 'private, no-cache');

describe('withETag', () => {
  const etag = String(tagged().headers?.etag);

  it('gives the same body the same tag and another body another', () => {
    expect(tagged().headers?.etag).toBe(etag);
    expect(tagged({ ...answer, body: '{"a":2}' }).headers?.etag).not.toBe(etag);
  });

  it('gives a weak tag, because it stands for every encoding of the answer', () => {
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  });

  it.each([
    ['the tag', etag],
    ['a strong form of it', etag.replace('W/', '')],
    ['one of several', `"other", ${etag}`],
    ['one of several of which another has a comma', `"a, b", W/"c,d",${etag}`],
    ['any', ' * '],
  ])('answers 304 without a body to %s', (_what, ifNoneMatch) => {
    const result = tagged(answer, ifNoneMatch);
    expect(result.statusCode).toBe(304);
    expect(result.body).toBeUndefined();
  });

  it.each([
    ['another tag', '"other"'],
    ['a tag that is an asterisk', '"*"'],
    ['the tag without quotes', etag.replaceAll('"', '')],
    ['a tag that holds ours', `"x${etag.slice(3)}`],
  ])('answers in full to %s', (_what, ifNoneMatch) => {
    expect(tagged(answer, ifNoneMatch)).toMatchObject({ statusCode: 200, body: answer.body });
  });

  it('tells a 304 as much about caching as the full answer', () => {
    const { 'content-type': _, ...caching } = tagged().headers ?? {};
    expect(caching).toEqual({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' });
    expect(tagged(answer, etag).headers).toEqual(caching);
  });
});
