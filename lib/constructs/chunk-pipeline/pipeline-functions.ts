import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import type { FunctionFactory } from '../app-function/function-factory.ts';
import { readItems, readWriteItems, translate, useMedia } from '../app-function/rights.ts';
import type { PipelineFunctions } from './definition.ts';

export type PipelineFunctionsProps = { config: Config; functions: FunctionFactory; data: DataStack };

/** The functions of the state machine with their rights, one for each state that needs code. */
export function pipelineFunctions({ config, functions, data }: PipelineFunctionsProps): PipelineFunctions {
  const { videos, translations } = data.tables;
  const { media } = data;
  const stores = { VIDEOS_TABLE: videos.tableName, MEDIA_BUCKET: media.bucketName };
  const taskEnd = {
    VIDEOS_TABLE: videos.tableName,
    TASK_RETENTION_HOURS: String(config.taskRetentionHours),
  };
  const made: PipelineFunctions = {
    'plan-chunks': functions.add('plan-chunks', { ...stores, MAX_UPLOAD_BYTES: String(config.maxUploadBytes) }),
    'import-subtitles': functions.add('import-subtitles', stores),
    'cut-audio': functions.add('cut-audio', { MEDIA_BUCKET: media.bucketName, STAGE: config.stage }),
    'assemble-transcript': functions.add('assemble-transcript', stores),
    'translate-chunk': functions.add('translate-chunk', { ...stores, TRANSLATIONS_TABLE: translations.tableName }),
    'extract-vocabulary': functions.add('extract-vocabulary', stores),
    'save-chunk': functions.add('save-chunk', stores),
    'finish-video': functions.add('finish-video', taskEnd),
    'fail-video': functions.add('fail-video', taskEnd),
  };
  const roleOf = (name: keyof PipelineFunctions) => made[name].role;

  for (const name of ['plan-chunks', 'import-subtitles', 'assemble-transcript', 'save-chunk'] as const) {
    readWriteItems(roleOf(name), videos);
  }
  for (const name of ['finish-video', 'fail-video'] as const) readWriteItems(roleOf(name), videos);
  for (const name of ['translate-chunk', 'extract-vocabulary'] as const) readItems(roleOf(name), videos);
  translate(roleOf('translate-chunk'), translations);

  // It removes a source that is larger than allowed.
  useMedia(roleOf('plan-chunks'), media, { read: ['uploads'], delete: ['uploads'] });
  useMedia(roleOf('import-subtitles'), media, { read: ['uploads'], write: ['work'] });
  useMedia(roleOf('cut-audio'), media, { read: ['uploads', 'work'], write: ['work'] });
  for (const name of ['assemble-transcript', 'translate-chunk', 'extract-vocabulary'] as const) {
    useMedia(roleOf(name), media, { read: ['work'], write: ['work'] });
  }
  useMedia(roleOf('save-chunk'), media, { read: ['work'], write: ['lessons'], delete: ['lessons'] });
  return made;
}
