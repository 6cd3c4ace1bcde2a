import { z } from 'zod';
import { physicalName, refuseProperties, resourceHandler } from './resource.ts';
import { bucketNotifications, notificationConfigurationSchema } from './s3-notifications.ts';

const propertiesSchema = z.looseObject({
  BucketName: z.string().optional(),
  NotificationConfiguration: notificationConfigurationSchema.optional(),
});

/** Policies, encryption, lifecycle rules and CORS have no local meaning. */
export const s3Bucket = resourceHandler(propertiesSchema, async (properties, context) => {
  refuseProperties(properties, { WebsiteConfiguration: 'the public server serves the web app' });
  const name = properties.BucketName ?? physicalName(context, 63).toLowerCase();
  await context.services.createBucket(name);
  if (properties.NotificationConfiguration) {
    context.wiring.notifications.push(...bucketNotifications(name, properties.NotificationConfiguration));
  }
  const domain = `${name}.s3.${context.region}.amazonaws.com`;
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: domain,
      DualStackDomainName: `${name}.s3.dualstack.${context.region}.amazonaws.com`,
    },
  };
});
