import { DynamoChunkStore } from '../../adapters/dynamodb/chunk-store.ts';
import type { ChunkStepInput } from '../../contracts/pipeline.ts';
import { saveChunk } from '../../core/pipeline/chunk-steps.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { chunkStepServices } from './services.ts';

const env = readEnv('save-chunk');
const deps = { ...chunkStepServices(env), chunks: new DynamoChunkStore(env.VIDEOS_TABLE) };

export const handler = pipelineStep('save-chunk', (input: ChunkStepInput) => saveChunk(deps, input));
