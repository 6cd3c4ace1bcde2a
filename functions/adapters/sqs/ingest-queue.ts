import type { ProcessRequest, SweepRequest } from '../../contracts/pipeline.ts';
import type { IngestQueue } from '../../core/ports/processing.ts';
import { SqsQueue } from './queue.ts';

export class SqsIngestQueue extends SqsQueue<ProcessRequest | SweepRequest> implements IngestQueue {}
