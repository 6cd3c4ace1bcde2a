import type { ChunkStepInput } from '../../contracts/pipeline.ts';
import { extractChunkVocabulary } from '../../core/pipeline/chunk-steps.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { chunkStepServices } from './services.ts';

const deps = chunkStepServices(readEnv('extract-vocabulary'));

export const handler = pipelineStep('extract-vocabulary', (input: ChunkStepInput) =>
  extractChunkVocabulary(deps, input),
);
