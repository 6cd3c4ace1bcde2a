import * as z from 'zod';
import type { CutAudioInput, CutPart } from '../../contracts/pipeline.ts';
import { PermanentFailure } from '../failure.ts';
import { chooseAudioTrack } from '../media/audio-tracks.ts';
import { toMediaFailure } from '../media/check-media.ts';
import type { ByteSource } from '../media/media.ts';
import { withOverlap } from '../media/plan-parts.ts';
import { objectKeys } from '../object-keys.ts';
import type { AudioCut, AudioCutter, MediaInspector } from '../ports/media.ts';
import { ObjectMissing, type ObjectStore } from '../ports/object-store.ts';
import { openSource } from './open-source.ts';

export type CutPartDeps = {
  objects: ObjectStore;
  inspector: MediaInspector;
  cutter: AudioCutter;
  /** Deployment stage: job names are unique per AWS account, and several stages may share one. */
  stage: string;
};

/** What was cut for a part, kept beside the audio: a retry cuts nothing again. `offset` in seconds. */
const audioInfoSchema = z.object({ offset: z.number(), audioKey: z.string() });
type AudioInfo = z.infer<typeof audioInfoSchema>;

/** Cuts the sound of one part out of the source, unless an earlier attempt has done that already. */
export async function cutPart(deps: CutPartDeps, input: CutAudioInput): Promise<CutPart> {
  const { part } = input;
  const job = jobName(deps.stage, input);
  const transcriptKey = objectKeys.partTranscript(input, input.etag, job);
  const infoKey = objectKeys.audioInfo(input, input.etag, job);
  const [known, transcript] = await Promise.all([readInfo(deps.objects, infoKey), deps.objects.head(transcriptKey)]);
  const { offset, audioKey } = known ?? (await cut(deps, input, infoKey));
  return {
    ...part,
    offset,
    audioUri: deps.objects.uri(audioKey),
    jobName: job,
    transcriptKey,
    transcribed: transcript !== undefined,
  };
}

async function cut(deps: CutPartDeps, input: CutAudioInput, infoKey: string): Promise<AudioInfo> {
  const source = await openSource(deps.objects, objectKeys.source(input), input.etag);
  const audio = await cutFrom(deps, source, input).catch((error: unknown) => {
    throw toMediaFailure(error) ?? error;
  });
  const name = { index: input.part.index, offsetMs: milliseconds(audio.start), endMs: milliseconds(audio.end) };
  const audioKey = objectKeys.audio(input, input.etag, name, audio.extension);
  await deps.objects.write(audioKey, audio.bytes, audio.contentType);
  const info = { offset: audio.start, audioKey };
  await deps.objects.writeJson(infoKey, info);
  return info;
}

async function cutFrom(deps: CutPartDeps, source: ByteSource, input: CutAudioInput): Promise<AudioCut> {
  const media = await deps.inspector.inspect(source);
  const track = chooseAudioTrack(media, input.sourceLanguage);
  if (!track) throw new PermanentFailure('NO_AUDIO', 'The file has no sound that can be transcribed.');
  const range = withOverlap(input.part, media.duration);
  return deps.cutter.cut(source, track.id, range.start, range.end);
}

async function readInfo(objects: ObjectStore, key: string): Promise<AudioInfo | undefined> {
  try {
    return await objects.readJson(key, audioInfoSchema);
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

/** Idempotency key of a transcription: the same stretch of the same source in the same language has the same name. */
function jobName(stage: string, { videoId, etag, part, sourceLanguage }: CutAudioInput): string {
  return `langplug-${stage}-${videoId}-${etag}-${milliseconds(part.start)}-${milliseconds(part.end)}-${sourceLanguage}`;
}

const milliseconds = (seconds: number) => Math.max(0, Math.round(seconds * 1000));
