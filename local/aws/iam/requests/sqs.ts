/** SQS. Sources: Service Authorization Reference; SQS Developer Guide, "Dead-letter queue redrive permissions". */
import { z } from 'zod';
import { AwsError, parseInput } from '../../wire.ts';
import { arnIn, type Check, checks, type Operations } from '../check.ts';
import type { Places } from '../places.ts';

const inQueue = z.object({ QueueUrl: z.string() });
/** The account is a part of the URL, and there is only one. */
const QUEUE_URL = /^https?:\/\/[^/?#]+\/\d{12}\/([\w-]{1,80}(?:\.fifo)?)$/;

export const sqs: Operations = {
  ReceiveMessage: onQueue('ReceiveMessage'),
  SendMessage: onQueue('SendMessage'),
  // A batch needs the right to do its single parts.
  SendMessageBatch: onQueue('SendMessage'),
  DeleteMessage: onQueue('DeleteMessage'),
  DeleteMessageBatch: onQueue('DeleteMessage'),
  ChangeMessageVisibility: onQueue('ChangeMessageVisibility'),
  ChangeMessageVisibilityBatch: onQueue('ChangeMessageVisibility'),
  GetQueueAttributes: onQueue('GetQueueAttributes'),
  GetQueueUrl: (input, places) => {
    const { QueueName } = parseInput(z.object({ QueueName: z.string() }), input);
    return checks('sqs', ['GetQueueUrl'], arnIn(places, 'sqs', QueueName));
  },
  StartMessageMoveTask: (input, places) => {
    const schema = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });
    const { SourceArn, DestinationArn } = parseInput(schema, input);
    return movesMessages(SourceArn, DestinationArn ? [DestinationArn] : places.sourceQueues(SourceArn));
  },
};

/** SQS moves messages with the rights of who asks for it; without a destination, to wherever they came from. */
export const movesMessages = (from: string, to: readonly string[]): Check[] => [
  ...checks('sqs', ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'], from),
  ...to.flatMap((queue) => checks('sqs', ['SendMessage'], queue)),
];

function onQueue(action: string): (input: unknown, places: Places) => Check[] {
  return (input, places) => {
    const { QueueUrl } = parseInput(inQueue, input);
    const name = QUEUE_URL.exec(QueueUrl)?.[1];
    if (!name) throw new AwsError('InvalidAddress', `The address ${QueueUrl} is not valid for this endpoint.`);
    return checks('sqs', [action], arnIn(places, 'sqs', name));
  };
}
