import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { AppFunction } from '../app-function/app-function.ts';

export type SchedulesProps = {
  reapStuckTasks: AppFunction<'reap-stuck-tasks'>;
  warmCache: AppFunction<'warm-cache'>;
  runbook: string;
};

const REAPER_PERIOD = Duration.minutes(5);
/** Runs in a row without success before the alarm rings: a single one is made good by the next. */
const REAPER_FAILED_RUNS = 3;

const WARMING_PERIOD = Duration.hours(6);
/** Lambda tries a call that nobody waits for three times: this many errors are a run that failed for good. */
const WARMING_TRIES = 3;

/** What runs by the clock, with the alarms that watch it. Times are UTC. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    new Rule(this, 'ReapStuckTasks', {
      description: 'Fails tasks that nothing works on any more',
      schedule: Schedule.rate(REAPER_PERIOD),
      targets: [
        // Five minutes later it runs anyway: a late second try would only run beside the next.
        new LambdaTarget(props.reapStuckTasks.function, { retryAttempts: 0, maxEventAge: REAPER_PERIOD }),
      ],
    });
    new Alarm(this, 'ReaperAlarm', {
      alarmDescription: `Videos that got stuck stay at "processing", and can be neither retried nor changed. ${props.runbook}#stuck-tasks`,
      metric: props.reapStuckTasks.function.metricErrors({ period: REAPER_PERIOD, statistic: 'Sum' }),
      threshold: 1,
      evaluationPeriods: REAPER_FAILED_RUNS,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });

    new Rule(this, 'WarmCache', {
      description: 'Loads the most used lists of words into the cache',
      schedule: Schedule.rate(WARMING_PERIOD),
      targets: [new LambdaTarget(props.warmCache.function, { maxEventAge: Duration.hours(1) })],
    });
    new Alarm(this, 'WarmingAlarm', {
      alarmDescription: `The first learners to open a list of words wait some tenths of a second longer. ${props.runbook}#warm-cache`,
      metric: props.warmCache.function.metricErrors({ period: WARMING_PERIOD, statistic: 'Sum' }),
      threshold: WARMING_TRIES,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
