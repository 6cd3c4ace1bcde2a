import { MediabunnyCutter } from '../../adapters/mediabunny/cutter.ts';
import { MediabunnyInspector } from '../../adapters/mediabunny/inspector.ts';
import { S3ObjectStore } from '../../adapters/s3/object-store.ts';
import type { CutAudioInput } from '../../contracts/pipeline.ts';
import { cutPart } from '../../core/pipeline/cut-part.ts';
import { pipelineStep } from '../../runtime/pipeline-step.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('cut-audio');
const deps = {
  objects: new S3ObjectStore(env.MEDIA_BUCKET),
  inspector: new MediabunnyInspector(),
  cutter: new MediabunnyCutter(),
  stage: env.STAGE,
};

export const handler = pipelineStep('cut-audio', (input: CutAudioInput) => cutPart(deps, input));
