/** What calls functions by the clock: rules of EventBridge and schedules of EventBridge Scheduler. */
import { z } from 'zod';
import type { ScheduledCall } from '../wiring/wiring.ts';
import { physicalName, type ResourceContext, refuseProperties, resourceHandler } from './resource.ts';

const targetSchema = z.looseObject({
  Arn: z.string().startsWith('arn:aws:lambda:', 'only functions can be called by a schedule locally'),
  Input: z.string().optional(),
});

const ruleSchema = z.looseObject({
  Name: z.string().optional(),
  ScheduleExpression: z.string({ error: 'only rules with a ScheduleExpression run locally' }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(targetSchema).default([]),
});

export const eventsRule = resourceHandler(ruleSchema, (properties, context) => {
  refuseProperties(properties, { EventPattern: 'there is no event bus' });
  const name = properties.Name ?? physicalName(context, 64);
  const ruleArn = `arn:aws:events:${context.region}:${context.account}:rule/${name}`;
  if (properties.State === 'ENABLED') {
    for (const target of properties.Targets) {
      add(context, { name, expression: properties.ScheduleExpression, timezone: 'UTC', ruleArn }, target);
    }
  }
  return { ref: name, attributes: { Arn: ruleArn } };
});

const scheduleSchema = z.looseObject({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: targetSchema,
});

export const schedulerSchedule = resourceHandler(scheduleSchema, (properties, context) => {
  const name = properties.Name ?? physicalName(context, 64);
  const ruleArn = `arn:aws:scheduler:${context.region}:${context.account}:schedule/${properties.GroupName}/${name}`;
  if (properties.State === 'ENABLED') {
    const { ScheduleExpression: expression, ScheduleExpressionTimezone: timezone } = properties;
    add(context, { name, expression, timezone, ruleArn }, properties.Target);
  }
  return { ref: name, attributes: { Arn: ruleArn } };
});

function add(
  { wiring }: ResourceContext,
  schedule: Omit<ScheduledCall, 'functionArn' | 'input'>,
  target: z.output<typeof targetSchema>,
): void {
  refuseProperties(target, { InputPath: 'use Input', InputTransformer: 'use Input' });
  wiring.schedules.push({
    ...schedule,
    functionArn: target.Arn,
    ...(target.Input !== undefined && { input: JSON.parse(target.Input) }),
  });
}
