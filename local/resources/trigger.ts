import { z } from 'zod';
import { resourceHandler } from './resource.ts';

/** A call of a function at the end of a deployment (`aws-cdk-lib/triggers`). Its `DependsOn` says after what it comes. */
export const trigger = resourceHandler(
  z.object({
    HandlerArn: z.string(),
    InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
  }),
  ({ HandlerArn, InvocationType }, { logicalId, wiring }) => {
    if (InvocationType !== 'DryRun') wiring.triggers.push({ functionArn: HandlerArn });
    return { ref: logicalId, attributes: {} };
  },
);
