import { DynamoTranslationMemory } from '../../adapters/dynamodb/translation-memory.ts';
import { AmazonTranslator } from '../../adapters/translate/translator.ts';
import type { ChunkStepInput } from '../../contracts/pipeline.ts';
import { translateChunk } from '../../core/pipeline/chunk-steps.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { chunkStepServices } from './services.ts';

const env = readEnv('translate-chunk');
const deps = {
  ...chunkStepServices(env),
  translator: new AmazonTranslator(),
  memory: new DynamoTranslationMemory(env.TRANSLATIONS_TABLE),
};

export const handler = pipelineStep('translate-chunk', (input: ChunkStepInput) => translateChunk(deps, input));
