/** What functions read from: queues, and the streams of tables. */
import { z } from 'zod';
import { eventFilter } from '../wiring/event-filter.ts';
import type { QueueMapping, StreamMapping } from '../wiring/wiring.ts';
import { physicalName, type ResourceContext, refuseProperties, resourceHandler } from './resource.ts';

const DYNAMODB_STREAM = /^arn:aws:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//;

const flag = z.union([z.boolean(), z.stringbool()]);
/** The same for both. Batch sizes are counted in messages or records, the window in seconds. */
const commonShape = {
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: flag.default(true),
  MaximumBatchingWindowInSeconds: z.coerce.number().int().min(0).max(300).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
};
const batchSize = z.coerce.number().int().min(1).max(10_000);

export const eventSourceMapping = resourceHandler(
  z.looseObject({ EventSourceArn: z.string() }),
  (properties, context) => {
    const { EventSourceArn } = properties;
    if (EventSourceArn.startsWith('arn:aws:sqs:')) addQueue(properties, context);
    else if (DYNAMODB_STREAM.test(EventSourceArn)) addStream(properties, context);
    else throw new Error(`Only queues and streams of tables can be event sources locally, not ${EventSourceArn}`);
    const id = physicalName(context, 128);
    return { ref: id, attributes: { Id: id } };
  },
);

const queueSchema = z.looseObject({
  ...commonShape,
  /** Lambda's default for SQS. */
  BatchSize: batchSize.default(10),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().int().min(2).max(1000).optional() }).optional(),
});

function addQueue(given: unknown, { wiring }: ResourceContext): void {
  const properties = queueSchema.parse(given);
  refuseProperties(properties, {
    FilterCriteria: 'messages are not filtered',
    ProvisionedPollerConfig: 'no such pollers',
  });
  if (!properties.Enabled) return;
  const mapping: QueueMapping = {
    queueArn: properties.EventSourceArn,
    functionArn: properties.FunctionName,
    batchSize: properties.BatchSize,
    batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
  };
  const maxConcurrency = properties.ScalingConfig?.MaximumConcurrency;
  if (maxConcurrency) mapping.maxConcurrency = maxConcurrency;
  wiring.queueMappings.push(mapping);
}

/** -1 is "without end", which is also Lambda's default. */
const endless = (max: number) =>
  z.coerce
    .number()
    .int()
    .min(-1)
    .max(max)
    .optional()
    .transform((value) => (value === -1 ? undefined : value));

/** ParallelizationFactor is left out: one batch at a time keeps the order, which is all that it promises. */
const streamSchema = z.looseObject({
  ...commonShape,
  /** Lambda's default for streams. */
  BatchSize: batchSize.default(100),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']),
  BisectBatchOnFunctionError: flag.optional().transform((value) => value || undefined),
  MaximumRetryAttempts: endless(10_000),
  /** Seconds. */
  MaximumRecordAgeInSeconds: endless(604_800),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
});

function addStream(given: unknown, context: ResourceContext): void {
  const properties = streamSchema.parse(given);
  refuseProperties(properties, {
    BisectBatchOnFunctionError: 'report the records that failed',
    DestinationConfig: 'what is given up is logged',
    TumblingWindowInSeconds: 'records are not aggregated',
  });
  if (!properties.Enabled) return;
  const { MaximumRetryAttempts: maxRetries, MaximumRecordAgeInSeconds: maxRecordAgeSeconds } = properties;
  const patterns = properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [];
  const mapping: StreamMapping = {
    id: physicalName(context, 128),
    source: `stream of ${DYNAMODB_STREAM.exec(properties.EventSourceArn)?.[1]}`,
    streamArn: properties.EventSourceArn,
    functionArn: properties.FunctionName,
    startingPosition: properties.StartingPosition,
    batchSize: properties.BatchSize,
    batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
    filter: eventFilter(patterns),
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
    ...(maxRetries !== undefined && { maxRetries }),
    ...(maxRecordAgeSeconds !== undefined && { maxRecordAgeSeconds }),
  };
  context.wiring.streamMappings.push(mapping);
}
