/** Which rights a request needs of a small template, in words, as an SDK client really sends it. */
import { readPlaces } from '../../../../local/aws/iam/places.ts';
import { type Check, checksOf } from '../../../../local/aws/iam/requests.ts';
import type { Recorder } from './recorder.ts';
import { IDENTITY } from './template.ts';

export const QUEUE = 'arn:aws:sqs:us-east-1:000000000000';
export const VIDEOS = 'arn:aws:dynamodb:us-east-1:000000000000:table/Videos';
const key = (AttributeName: string) => [{ AttributeName, KeyType: 'HASH' }];
export const places = readPlaces(
  [
    {
      logicalId: 'Videos',
      type: 'AWS::DynamoDB::Table',
      properties: {
        KeySchema: [...key('pk'), { AttributeName: 'sk', KeyType: 'RANGE' }],
        GlobalSecondaryIndexes: [{ IndexName: 'activeTasks', KeySchema: key('active') }],
      },
      ref: 'Videos',
      attributes: { Arn: VIDEOS },
    },
    {
      logicalId: 'Ingest',
      type: 'AWS::SQS::Queue',
      properties: { RedrivePolicy: { deadLetterTargetArn: `${QUEUE}:Dead`, maxReceiveCount: 3 } },
      ref: 'http://queues/000000000000/Ingest',
      attributes: { Arn: `${QUEUE}:Ingest` },
    },
  ],
  IDENTITY,
);

/** `action resource {context}`, with what is asked for only sometimes in brackets. */
export const written = ({ action, resource, context, role, when }: Check): string =>
  [action, resource, context && JSON.stringify(context), role && `as ${role}`, when && `(when ${when})`]
    .filter(Boolean)
    .join(' ');

export type Sender = { send(command: unknown): Promise<unknown>; destroy(): void };

export async function needs(recorder: Recorder, client: Sender, command: unknown): Promise<string[]> {
  const request = await recorder.sent(() => client.send(command));
  client.destroy();
  return checksOf(request, places).map(written);
}
