/** One handler per resource type that means something locally. */
import { dynamodbTable } from './dynamodb-table.ts';
import { eventSourceMapping } from './event-source-mapping.ts';
import { httpApi, httpApiIntegration, httpApiRoute } from './http-api.ts';
import { iamManagedPolicy, iamRole, policyOfResource } from './iam.ts';
import { lambdaAlias, lambdaFunction, lambdaVersion } from './lambda-function.ts';
import type { ResourceHandler } from './resource.ts';
import { s3Bucket } from './s3-bucket.ts';
import { s3BucketNotifications } from './s3-notifications.ts';
import { eventsRule, schedulerSchedule } from './schedule.ts';
import { secret } from './secret.ts';
import { serverlessCache } from './serverless-cache.ts';
import { sqsQueue } from './sqs-queue.ts';
import { stateMachine } from './state-machine.ts';
import { trigger } from './trigger.ts';

export const resourceHandlers: Readonly<Record<string, ResourceHandler>> = {
  'AWS::DynamoDB::Table': dynamodbTable,
  'AWS::DynamoDB::GlobalTable': dynamodbTable,
  'AWS::S3::Bucket': s3Bucket,
  'Custom::S3BucketNotifications': s3BucketNotifications,
  'AWS::SQS::Queue': sqsQueue,
  'AWS::SecretsManager::Secret': secret,
  'AWS::ElastiCache::ServerlessCache': serverlessCache,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Lambda::Version': lambdaVersion,
  'AWS::Lambda::Alias': lambdaAlias,
  'AWS::Lambda::EventSourceMapping': eventSourceMapping,
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::ApiGatewayV2::Integration': httpApiIntegration,
  'AWS::ApiGatewayV2::Route': httpApiRoute,
  'AWS::Events::Rule': eventsRule,
  'AWS::Scheduler::Schedule': schedulerSchedule,
  'AWS::StepFunctions::StateMachine': stateMachine,
  'Custom::Trigger': trigger,
  'AWS::IAM::Role': iamRole,
  'AWS::IAM::Policy': policyOfResource,
  'AWS::IAM::ManagedPolicy': iamManagedPolicy,
  'AWS::Lambda::Permission': policyOfResource,
  'AWS::S3::BucketPolicy': policyOfResource,
  'AWS::SQS::QueuePolicy': policyOfResource,
};
