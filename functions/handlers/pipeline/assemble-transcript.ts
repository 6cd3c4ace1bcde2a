import type { AssembleTranscriptInput } from '../../contracts/pipeline.ts';
import { assembleTranscript } from '../../core/pipeline/assemble-transcript.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { lessonPlanner } from './services.ts';

const deps = lessonPlanner(readEnv('assemble-transcript'));

export const handler = pipelineStep('assemble-transcript', (input: AssembleTranscriptInput) =>
  assembleTranscript(deps, input),
);
