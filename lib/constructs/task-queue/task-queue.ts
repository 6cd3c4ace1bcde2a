import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type TaskQueueProps = {
  /** How long a message that was received stays hidden. Six times what a consumer may take, as AWS advises. */
  visibilityTimeout: Duration;
  /** A message that failed this often goes to the dead-letter queue. */
  maxReceives: number;
  /** What users see of a dead message. */
  impact: string;
  /** What to do about it: a link to an entry of the runbook. */
  runbook: string;
  removalPolicy: RemovalPolicy;
};

/** A queue of work with its dead-letter queue and the alarm that watches it. */
export class TaskQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: TaskQueueProps) {
    super(scope, id);
    // SQS's own key: a KMS key shared with a bucket would make a dependency cycle, and cost a request each.
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: props.removalPolicy,
    };
    this.deadLetterQueue = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: props.visibilityTimeout,
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: props.maxReceives },
    });
    new Alarm(this, 'DeadLettersAlarm', {
      alarmDescription: `${props.impact} ${props.runbook}`,
      metric: this.deadLetterQueue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
