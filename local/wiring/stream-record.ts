/** Records of DynamoDB streams as Lambda hands them to functions. */
import type { _Record } from '@aws-sdk/client-dynamodb-streams';

export type StreamRecord = {
  /** Tells it from the other records of its shard, and grows. */
  sequenceNumber: string;
  /** When it was written, ms since the epoch. DynamoDB Local knows the minute only. */
  writtenAt: number;
  /** What the function gets. */
  event: Record<string, unknown>;
};

/**
 * The SDK has dates and bytes where the JSON of Lambda has seconds and base64; DynamoDB Local calls its region
 * `ddblocal`, also in its ARNs.
 */
export function toStreamRecord(record: _Record, streamArn: string, region: string): StreamRecord {
  const { dynamodb, userIdentity } = record;
  return {
    sequenceNumber: dynamodb?.SequenceNumber ?? '',
    writtenAt: dynamodb?.ApproximateCreationDateTime?.getTime() ?? Date.now(),
    event: {
      eventID: record.eventID,
      eventName: record.eventName,
      eventVersion: record.eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      ...(userIdentity && { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
      dynamodb: toJson(dynamodb ?? {}),
      eventSourceARN: streamArn.replace(':ddblocal:', `:${region}:`),
    },
  };
}

function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
}
