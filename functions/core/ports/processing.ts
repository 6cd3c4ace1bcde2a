import type { PipelineInput, ProcessRequest, SweepRequest } from '../../contracts/pipeline.ts';

/** Executions of the chunk pipeline. */
export interface Pipeline {
  /** Starting the same name twice starts it once. */
  start(name: string, input: PipelineInput): Promise<'started' | 'already started'>;
  /** Whether an execution of this name is running now. */
  isRunning(name: string): Promise<boolean>;
  /** Stops an execution if it is running. */
  stop(name: string, reason: string): Promise<void>;
}

/** The queue in front of the pipeline. */
export interface IngestQueue {
  /** @param delaySeconds how long the message waits before it is delivered, at most 900 */
  send(request: ProcessRequest | SweepRequest, delaySeconds?: number): Promise<void>;
}

/** Dead-letter queues, for admins. */
export interface DeadLetterQueues {
  /** Moves all dead messages back to where they came from. @returns how many were there (approximately). */
  redrive(): Promise<number>;
}
