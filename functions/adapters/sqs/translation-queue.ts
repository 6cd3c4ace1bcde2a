import type { TranslateRequest } from '../../contracts/pipeline.ts';
import type { BatchQueue } from '../../core/ports/batches.ts';
import { SqsQueue } from './queue.ts';

export class SqsTranslationQueue extends SqsQueue<TranslateRequest> implements BatchQueue {}
