import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../local/wiring/schedule-expression.ts';

const next = (expression: string, after: string, timezone?: string) =>
  parseSchedule(expression, timezone)(new Date(after))?.toISOString();

describe('a rate', () => {
  it.each([
    ['rate(1 minute)', '2026-11-21T10:01:30.000Z'],
    ['rate(5 minutes)', '2026-11-21T10:05:30.000Z'],
    ['rate(6 hours)', '2026-11-21T16:00:30.000Z'],
    ['rate(1 day)', '2026-11-22T10:00:30.000Z'],
  ])('%s', (expression, expected) => {
    expect(next(expression, '2026-11-21T10:00:30Z')).toBe(expected);
  });

  it.each(['rate(5 minute)', 'rate(1 minutes)', 'rate(0 minutes)', 'rate(2 weeks)', 'rate(soon)'])(
    '%s is refused, as EventBridge refuses it',
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow(expression);
    },
  );

  it('is due as often as it says, for any number of minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), (minutes) => {
        const after = new Date('2026-11-21T00:00:00Z');
        const due = parseSchedule(`rate(${minutes} minutes)`)(after);
        expect((due?.getTime() ?? 0) - after.getTime()).toBe(minutes * 60_000);
      }),
    );
  });
});

describe('a cron expression', () => {
  it.each([
    ['cron(0 2 * * ? *)', '2026-11-22T02:00:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-21T10:15:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-12-01T08:00:00.000Z'],
    // Weekdays count from 1 = Sunday in AWS.
    ['cron(0 12 ? * 1 *)', '2026-11-22T12:00:00.000Z'],
    ['cron(0 12 ? * MON-FRI *)', '2026-11-23T12:00:00.000Z'],
    ['cron(0 12 ? * 6L *)', '2026-11-27T12:00:00.000Z'],
    ['cron(0 12 L * ? *)', '2026-11-30T12:00:00.000Z'],
    ['cron(0 0 1 1 ? 2030)', '2030-01-01T00:00:00.000Z'],
  ])('%s', (expression, expected) => {
    expect(next(expression, '2026-11-21T10:00:30Z')).toBe(expected);
  });

  it('is in the time zone of the schedule', () => {
    expect(next('cron(0 2 * * ? *)', '2026-11-21T10:00:00Z', 'Europe/Berlin')).toBe('2026-11-22T01:00:00.000Z');
  });

  it('that lies in the past is never due', () => {
    expect(next('cron(0 0 1 1 ? 2020)', '2026-11-21T10:00:00Z')).toBeUndefined();
  });

  it.each([
    ['cron(0 2 * * *)', 'six fields'],
    ['cron(0 2 * * * *)', '? either'],
    ['cron(0 2 ? * ? *)', '? either'],
    ['cron(99 2 * * ? *)', '99'],
  ])('%s is refused', (expression, message) => {
    expect(() => parseSchedule(expression)).toThrow(message);
  });
});

it('a single time is due once', () => {
  expect(next('at(2026-12-24T18:00:00)', '2026-11-21T10:00:00Z')).toBe('2026-12-24T18:00:00.000Z');
  expect(next('at(2026-12-24T18:00:00)', '2026-12-24T18:00:00Z')).toBeUndefined();
});

it('anything else is no schedule', () => {
  expect(() => parseSchedule('every(5 minutes)')).toThrow('"every(5 minutes)" is no schedule');
});
