/** Amazon Transcribe: batch jobs, run by whichever speech engine there is. */
import { LanguageCode, MediaFormat } from '@aws-sdk/client-transcribe';
import { z } from 'zod';
import { MIN_DURATION_SECONDS } from '../../../functions/contracts/limits.ts';
import type { EngineSettings, LocalLog } from '../../types.ts';
import { EngineError, type SpeechEngine, TOO_SHORT } from '../engines/engine.ts';
import type { ObjectFiles } from '../s3/object-files.ts';
import { AwsError, describe, epochSeconds, type JsonService, parseInput } from '../wire.ts';
import { type Job, openJobs } from './jobs.ts';
import { type TimedWord, transcriptDocument } from './output.ts';
import { parseCutKey, type RecordedTranscripts } from './recorded.ts';

const jobName = z
  .string()
  .regex(/^[0-9a-zA-Z._-]{1,200}$/, 'must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+');
const startSchema = z.looseObject({
  TranscriptionJobName: jobName,
  LanguageCode: z.enum(Object.values(LanguageCode)).optional(),
  IdentifyLanguage: z.boolean().optional(),
  IdentifyMultipleLanguages: z.boolean().optional(),
  MediaFormat: z.enum(Object.values(MediaFormat)).optional(),
  Media: z.object({ MediaFileUri: z.string().regex(/^s3:\/\/[^/]+\/.+$/, 'must be s3://bucket/key') }),
  OutputBucketName: z.string().optional(),
  OutputKey: z.string().optional(),
});
const nameSchema = z.object({ TranscriptionJobName: jobName });

export type TranscribeOptions = {
  folder: string;
  endpoint: string;
  account: string;
  files: ObjectFiles;
  recorded: RecordedTranscripts;
  /** Recognises speech when nothing is recorded. */
  whisper: SpeechEngine;
  speech: EngineSettings['speech'];
  log: LocalLog;
};

export type Transcribe = {
  service: JsonService;
  /** How many jobs an engine has run since the start. */
  jobsRun(): number;
  stop(): void;
};

export function openTranscribe(options: TranscribeOptions): Transcribe {
  const { files, account, endpoint, recorded, whisper, speech, log } = options;
  const jobs = openJobs(options.folder);
  let jobsRun = 0;
  let stopping = false;

  const transcribe = async (job: Job, audio: { bucket: string; key: string }): Promise<TimedWord[]> => {
    const cut = parseCutKey(audio.key);
    if (cut && cut.endMs - cut.offsetMs < MIN_DURATION_SECONDS * 1000) throw new EngineError(TOO_SHORT);
    if (speech === 'auto' || speech === 'recorded') {
      const words = cut && recorded.wordsOf(cut);
      if (words) {
        jobsRun++;
        return words;
      }
    }
    if (speech === 'whisper' || speech === 'auto') {
      const missing = whisper.missing();
      const tried = speech === 'auto' ? 'there is no recorded transcript for this video, and ' : '';
      if (missing) throw new EngineError(`NO_SPEECH_ENGINE: ${tried}${missing}`);
      jobsRun++;
      return whisper.transcribe(files.getResourcePath(audio.bucket, audio.key, 'object'), job.languageCode);
    }
    throw new EngineError(`NO_SPEECH_ENGINE: ${adviceFor(speech)}`);
  };

  const run = async (job: Job) => {
    const result = await attempt(job).catch((error: unknown) => ({ failureReason: describe(error) }));
    if (stopping || jobs.get(job.name)?.createdAt !== job.createdAt) return;
    const failed = 'failureReason' in result;
    if (failed) log.warn('transcribe', `${job.name} failed: ${result.failureReason}`);
    else log.verbose('transcribe', `${job.name}: ${result.words} words`);
    jobs.save({
      ...job,
      status: failed ? 'FAILED' : 'COMPLETED',
      completedAt: Date.now(),
      ...(failed ? { failureReason: result.failureReason } : {}),
    });
  };

  const attempt = async (job: Job): Promise<{ words: number } | { failureReason: string }> => {
    const audio = parseUri(job.mediaUri);
    if (!(await files.find(audio.bucket, audio.key))) {
      return { failureReason: "The media file can't be found: check that the URI points to an S3 object." };
    }
    const words = await transcribe(job, audio);
    const content = Buffer.from(JSON.stringify(transcriptDocument(job.name, account, words)));
    await files.putObject({
      bucket: job.outputBucket,
      key: job.outputKey,
      content,
      metadata: { 'content-type': 'application/json' },
    });
    return { words: words.length };
  };

  const find = (name: string): Job => {
    const job = jobs.get(name);
    if (job) return job;
    throw new AwsError(
      'BadRequestException',
      "The requested job couldn't be found. Check the job name and try your request again.",
    );
  };

  const operations: JsonService['operations'] = {
    StartTranscriptionJob: async (input) => {
      const request = parseInput(startSchema, input, 'BadRequestException');
      const name = request.TranscriptionJobName;
      const languageCode = checkLanguage(request);
      const bucket = request.OutputBucketName;
      if (!bucket) {
        throw new AwsError(
          'BadRequestException',
          'The local cloud keeps transcripts in your own bucket: set OutputBucketName',
        );
      }
      if (!(await files.getBucket(bucket))) {
        throw new AwsError('BadRequestException', `The specified S3 bucket doesn't exist: ${bucket}`);
      }
      if (jobs.get(name)) throw new AwsError('ConflictException', 'The requested job name already exists.');
      const key = request.OutputKey ?? `${name}.json`;
      const job: Job = {
        name,
        status: 'IN_PROGRESS',
        languageCode,
        mediaUri: request.Media.MediaFileUri,
        ...(request.MediaFormat ? { mediaFormat: request.MediaFormat } : {}),
        outputBucket: bucket,
        outputKey: key.endsWith('/') ? `${key}${name}.json` : key,
        createdAt: Date.now(),
      };
      jobs.save(job);
      void run(job);
      return { TranscriptionJob: view(job, endpoint) };
    },
    GetTranscriptionJob: async (input) => ({
      TranscriptionJob: view(find(parseInput(nameSchema, input, 'BadRequestException').TranscriptionJobName), endpoint),
    }),
    DeleteTranscriptionJob: async (input) => {
      jobs.remove(find(parseInput(nameSchema, input, 'BadRequestException').TranscriptionJobName).name);
      return {};
    },
  };

  // What the last stop interrupted is done again: it has cost nothing yet.
  for (const job of jobs.all()) if (job.status === 'IN_PROGRESS') void run(job);

  return {
    service: { name: 'Transcribe', target: 'Transcribe', version: '1.1', operations },
    jobsRun: () => jobsRun,
    stop() {
      stopping = true;
    },
  };
}

function checkLanguage(request: z.infer<typeof startSchema>): string {
  const ways = [request.LanguageCode, request.IdentifyLanguage, request.IdentifyMultipleLanguages].filter(Boolean);
  if (ways.length !== 1) {
    throw new AwsError(
      'BadRequestException',
      'You must specify exactly one of LanguageCode, IdentifyLanguage and IdentifyMultipleLanguages.',
    );
  }
  if (!request.LanguageCode) {
    throw new AwsError('BadRequestException', 'The local cloud does not identify languages: set LanguageCode');
  }
  return request.LanguageCode;
}

function parseUri(uri: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  return { bucket, key };
}

const adviceFor = (speech: EngineSettings['speech']) =>
  speech === 'recorded'
    ? 'there is no recorded transcript for this video. Put a *.transcript.json beside the media file, or choose another speech engine.'
    : 'there is no recorded transcript for this video and no speech model on this machine. Add subtitles, or install a model with "npm run engines:install".';

function view(job: Job, endpoint: string) {
  return {
    TranscriptionJobName: job.name,
    TranscriptionJobStatus: job.status,
    LanguageCode: job.languageCode,
    MediaFormat: job.mediaFormat,
    Media: { MediaFileUri: job.mediaUri },
    Transcript:
      job.status === 'COMPLETED'
        ? { TranscriptFileUri: `${endpoint}/${job.outputBucket}/${job.outputKey}` }
        : undefined,
    FailureReason: job.failureReason,
    CreationTime: epochSeconds(job.createdAt),
    StartTime: epochSeconds(job.createdAt),
    CompletionTime: job.completedAt === undefined ? undefined : epochSeconds(job.completedAt),
  };
}
