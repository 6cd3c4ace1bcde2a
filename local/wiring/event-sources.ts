/** Everything that functions read from by themselves: queues and streams. */
import path from 'node:path';
import type { InvokeFunction, LocalLog } from '../types.ts';
import { pollQueue } from './queue-poller.ts';
import { pollStream, type StreamPollerOptions } from './stream-poller.ts';
import { openStreamPositions } from './stream-positions.ts';
import type { Wiring } from './wiring.ts';

export type EventSourceOptions = {
  endpoint: string;
  region: string;
  /** Where it is kept how far streams are read. */
  folder: string;
  invoke: InvokeFunction;
  log: LocalLog;
  /** Longest pause before something that failed is tried again, ms. */
  maxWaitMs: number;
  onTableWrite: StreamPollerOptions['onTableWrite'];
};

/**
 * @param stops gets what ends each poller, as soon as it runs
 * @throws Error when the template maps a queue that it does not have, or a stream does not answer
 */
export async function pollEventSources(
  { queueMappings, streamMappings, queueUrls }: Pick<Wiring, 'queueMappings' | 'streamMappings' | 'queueUrls'>,
  options: EventSourceOptions,
  stops: (() => void | Promise<void>)[],
): Promise<void> {
  for (const mapping of queueMappings) {
    const queueUrl = queueUrls.get(mapping.queueArn);
    if (!queueUrl) throw new Error(`The template maps a queue that it does not have: ${mapping.queueArn}`);
    const poller = pollQueue(mapping, { ...options, queueUrl });
    stops.push(() => poller.stop());
  }
  const starting = streamMappings.map(async (mapping) => {
    const positions = openStreamPositions(path.join(options.folder, `${mapping.id}.json`), mapping.streamArn);
    const poller = await pollStream(mapping, { ...options, positions });
    stops.push(() => poller.stop());
  });
  await Promise.allSettled(starting);
  await Promise.all(starting);
}
