import { z } from 'zod';
import { physicalName, resourceHandler } from './resource.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const attributesSchema = z
  .object({
    DelaySeconds: scalar,
    MaximumMessageSize: scalar,
    MessageRetentionPeriod: scalar,
    ReceiveMessageWaitTimeSeconds: scalar,
    VisibilityTimeout: scalar,
    FifoQueue: scalar,
    ContentBasedDeduplication: scalar,
    DeduplicationScope: scalar,
    FifoThroughputLimit: scalar,
    RedrivePolicy: z.record(z.string(), z.unknown()).transform((policy) => JSON.stringify(policy)),
    RedriveAllowPolicy: z.record(z.string(), z.unknown()).transform((policy) => JSON.stringify(policy)),
  })
  .partial();
const propertiesSchema = attributesSchema.extend({ QueueName: z.string().optional() });

export const sqsQueue = resourceHandler(propertiesSchema, async ({ QueueName, ...attributes }, context) => {
  const fifo = attributes.FifoQueue === 'true';
  const name = QueueName ?? (fifo ? `${physicalName(context, 75)}.fifo` : physicalName(context, 80));
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { url, arn } = await context.services.createQueue(name, Object.fromEntries(given));
  context.wiring.queueUrls.set(arn, url);
  return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
});
