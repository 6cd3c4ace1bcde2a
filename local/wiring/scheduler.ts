/** Calls functions by the clock, and on demand. */
import { randomUUID } from 'node:crypto';
import type { InvokeFunction, LocalLog } from '../types.ts';
import { parseSchedule } from './schedule-expression.ts';
import type { ScheduledCall } from './wiring.ts';

/** Longest delay that a timer of Node.js takes, ms (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export type SchedulerOptions = { invoke: InvokeFunction; log: LocalLog; region: string; account: string };

export class Scheduler {
  readonly #calls: readonly ScheduledCall[];
  readonly #options: SchedulerOptions;
  readonly #timers = new Map<ScheduledCall, NodeJS.Timeout>();

  /** @throws Error for an expression that is no schedule */
  constructor(calls: readonly ScheduledCall[], options: SchedulerOptions) {
    this.#calls = calls;
    this.#options = options;
    for (const call of calls) {
      const next = parseSchedule(call.expression, call.timezone);
      const wait = (from: Date): void => {
        const due = next(from);
        if (due) this.#arm(call, due, () => wait(due));
      };
      wait(new Date());
    }
  }

  get names(): string[] {
    return this.#calls.map((call) => call.name);
  }

  /**
   * Runs a schedule now, whatever the clock says, and waits for it.
   * @param hint its name or a part of it, in any case and with or without hyphens
   * @throws Error when none or several match; FunctionError when the function fails
   */
  async run(hint: string): Promise<unknown> {
    const matches = this.#calls.filter((call) => plain(call.name).includes(plain(hint)));
    const exact = matches.filter((call) => call.name === hint);
    const [call, ...others] = exact.length > 0 ? exact : matches;
    if (!call || others.length > 0) {
      throw new UnknownSchedule(
        `${call ? `Several schedules match "${hint}"` : `There is no schedule "${hint}"`}. Schedules: ${this.names.join(', ')}`,
      );
    }
    return this.#call(call);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #arm(call: ScheduledCall, due: Date, then: () => void): void {
    const wait = Math.max(0, due.getTime() - Date.now());
    const timer = setTimeout(
      () => {
        if (wait > LONGEST_TIMER_MS) return this.#arm(call, due, then);
        then();
        this.#call(call).catch((error: unknown) => this.#options.log.error(call.name, String(error)));
      },
      Math.min(wait, LONGEST_TIMER_MS),
    );
    timer.unref();
    this.#timers.set(call, timer);
  }

  #call({ name, functionArn, input, ruleArn }: ScheduledCall): Promise<unknown> {
    const { invoke, log, region, account } = this.#options;
    log.verbose(name, 'is due');
    return invoke(
      functionArn,
      input ?? {
        version: '0',
        id: randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account,
        time: new Date().toISOString(),
        region,
        resources: [ruleArn],
        detail: {},
      },
    );
  }
}

const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

/** The name matches no schedule, or several. */
export class UnknownSchedule extends Error {
  override readonly name = 'UnknownSchedule';
}
