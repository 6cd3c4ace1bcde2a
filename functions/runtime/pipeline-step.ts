import middy from '@middy/core';
import type { PipelineInput } from '../contracts/pipeline.ts';
import { PermanentFailure } from '../core/failure.ts';
import { VideoGone } from '../core/ports/video-store.ts';
import type { FunctionName } from './env.ts';
import { createLogger, type Log } from './logger.ts';

type Ids = Pick<PipelineInput, 'ownerId' | 'videoId' | 'taskId'>;

/**
 * A step of the state machine. Its log lines carry the ids of what it works on; its errors go on to the state
 * machine, which sees their names: failure codes are final, anything else is retried.
 */
export function pipelineStep<I extends Ids, O>(name: FunctionName, run: (input: I, log: Log) => Promise<O>) {
  const logger = createLogger(name);
  return middy<I, O>()
    .before(({ event }) => {
      logger.resetKeys();
      logger.appendKeys({ video_id: event.videoId, task_id: event.taskId });
    })
    .onError(({ error }) => {
      const isFinal = error instanceof PermanentFailure || error instanceof VideoGone;
      if (isFinal) logger.warn('step failed for good', { code: error.name, detail: error.message });
      else logger.error('step failed', { error });
    })
    .handler(async (event: I) => {
      const started = performance.now();
      const output = await run(event, logger);
      logger.info('step done', { ms: Math.round(performance.now() - started) });
      return output;
    });
}
