import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { TASK_TIMEOUT_SECONDS } from '../../../functions/contracts/limits.ts';
import type { Config } from '../../config.ts';
import { acknowledgeWildcard } from '../../wildcards.ts';
import { useMedia } from '../app-function/rights.ts';
import { type PipelineFunctions, pipelineDefinition } from './definition.ts';
import { jobArnPrefix } from './transcription.ts';

export type ChunkPipelineProps = {
  config: Pick<Config, 'stage' | 'partConcurrency' | 'chunkConcurrency'>;
  functions: PipelineFunctions;
  videos: Table;
  media: Bucket;
  logRetention: RetentionDays;
  runbook: string;
};

/** Failed executions within an hour that are more than bad files would explain. */
const MANY_FAILURES = 10;

/** The state machine that turns one video into a lesson, with the alarm that watches it. */
export class ChunkPipeline extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: ChunkPipelineProps) {
    super(scope, id);
    const transcribeRole = new Role(this, 'TranscribeRole', {
      assumedBy: new ServicePrincipal('transcribe.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: 'Reads cut sound and writes transcripts for jobs that waited in the queue of Transcribe',
    });
    useMedia(transcribeRole, props.media, { read: ['work'], write: ['work'] });

    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: 'LangPlug pipeline',
    });
    // Transcribe reads the sound and writes the transcript with the rights of who starts the job.
    useMedia(role, props.media, { read: ['work'], write: ['work'] });
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [props.videos.tableArn] }));
    role.addToPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [transcribeRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'transcribe.amazonaws.com' } },
      }),
    );

    this.stateMachine = new StateMachine(this, 'StateMachine', {
      role,
      comment: 'Turns one video into a lesson',
      definitionBody: DefinitionBody.fromChainable(
        pipelineDefinition(this, {
          functions: props.functions,
          stage: props.config.stage,
          videos: props.videos,
          media: props.media,
          transcribeRole,
          partConcurrency: props.config.partConcurrency,
          chunkConcurrency: props.config.chunkConcurrency,
        }),
      ),
      timeout: Duration.seconds(TASK_TIMEOUT_SECONDS),
      tracingEnabled: true,
      logs: {
        // Under this prefix log groups share one resource policy, which is limited to ten per account.
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/langplug-${props.config.stage}-pipeline`,
          retention: props.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // Ids and keys, never text: see the contract of the payload.
        includeExecutionData: true,
      },
    });
    this.acknowledge(role, props.functions, props.config.stage);
    this.addAlarm(props.runbook);
  }

  private acknowledge(role: Role, functions: PipelineFunctions, stage: string): void {
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Starting a transcription, delivering logs and tracing know no resources. What a job may read and write is limited by the rights on the bucket.',
    });
    acknowledgeWildcard(
      role,
      jobArnPrefix(stage),
      '*',
      'Jobs come and go; only those of this stage can be read and deleted.',
    );
    for (const { function: fn } of Object.values(functions)) {
      acknowledgeWildcard(role, fn.functionArn, ':*', 'Any version of this very function.');
    }
  }

  private addAlarm(runbook: string): void {
    const period = Duration.hours(1);
    new Alarm(this, 'FailuresAlarm', {
      alarmDescription: `Many videos fail: learners see "failed" instead of a lesson. ${runbook}#failed-executions`,
      metric: this.stateMachine.metricFailed({ period, statistic: 'Sum' }),
      threshold: MANY_FAILURES,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    new Alarm(this, 'TimeoutsAlarm', {
      alarmDescription: `Videos are stopped after an hour without a lesson. ${runbook}#failed-executions`,
      metric: this.stateMachine.metricTimedOut({ period, statistic: 'Sum' }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
