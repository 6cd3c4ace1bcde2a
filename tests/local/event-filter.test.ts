import { describe, expect, it } from 'vitest';
import { eventFilter } from '../../local/wiring/event-filter.ts';

const record = {
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: 'USER#1' }, sk: { S: 'VIDEO#1' } },
    NewImage: { title: { S: 'Hamburg' }, size: { N: '5' }, tags: { SS: ['a', 'b'] } },
  },
};
const passes = (...patterns: unknown[]) => eventFilter(patterns.map((pattern) => JSON.stringify(pattern)))(record);

describe('an event filter', () => {
  it.each([
    ['an exact value', { eventName: ['MODIFY'] }, true],
    ['another value', { eventName: ['INSERT'] }, false],
    ['one of several values', { eventName: ['INSERT', 'MODIFY'] }, true],
    ['a prefix', { dynamodb: { Keys: { sk: { S: [{ prefix: 'VIDEO#' }] } } } }, true],
    ['another prefix', { dynamodb: { Keys: { sk: { S: [{ prefix: 'TASK#' }] } } } }, false],
    ['a suffix', { dynamodb: { Keys: { sk: { S: [{ suffix: '#1' }] } } } }, true],
    [
      'a part that matches and one that does not',
      { eventName: ['MODIFY'], dynamodb: { Keys: { pk: { S: ['x'] } } } },
      false,
    ],
    ['an item of a list', { dynamodb: { NewImage: { tags: { SS: ['b'] } } } }, true],
    ['no item of a list', { dynamodb: { NewImage: { tags: { SS: ['c'] } } } }, false],
    ['what exists', { dynamodb: { NewImage: { title: { S: [{ exists: true }] } } } }, true],
    ['what does not exist', { dynamodb: { OldImage: { title: { S: [{ exists: false }] } } } }, true],
    ['what should not exist and does', { dynamodb: { NewImage: { title: { S: [{ exists: false }] } } } }, false],
    ['a number that is written as text', { dynamodb: { NewImage: { size: { N: [5] } } } }, false],
  ])('looks for %s', (_, pattern, expected) => {
    expect(passes(pattern)).toBe(expected);
  });

  it('passes an event that one of its patterns matches, and every event without patterns', () => {
    expect(passes({ eventName: ['INSERT'] }, { eventName: ['MODIFY'] })).toBe(true);
    expect(passes({ eventName: ['INSERT'] }, { eventName: ['REMOVE'] })).toBe(false);
    expect(passes()).toBe(true);
  });

  it.each([
    ['numeric', '{"n":[{"numeric":[">",1]}]}'],
    ['anything-but', '{"n":[{"anything-but":["a"]}]}'],
    ['\\$or', '{"$or":[{"a":[1]},{"b":[1]}]}'],
    ['prefix', '{"n":[{"prefix":"a","suffix":"b"}]}'],
    ['objects and lists', '{"n":"text"}'],
    ['no JSON', '{n'],
  ])('that is not understood is refused by name: %s', (name, pattern) => {
    expect(() => eventFilter([pattern])).toThrow(new RegExp(name));
  });
});
