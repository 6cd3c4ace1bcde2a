import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { AppFunction } from '../app-function/app-function.ts';

/** What runs by the clock. Times are UTC. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, props: { reapStuckTasks: AppFunction<'reap-stuck-tasks'> }) {
    super(scope, id);
    new Rule(this, 'ReapStuckTasks', {
      description: 'Fails tasks that nothing works on any more',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [
        // Five minutes later it runs anyway: a late second try would only run beside the next.
        new LambdaTarget(props.reapStuckTasks.function, { retryAttempts: 0, maxEventAge: Duration.minutes(5) }),
      ],
    });
  }
}
