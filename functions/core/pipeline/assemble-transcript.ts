import * as z from 'zod';
import type { AssembleTranscriptInput, ChunkPlan, TranscribedPart } from '../../contracts/pipeline.ts';
import { VideoGone } from '../ports/video-store.ts';
import { taskRefOf } from '../tasks/task.ts';
import { sentences } from '../transcript/sentences.ts';
import { stitchParts } from '../transcript/stitch.ts';
import { parseTranscribeOutput } from '../transcript/transcribe-output.ts';
import { type PlanLessonsDeps, planLessons } from './plan-lessons.ts';

/** Stitches the transcripts of the parts into sentences and plans the chunks. */
export async function assembleTranscript(deps: PlanLessonsDeps, input: AssembleTranscriptInput): Promise<ChunkPlan> {
  const video = await deps.videos.get(input);
  if (!video) throw new VideoGone(`Video ${input.videoId} is gone`);
  const taskRef = taskRefOf(input);
  await deps.tasks.advance(taskRef, { step: 'assembling' }, deps.clock.now());
  const parts = await Promise.all(input.parts.map((part) => readPart(deps, part)));
  const segments = sentences(stitchParts(parts), video.sourceLanguage);
  return planLessons(deps, input, { language: video.sourceLanguage, origin: 'speech', segments });
}

async function readPart(deps: PlanLessonsDeps, { start, end, offset, transcriptKey }: TranscribedPart) {
  const output = await deps.objects.readJson(transcriptKey, z.unknown());
  return { start, end, offset, words: parseTranscribeOutput(output) };
}
