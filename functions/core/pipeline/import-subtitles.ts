import { UPLOADED_SUBTITLES_MAX_BYTES } from '../../contracts/limits.ts';
import type { ChunkPlan, PlannedVideo } from '../../contracts/pipeline.ts';
import { PermanentFailure } from '../failure.ts';
import { objectKeys } from '../object-keys.ts';
import { ObjectMissing, ObjectTooLarge } from '../ports/object-store.ts';
import { BadSubtitles, type Cue, decodeText, parseSubtitles } from '../subtitles/index.ts';
import { transcriptFromCues } from '../transcript/from-cues.ts';
import { type PlanLessonsDeps, planLessons } from './plan-lessons.ts';

/** Uses the subtitles that came with the video as its transcript. @throws PermanentFailure BAD_SUBTITLES */
export async function importSubtitles(deps: PlanLessonsDeps, input: PlannedVideo): Promise<ChunkPlan> {
  return planLessons(deps, input, transcriptFromCues(await readCues(deps, input), input.sourceLanguage));
}

async function readCues(deps: PlanLessonsDeps, input: PlannedVideo): Promise<Cue[]> {
  try {
    const bytes = await deps.objects.readBytes(objectKeys.subtitles(input), UPLOADED_SUBTITLES_MAX_BYTES);
    return parseSubtitles(decodeText(bytes));
  } catch (error) {
    if (error instanceof BadSubtitles || error instanceof ObjectTooLarge) {
      throw new PermanentFailure('BAD_SUBTITLES', error.message, { cause: error });
    }
    if (error instanceof ObjectMissing) {
      throw new PermanentFailure('BAD_SUBTITLES', 'The subtitle file was removed before it was read.', {
        cause: error,
      });
    }
    throw error;
  }
}
