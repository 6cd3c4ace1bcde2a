import type { PlannedVideo } from '../../contracts/pipeline.ts';
import { importSubtitles } from '../../core/pipeline/import-subtitles.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';
import { lessonPlanner } from './services.ts';

const deps = lessonPlanner(readEnv('import-subtitles'));

export const handler = pipelineStep('import-subtitles', (input: PlannedVideo) => importSubtitles(deps, input));
