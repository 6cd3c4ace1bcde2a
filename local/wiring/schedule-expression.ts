/** Schedule expressions of EventBridge: `rate(5 minutes)`, `cron(0 2 * * ? *)`, `at(2026-12-24T18:00:00)`. */
import { Cron } from 'croner';

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** @returns the time after `after` at which it is due next, or undefined when there is none. */
export type NextTime = (after: Date) => Date | undefined;

/**
 * @param timezone an IANA time zone, for `cron` and `at`
 * @throws Error that says what is wrong with the expression
 */
export function parseSchedule(expression: string, timezone = 'UTC'): NextTime {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'rate':
      return parseRate(expression, argument);
    case 'cron':
      return parseCron(expression, argument, timezone);
    case 'at': {
      const once = new Cron(argument, { timezone, paused: true, allowPast: true });
      return (after) => {
        const due = once.getOnce();
        return due && due > after ? due : undefined;
      };
    }
    default:
      throw new Error(`"${expression}" is no schedule: it must be rate(…), cron(…) or at(…)`);
  }
}

function parseRate(expression: string, argument: string): NextTime {
  const [, digits = '', unit = '', plural = ''] = /^(\d+) (minute|hour|day)(s?)$/.exec(argument) ?? [];
  const count = Number(digits);
  const unitMs = UNIT_MS[unit];
  if (!unitMs || count < 1) throw new Error(`"${expression}": a rate is a positive number of minutes, hours or days`);
  if ((count === 1) === (plural === 's')) {
    throw new Error(`"${expression}": EventBridge wants the unit in the ${count === 1 ? 'singular' : 'plural'}`);
  }
  return (after) => new Date(after.getTime() + count * unitMs);
}

/** AWS has six fields, from minutes to years, counts weekdays from 1 = Sunday, and wants `?` in one of the day fields. */
function parseCron(expression: string, argument: string, timezone: string): NextTime {
  const fields = argument.trim().split(/\s+/);
  if (fields.length !== 6)
    throw new Error(`"${expression}" must have six fields: minutes hours day month weekday year`);
  if ((fields[2] === '?') === (fields[4] === '?')) {
    throw new Error(`"${expression}" must have ? either as day of the month or as day of the week`);
  }
  const cron = new Cron(`0 ${fields.join(' ')}`, {
    mode: '7-part',
    timezone,
    alternativeWeekdays: true,
    sloppyRanges: true,
    paused: true,
  });
  return (after) => cron.nextRun(after) ?? undefined;
}
