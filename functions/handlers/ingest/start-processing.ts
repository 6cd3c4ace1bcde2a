import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { DynamoTaskStore } from '../../adapters/dynamodb/task-store.ts';
import { DynamoVideoStore } from '../../adapters/dynamodb/video-store.ts';
import { SystemClock } from '../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../adapters/node/ids.ts';
import { S3ObjectStore } from '../../adapters/s3/object-store.ts';
import { SfnPipeline } from '../../adapters/stepfunctions/pipeline.ts';
import type { ProcessRequest, SweepRequest } from '../../contracts/pipeline.ts';
import { parseSourceKey } from '../../core/object-keys.ts';
import { startFromUpload, startQueued } from '../../core/videos/processing.ts';
import { sweepDeleted } from '../../core/videos/videos.ts';
import type { Log } from '../../runtime/logger.ts';
import { queueConsumer } from '../../runtime/queue-consumer.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('start-processing');
const deps = {
  videos: new DynamoVideoStore(env.VIDEOS_TABLE),
  tasks: new DynamoTaskStore(env.VIDEOS_TABLE),
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  pipeline: new SfnPipeline(env.STATE_MACHINE_ARN),
  clock: new SystemClock(),
  ids: new UuidV7Generator(),
};

/** What the ingest queue carries: requests of the API, S3 events, and the test event that S3 sends on set-up. */
const messageSchema = z.union([
  z.object({ type: z.literal('process'), ownerId: z.string(), videoId: z.string(), taskId: z.string() }),
  z.object({ type: z.literal('sweep'), ownerId: z.string(), videoId: z.string() }),
  z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })) }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

export const handler = queueConsumer('start-processing', async (record: SQSRecord, log: Log) => {
  const message = messageSchema.parse(JSON.parse(record.body));
  if ('type' in message) await answerRequest(message, log);
  else if ('Records' in message) {
    for (const { s3 } of message.Records) await startFromEvent(s3.object.key, log);
  }
});

async function answerRequest(message: ProcessRequest | SweepRequest, log: Log): Promise<void> {
  if (message.type === 'process') {
    const outcome = await startQueued(deps, message.ownerId, message.taskId);
    log.info('processing requested', { video_id: message.videoId, task_id: message.taskId, outcome });
  } else {
    const outcome = await sweepDeleted(deps, message);
    log.info('deleted video swept', { video_id: message.videoId, outcome });
  }
}

async function startFromEvent(encodedKey: string, log: Log): Promise<void> {
  // Keys in S3 events are URL-encoded, with + for a space.
  const ref = parseSourceKey(decodeURIComponent(encodedKey.replaceAll('+', ' ')));
  if (!ref) {
    log.warn('not the key of a source', { key: encodedKey });
    return;
  }
  const outcome = await startFromUpload(deps, ref);
  log.info('upload arrived', { video_id: ref.videoId, outcome });
}
