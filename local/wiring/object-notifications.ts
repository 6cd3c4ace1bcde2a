/** Sends what happens in buckets where their notifications want it. */
import { randomUUID } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_CREDENTIALS } from '../resources/resource.ts';
import type { AwsServices, InvokeFunction, LocalLog, S3ObjectEvent } from '../types.ts';
import type { BucketNotification } from './wiring.ts';

export type NotificationOptions = {
  services: Pick<AwsServices, 'endpoint' | 'onObjectEvent'>;
  region: string;
  queueUrls: ReadonlyMap<string, string>;
  invoke: InvokeFunction;
  log: LocalLog;
};

/** @returns a function that waits for deliveries under way and ends. */
export function deliverNotifications(
  notifications: readonly BucketNotification[],
  { services, region, queueUrls, invoke, log }: NotificationOptions,
): () => Promise<void> {
  const client = new SQSClient({ endpoint: services.endpoint, region, credentials: LOCAL_CREDENTIALS });
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  const deliver = async (event: S3ObjectEvent, notification: BucketNotification): Promise<void> => {
    const message = toS3Event(event, notification.id, region);
    if (notification.target.type === 'function') {
      await invoke(notification.target.arn, message);
      return;
    }
    const QueueUrl = queueUrls.get(notification.target.arn);
    if (!QueueUrl) throw new Error(`There is no queue ${notification.target.arn}`);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  };

  services.onObjectEvent((event) => {
    if (stopped) return;
    for (const notification of notifications.filter((n) => wants(n, event))) {
      const delivery = deliver(event, notification)
        .catch((error: unknown) => log.error('s3', `The notification of ${event.key} failed: ${String(error)}`))
        .finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    }
  });

  return async () => {
    stopped = true;
    await Promise.all(underWay);
    client.destroy();
  };
}

/** Whether a notification is about an event: `s3:ObjectCreated:*` is about all kinds of creation. */
export function wants({ bucket, events, prefix, suffix }: BucketNotification, event: S3ObjectEvent): boolean {
  if (event.bucket !== bucket || !event.key.startsWith(prefix) || !event.key.endsWith(suffix)) return false;
  const name = `s3:${event.eventName}`;
  return events.some((wanted) => wanted === name || (wanted.endsWith(':*') && name.startsWith(wanted.slice(0, -1))));
}

let lastSequence = 0n;

/** The notification of S3 about one object. Keys are URL-encoded in it, with `+` for a space. */
export function toS3Event(event: S3ObjectEvent, configurationId: string, region: string): unknown {
  // Grows with time, as S3's does: hexadecimal, so that it can be compared as text.
  const now = BigInt(Date.now()) << 16n;
  lastSequence = now > lastSequence ? now : lastSequence + 1n;
  const key = event.key.split('/').map(encodeURIComponent).join('/').replaceAll('%20', '+');
  const removed = event.eventName.startsWith('ObjectRemoved');
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: new Date().toISOString(),
        eventName: event.eventName,
        userIdentity: { principalId: 'AWS:LOCAL' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: {
          'x-amz-request-id': randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
          'x-amz-id-2': randomUUID(),
        },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId,
          bucket: {
            name: event.bucket,
            ownerIdentity: { principalId: 'LOCAL' },
            arn: `arn:aws:s3:::${event.bucket}`,
          },
          object: {
            key,
            ...(!removed && { size: event.size, eTag: event.etag }),
            sequencer: lastSequence.toString(16).toUpperCase().padStart(18, '0'),
          },
        },
      },
    ],
  };
}
