import { z } from 'zod';
import type { QueueMapping } from '../wiring/wiring.ts';
import { physicalName, refuseProperties, resourceHandler } from './resource.ts';

const propertiesSchema = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.union([z.boolean(), z.stringbool()]).default(true),
  /** Messages; 10 is Lambda's default for SQS. */
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  /** Seconds. */
  MaximumBatchingWindowInSeconds: z.coerce.number().int().min(0).max(300).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().int().min(2).max(1000).optional() }).optional(),
});

export const eventSourceMapping = resourceHandler(propertiesSchema, (properties, context) => {
  if (!properties.EventSourceArn.startsWith('arn:aws:sqs:')) {
    throw new Error(`Only queues can be event sources locally, not ${properties.EventSourceArn}`);
  }
  refuseProperties(properties, {
    FilterCriteria: 'messages are not filtered',
    ProvisionedPollerConfig: 'no such pollers',
  });
  if (properties.Enabled) {
    const mapping: QueueMapping = {
      queueArn: properties.EventSourceArn,
      functionArn: properties.FunctionName,
      batchSize: properties.BatchSize,
      batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
      reportsItemFailures: properties.FunctionResponseTypes.length > 0,
    };
    const maxConcurrency = properties.ScalingConfig?.MaximumConcurrency;
    if (maxConcurrency) mapping.maxConcurrency = maxConcurrency;
    context.wiring.queueMappings.push(mapping);
  }
  const id = physicalName(context, 128);
  return { ref: id, attributes: { Id: id } };
});
