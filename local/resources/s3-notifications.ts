/** Notifications of buckets, as a bucket's own property has them and as the CDK's custom resource has them. */
import { z } from 'zod';
import type { BucketNotification } from '../wiring/wiring.ts';
import { physicalName, resourceHandler } from './resource.ts';

const rulesSchema = z.array(z.object({ Name: z.string(), Value: z.string() }));

/** One configuration of either form: CloudFormation writes `Event`, `Queue` and `S3Key`, the S3 API `Events`, `QueueArn` and `Key`. */
const configurationSchema = z.object({
  Id: z.string().optional(),
  Event: z.string().optional(),
  Events: z.array(z.string()).optional(),
  Queue: z.string().optional(),
  QueueArn: z.string().optional(),
  Function: z.string().optional(),
  LambdaFunctionArn: z.string().optional(),
  Filter: z
    .object({
      S3Key: z.object({ Rules: rulesSchema }).optional(),
      Key: z.object({ FilterRules: rulesSchema }).optional(),
    })
    .optional(),
});

const never = (what: string) => z.undefined({ error: `${what} of bucket notifications are not supported locally` });

export const notificationConfigurationSchema = z.object({
  QueueConfigurations: z.array(configurationSchema).default([]),
  LambdaConfigurations: z.array(configurationSchema).default([]),
  LambdaFunctionConfigurations: z.array(configurationSchema).default([]),
  TopicConfigurations: never('topics').optional(),
  EventBridgeConfiguration: never('EventBridge targets').optional(),
});

/** @throws Error for a configuration without events or target. */
export function bucketNotifications(
  bucket: string,
  {
    QueueConfigurations,
    LambdaConfigurations,
    LambdaFunctionConfigurations,
  }: z.output<typeof notificationConfigurationSchema>,
): BucketNotification[] {
  return [...QueueConfigurations, ...LambdaConfigurations, ...LambdaFunctionConfigurations].map((entry, index) => {
    const events = entry.Events ?? (entry.Event ? [entry.Event] : []);
    const queue = entry.Queue ?? entry.QueueArn;
    const fn = entry.Function ?? entry.LambdaFunctionArn;
    if (events.length === 0) throw new Error(`A notification of bucket ${bucket} names no events`);
    if (!queue && !fn) throw new Error(`A notification of bucket ${bucket} has no target`);
    const rules = entry.Filter?.S3Key?.Rules ?? entry.Filter?.Key?.FilterRules ?? [];
    const rule = (name: string) => rules.find((r) => r.Name.toLowerCase() === name)?.Value ?? '';
    return {
      id: entry.Id ?? `notification-${index}`,
      bucket,
      events,
      prefix: rule('prefix'),
      suffix: rule('suffix'),
      target: queue ? { type: 'queue', arn: queue } : { type: 'function', arn: fn ?? '' },
    };
  });
}

/** `Custom::S3BucketNotifications`, which the CDK uses because a bucket and its target may refer to each other. */
export const s3BucketNotifications = resourceHandler(
  z.object({ BucketName: z.string(), NotificationConfiguration: notificationConfigurationSchema }),
  ({ BucketName, NotificationConfiguration }, context) => {
    context.wiring.notifications.push(...bucketNotifications(BucketName, NotificationConfiguration));
    return { ref: physicalName(context, 128), attributes: {} };
  },
);
